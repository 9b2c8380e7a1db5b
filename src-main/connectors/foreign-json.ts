import { prototypeNames } from './expression'

const DEEPEST = 64
const LONGEST_ARRAY = 100_000
const MOST_VALUES = 1_000_000

/** Why a foreign text is not taken, in the words of "expected". */
export class ForeignJsonError extends Error {
  readonly expected: string

  constructor(expected: string) {
    super('foreign JSON refused')
    this.name = 'ForeignJsonError'
    this.expected = expected
  }
}

/**
 * Parses JSON of a provider. Members called `__proto__`, `constructor` and `prototype` are dropped, so that no later
 * copy can reach a prototype. Throws {@link ForeignJsonError} for no JSON, over 64 levels, a list of over 100,000
 * entries and over 1,000,000 values; the error repeats nothing of the text.
 */
export function parseForeignJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ForeignJsonError('JSON')
  }
  return copy(value, 0, { left: MOST_VALUES })
}

function copy(value: unknown, depth: number, budget: { left: number }): unknown {
  budget.left -= 1
  if (budget.left < 0) throw new ForeignJsonError(`JSON of at most ${MOST_VALUES.toString()} values`)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST) throw new ForeignJsonError(`JSON of at most ${DEEPEST.toString()} levels`)
  if (Array.isArray(value)) {
    if (value.length > LONGEST_ARRAY) throw new ForeignJsonError(`lists of at most ${LONGEST_ARRAY.toString()} entries`)
    return value.map((inner) => copy(inner, depth + 1, budget))
  }
  const clean: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    if (!prototypeNames.has(name)) clean[name] = copy(inner, depth + 1, budget)
  }
  return clean
}
