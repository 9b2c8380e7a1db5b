import type { z } from 'zod'
import type { ImportInput } from './candidate'
import { IMPORT_LIMITS } from './limits'
import { decodeText } from './text'
import { unreadable } from './unreadable'

const OBJECT_OPEN = 0x7b
const OBJECT_CLOSE = 0x7d
const ARRAY_OPEN = 0x5b
const ARRAY_CLOSE = 0x5d
const QUOTE = 0x22
const BACKSLASH = 0x5c

/**
 * A JSON file in the shape of `schema`. `__proto__` keys are own keys to JSON.parse and unknown keys to the schema,
 * which drops them. Throws `input-too-large` and `import-unreadable`, with the line where the parser names one.
 */
export function readJson<Shape extends z.ZodType>(
  input: ImportInput,
  limitBytes: number,
  schema: Shape
): z.infer<Shape> {
  const parsed = schema.safeParse(parseJson(decodeText(input, limitBytes), input.fileName))
  if (!parsed.success) throw unreadable(input.fileName)
  return parsed.data
}

function parseJson(text: string, file: string): unknown {
  if (isDeeperThan(text, IMPORT_LIMITS.jsonDepth)) throw unreadable(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unreadable(file, lineIn(error))
  }
}

/** V8 names the place in some of its messages. Only the number is taken: the rest quotes the source. */
function lineIn(error: unknown): number | null {
  const found = error instanceof SyntaxError ? /\(line (\d{1,9}) column \d{1,9}\)$/.exec(error.message) : null
  return found === null ? null : Number(found[1])
}

/** One pass over the text, so that nesting is refused before a recursive reader meets it. */
function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (quoted) {
      if (code === BACKSLASH) index += 1
      else if (code === QUOTE) quoted = false
    } else if (code === QUOTE) quoted = true
    else if (code === OBJECT_OPEN || code === ARRAY_OPEN) {
      depth += 1
      if (depth > limit) return true
    } else if (code === OBJECT_CLOSE || code === ARRAY_CLOSE) depth -= 1
  }
  return false
}
