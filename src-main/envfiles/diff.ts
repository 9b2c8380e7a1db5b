import { maskComment } from './comments'
import { entriesOf, type Entry } from './entries'
import { parseEnvFile } from './parse'

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added'
  /** Counted from 1, in the old file for `removed`, else in the new one. */
  readonly line: number
  /** Printable, at most 200 characters, every value masked. */
  readonly text: string
}

/** In the place of every value, of one length so that none is told. */
export const MASK = '••••••••'

const CONTEXT = 3
const LONGEST = 200
/* eslint-disable-next-line no-control-regex -- control characters and turned writing must not reach a screen */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]+/g

/**
 * What an edit changes, to be shown before it is written: the changed lines with `context` lines around, without any
 * value. Names and comments are shown; a value of several lines is one line here; a line that is neither assignment
 * nor comment is masked as a whole. Empty when nothing changes. Throws `env-file-unreadable` at a NUL byte. Pure.
 */
export function maskedDiff(before: Uint8Array, after: Uint8Array, file: string, context = CONTEXT): DiffLine[] {
  const old = piecesOf(before, file)
  const now = piecesOf(after, file)
  const head = commonLength(old, now)
  const tail = commonLength(old.slice(head).reverse(), now.slice(head).reverse())
  if (head + tail === old.length && old.length === now.length) return []
  const middle = (pieces: Piece[]): Piece[] => pieces.slice(head, pieces.length - tail)
  return [
    ...toLines('same', now.slice(Math.max(0, head - context), head)),
    ...toLines('removed', middle(old)),
    ...toLines('added', middle(now)),
    ...toLines('same', now.slice(now.length - tail, now.length - tail + context))
  ]
}

interface Piece {
  readonly line: number
  readonly raw: string
  readonly text: string
}

function piecesOf(bytes: Uint8Array, file: string): Piece[] {
  return entriesOf(bytes, parseEnvFile(bytes, file)).map((entry) => {
    const { start, end } = entry.span
    // A line end that is put behind the last line changes nothing one could see.
    const raw = Buffer.from(bytes.subarray(start, end))
      .toString('latin1')
      .replace(/[\r\n]+$/, '')
    return { line: entry.line, raw, text: maskEntry(bytes, entry) }
  })
}

function maskEntry(bytes: Uint8Array, entry: Entry): string {
  const text = (start: number, end: number): string => new TextDecoder().decode(bytes.subarray(start, end))
  const { start, end } = entry.span
  if (entry.kind === 'other') return MASK
  if (entry.kind !== 'assignment') return printable(maskComment(text(start, end).trimEnd(), MASK))
  const { valueSpan } = entry.assignment
  const quote = /^['"`]/.exec(text(valueSpan.start, valueSpan.start + 1))?.[0] ?? ''
  const behind = text(valueSpan.end, end).trimEnd()
  // A `#` that touches the value may be a part of it.
  const comment = behind.startsWith('#') ? '' : maskComment(behind, MASK)
  return printable(`${text(start, valueSpan.start)}${quote}${MASK}${quote}${comment}`)
}

function printable(text: string): string {
  const clean = text.replace(UNPRINTABLE, ' ')
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean
}

function toLines(kind: DiffLine['kind'], pieces: Piece[]): DiffLine[] {
  return pieces.map(({ line, text }) => ({ kind, line, text }))
}

function commonLength(one: Piece[], other: Piece[]): number {
  let length = 0
  while (length < one.length && length < other.length && one[length]?.raw === other[length]?.raw) length += 1
  return length
}
