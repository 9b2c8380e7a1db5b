import { maskComment } from './comments'
import { entriesOf, type Entry } from './entries'
import { parseEnvFile } from './parse'

export interface DiffLine {
  /** `skipped`: lines from here on are the same and not listed; it has no text. */
  readonly kind: 'same' | 'removed' | 'added' | 'skipped'
  /** Counted from 1, in the old file for `removed`, else in the new one. */
  readonly line: number
  /** Printable, at most 200 characters, every value masked. */
  readonly text: string
}

/** In the place of every value, of one length so that none is told; where there is none nothing is hidden. */
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
  const lines = [
    ...toLines('same', now.slice(0, head)),
    ...inPlace(middle(old), middle(now)),
    ...toLines('same', now.slice(now.length - tail))
  ]
  return near(lines, context)
}

/** Line by line at the same place: an edit of several names changes each where it stands, and adds at the end. */
function inPlace(old: readonly Piece[], now: readonly Piece[]): DiffLine[] {
  const lines: DiffLine[] = []
  let [removed, added]: [Piece[], Piece[]] = [[], []]
  for (let at = 0; at < Math.max(old.length, now.length); at += 1) {
    const [was, is] = [old[at], now[at]]
    if (is !== undefined && was?.raw === is.raw) {
      lines.push(...toLines('removed', removed), ...toLines('added', added), ...toLines('same', [is]))
      removed = []
      added = []
      continue
    }
    if (was !== undefined) removed.push(was)
    if (is !== undefined) added.push(is)
  }
  return [...lines, ...toLines('removed', removed), ...toLines('added', added)]
}

/** The changed lines, and `context` lines before and after each. */
function near(lines: readonly DiffLine[], context: number): DiffLine[] {
  const shown: DiffLine[] = []
  let skipped: DiffLine | undefined
  lines.forEach((line, at) => {
    const around = lines.slice(Math.max(0, at - context), at + context + 1)
    if (around.every(({ kind }) => kind === 'same')) {
      skipped ??= line
      return
    }
    if (skipped !== undefined && shown.length > 0) shown.push({ kind: 'skipped', line: skipped.line, text: '' })
    skipped = undefined
    shown.push(line)
  })
  return shown
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
  const mask = valueSpan.end === valueSpan.start + 2 * quote.length ? '' : MASK
  const behind = text(valueSpan.end, end).trimEnd()
  // A `#` that touches the value may be a part of it.
  const comment = behind.startsWith('#') ? '' : maskComment(behind, MASK)
  return printable(`${text(start, valueSpan.start)}${quote}${mask}${quote}${comment}`)
}

function printable(text: string): string {
  const clean = text.replace(UNPRINTABLE, ' ')
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean
}

function toLines(kind: DiffLine['kind'], pieces: readonly Piece[]): DiffLine[] {
  return pieces.map(({ line, text }) => ({ kind, line, text }))
}

function commonLength(one: Piece[], other: Piece[]): number {
  let length = 0
  while (length < one.length && length < other.length && one[length]?.raw === other[length]?.raw) length += 1
  return length
}
