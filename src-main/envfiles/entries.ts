import { isShowableName } from './comments'
import type { Assignment, ParsedEnv, Span } from './parse'

/** A piece of an env file in whole lines: an assignment with all its lines, or one line of anything else. */
export type Entry = { readonly line: number; readonly span: Span } & (
  { readonly kind: 'assignment'; readonly assignment: Assignment } | { readonly kind: 'comment' | 'blank' | 'other' }
)

/**
 * The whole file as entries, in order and without gaps. What readers disagree on, and an assignment whose name may not
 * be shown, are lines of kind `other`.
 */
export function entriesOf(bytes: Uint8Array, parsed: ParsedEnv): Entry[] {
  const entries: Entry[] = []
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = parsed.source.byteAt(parsed.source.start)
  let line = 1
  const takeLines = (upTo: number): void => {
    while (at < upTo) {
      const span = { start: at, end: Math.min(behindLine(source, at), upTo) }
      entries.push({ kind: kindOf(source.subarray(span.start, span.end)), line, span })
      line += 1
      at = span.end
    }
  }
  for (const assignment of parsed.assignments) {
    if (assignment.doubt === 'split' || assignment.lineSpan.start < at || !isShowableName(assignment.name)) continue
    takeLines(assignment.lineSpan.start)
    entries.push({ kind: 'assignment', line, span: assignment.lineSpan, assignment })
    at = assignment.lineSpan.end
    line += lineCount(source.subarray(assignment.lineSpan.start, at))
  }
  takeLines(bytes.length)
  return entries
}

function kindOf(line: Buffer): 'comment' | 'blank' | 'other' {
  const text = line.toString('latin1').trim()
  if (text === '') return 'blank'
  return text.startsWith('#') ? 'comment' : 'other'
}

function behindLine(source: Buffer, from: number): number {
  let at = from
  while (at < source.length && source[at] !== 10 && source[at] !== 13) at += 1
  return source[at] === 13 && source[at + 1] === 10 ? at + 2 : Math.min(at + 1, source.length)
}

function lineCount(lines: Buffer): number {
  return Math.max(1, lines.toString('latin1').match(/\r\n|\n|\r/g)?.length ?? 0)
}
