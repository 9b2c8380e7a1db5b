import { holdsSecret, maskComment } from './comments'
import { entriesOf, type Entry } from './entries'
import { parseEnvFile } from './parse'

/**
 * The bytes of a `.env.example` for an env file: its names, `export`s, comments and blank lines in their order, every
 * value empty. Left out are comments in which a word looks like a secret, and lines that are neither assignment nor
 * comment. An assignment that is commented out stays, emptied. Throws `env-file-unreadable` at a NUL byte. Pure.
 */
export function exampleOf(bytes: Uint8Array, file: string): Uint8Array {
  const parsed = parseEnvFile(bytes, file)
  const lines = entriesOf(bytes, parsed).flatMap((entry) => exampleLine(bytes, entry) ?? [])
  return new TextEncoder().encode(lines.map((line) => line + parsed.lineEnd).join(''))
}

function exampleLine(bytes: Uint8Array, entry: Entry): string | null {
  const text = (start: number, end: number): string => new TextDecoder().decode(bytes.subarray(start, end))
  const { start, end } = entry.span
  if (entry.kind === 'assignment') {
    const { name, exported, valueSpan } = entry.assignment
    const behind = text(valueSpan.end, end).trimEnd()
    const comment = /^\s+#/.test(behind) ? (exampleComment(behind) ?? '') : ''
    return `${exported ? 'export ' : ''}${name}=${comment}`
  }
  if (entry.kind === 'comment') return exampleComment(text(start, end).trimEnd())
  return entry.kind === 'blank' ? '' : null
}

function exampleComment(comment: string): string | null {
  const emptied = maskComment(comment, '')
  const isAssignment = /^[\s#]*(?:export\s+)?[\w.-]+=/.test(comment)
  return isAssignment ? (/^[^=]*=/.exec(emptied)?.[0] ?? null) : holdsSecret(comment) ? null : comment
}
