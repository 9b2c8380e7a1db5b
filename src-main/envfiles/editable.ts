import { AppError } from '@contract/errors'
import type { Assignment, ParsedEnv } from './parse'
import { openInShell, shellWordEnd } from './shell'

export interface EditPlace {
  readonly file: string
  /** Whether a shell runs the file. */
  readonly shell: boolean
}

/**
 * Throws `env-file-unreadable` when readers disagree on what `target` is: its parts stand on several lines, a quote
 * before it is never closed, or a shell sees it end elsewhere (`export A=1 B=2`), not at all (in a here-document), or
 * set once more behind it.
 */
export function assertEditable(parsed: ParsedEnv, target: Assignment, place: EditPlace): void {
  refuse(place, unclosedBefore(parsed, target.span.start) ?? (target.doubt === null ? null : target.line))
  if (!place.shell && !target.exported) return
  const { text } = parsed.source
  const index = indexOfByte(parsed, target.span.start)
  refuse(place, place.shell ? (openLine(parsed, index) ?? laterLine(parsed, target)) : null)
  const valueStart = indexOfByte(parsed, target.valueSpan.start)
  const valueEnd = indexOfByte(parsed, target.valueSpan.end)
  const separated = /[ \t]$/.test(text.slice(0, valueStart))
  // Behind `A= ` a shell sees the next word, not the value.
  if (separated && valueEnd > valueStart && place.shell) refuse(place, target.line)
  if (valueEnd > valueStart && shellWordEnd(text, valueStart) !== valueEnd) refuse(place, target.line)
}

/** Throws `env-file-unreadable` when a line added at the end would be read as a part of what stands before it. */
export function assertAppendable(parsed: ParsedEnv, place: EditPlace): void {
  const { text } = parsed.source
  refuse(place, unclosedBefore(parsed, Infinity))
  if (place.shell) refuse(place, openLine(parsed, text.length))
  // A shell joins the new line to one that ends in a backslash; dotenv does not.
  const last = text.trimEnd()
  const tail = text.slice(last.length).replaceAll('\r', '')
  const open = /(?<!\\)(?:\\\\)*\\$/.test(last) && /^\n?$/.test(tail)
  if (open && !isComment(last)) refuse(place, lineAt(text, last.length - 1))
}

function refuse({ file }: EditPlace, line: number | null): void {
  if (line !== null) throw new AppError('env-file-unreadable', { file, line })
}

function unclosedBefore(parsed: ParsedEnv, byte: number): number | null {
  const open = parsed.assignments.find(({ doubt, span }) => doubt === 'unclosed' && span.start <= byte)
  return open?.line ?? null
}

function openLine({ source: { text, start } }: ParsedEnv, upTo: number): number | null {
  const open = openInShell(text, start, upTo)
  return open === null ? null : lineAt(text, open)
}

/** Where a shell program gives the name another value behind `target`, in a place dotenv does not look at. */
function laterLine(parsed: ParsedEnv, { name, span }: Assignment): number | null {
  const { text } = parsed.source
  const from = indexOfByte(parsed, span.end)
  const again = new RegExp(`(?:^|[\\s;&|(){}])${name}\\+?=`, 'g')
  again.lastIndex = from
  for (let match = again.exec(text); match !== null; match = again.exec(text)) {
    if (!isComment(text.slice(0, again.lastIndex))) return lineAt(text, again.lastIndex)
  }
  return null
}

function isComment(text: string): boolean {
  return /^[ \t\ufeff]*#/.test(text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1))
}

function lineAt(text: string, index: number): number {
  return text
    .slice(0, index)
    .replaceAll('\r\n', '\n')
    .split(/[\n\r]/).length
}

function indexOfByte({ source }: ParsedEnv, byte: number): number {
  let low = 0
  let high = source.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (source.byteAt(middle) < byte) low = middle + 1
    else high = middle
  }
  return low
}
