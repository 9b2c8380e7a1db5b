import { readEnvText, type EnvText } from './env-text'
import { endOfLine, findAssignments, type Found } from './scan'

/** Byte offsets, the end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type QuoteStyle = 'none' | 'single' | 'double' | 'backtick'

/**
 * Why readers may not agree on an assignment. `split`: its parts stand on several lines, or not at a line's start;
 * `unclosed`: its value opens a quote that nothing closes.
 */
export type Doubt = 'split' | 'unclosed'

export interface Assignment {
  readonly name: string
  /** As dotenv reads it. */
  readonly value: string
  /** Of its name, counted from 1. */
  readonly line: number
  readonly quote: QuoteStyle
  readonly exported: boolean
  readonly doubt: Doubt | null
  /** From the name to the end of the value, without `export` and the comment behind. */
  readonly span: Span
  /** The value with its quotes; empty behind the separator when there is none. */
  readonly valueSpan: Span
  /** The whole lines, with their last line end. */
  readonly lineSpan: Span
}

export interface ParsedEnv {
  readonly assignments: readonly Assignment[]
  readonly source: EnvText
  /** The line end most lines have; LF in an empty file. */
  readonly lineEnd: '\n' | '\r\n'
}

const STYLES: Record<string, QuoteStyle> = { "'": 'single', '"': 'double', '`': 'backtick' }

/**
 * The assignments of an env file with the bytes they take. Names and values are what dotenv 18 reads; where readers
 * may not agree, the assignment carries a {@link Doubt}. Lines that are neither assignment nor comment are skipped,
 * as dotenv does. Linear time. Throws `env-file-unreadable` at a NUL byte; `file` is for that failure only.
 */
export function parseEnvFile(bytes: Uint8Array, file: string): ParsedEnv {
  const source = readEnvText(bytes, file)
  const { text, start } = source
  const assignments: Assignment[] = []
  let line = 1
  let counted = 0
  for (const found of findAssignments(text, start)) {
    line += countLineEnds(text, counted, found.nameStart)
    counted = found.nameStart
    assignments.push(toAssignment(bytes, source, found, line))
  }
  return { assignments, source, lineEnd: commonLineEnd(text) }
}

/** The last assignment of `name`: the one that counts. */
export function assignmentOf(parsed: ParsedEnv, name: string): Assignment | undefined {
  return parsed.assignments.findLast((assignment) => assignment.name === name)
}

function toAssignment(bytes: Uint8Array, source: EnvText, found: Found, line: number): Assignment {
  const { text, byteAt } = source
  const span = (start: number, end: number): Span => ({ start: byteAt(start), end: byteAt(end) })
  const valueSpan = span(found.valueStart, found.valueEnd)
  const lineStart = startOfLine(source, found.nameStart)
  const written = Buffer.from(bytes.subarray(valueSpan.start, valueSpan.end)).toString('utf8').replace(/\r\n?/g, '\n')
  const inQuotes = found.quoted || isWrapped(written)
  return {
    name: text.slice(found.nameStart, found.nameEnd),
    value: expanded(inQuotes ? written.slice(1, -1) : written, found.opening),
    line,
    quote: inQuotes ? (STYLES[written.charAt(0)] ?? 'none') : 'none',
    // An `export` on a line of its own exports nothing.
    exported: found.exported && /\S/.test(text.slice(lineStart, found.nameStart)),
    doubt: doubtOf(text, found, lineStart, inQuotes),
    span: span(found.nameStart, found.valueEnd),
    valueSpan,
    lineSpan: span(lineStart, behindLineEnd(text, endOfLine(text, Math.max(found.valueEnd, found.next))))
  }
}

function doubtOf(text: string, found: Found, lineStart: number, inQuotes: boolean): Doubt | null {
  const before = text.slice(lineStart, found.nameStart)
  const between = text.slice(found.nameEnd, found.quoted ? found.valueStart : found.valueFrom)
  if (!/^[ \t]*(?:export[ \t]+)?$/.test(before) || /[^ \t=:]/.test(between)) return 'split'
  const value = text.slice(found.valueStart, found.valueEnd)
  if (!found.quoted && /[\u2028\u2029]/.test(value)) return 'split'
  return !inQuotes && /^['"`]/.test(value) ? 'unclosed' : null
}

function isWrapped(written: string): boolean {
  const quote = written.charAt(0)
  return written.length > 1 && quote in STYLES && written.endsWith(quote)
}

/** dotenv goes by the first character alone: it expands behind a `"` that is never closed, too. */
function expanded(value: string, opening: string): string {
  return opening === '"' ? value.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : value
}

/** Lines of an editor: U+2028 ends none. */
function startOfLine(source: EnvText, from: number): number {
  let at = from
  while (at > source.start && !'\n\r'.includes(source.text.charAt(at - 1))) at -= 1
  return at
}

function behindLineEnd(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2
  return Math.min(at + 1, text.length)
}

function countLineEnds(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = from; at < to; at += 1) {
    const character = text.charAt(at)
    if (character === '\n' || (character === '\r' && text.charAt(at + 1) !== '\n')) lines += 1
  }
  return lines
}

function commonLineEnd(text: string): '\n' | '\r\n' {
  const pairs = text.match(/\r\n/g)?.length ?? 0
  const feeds = text.match(/\n/g)?.length ?? 0
  return pairs > feeds / 2 ? '\r\n' : '\n'
}
