export interface Assignment {
  readonly name: string
  readonly value: string
  /** Of its name, counted from 1. */
  readonly line: number
}

const HEAD = /^[^\S\n]*(?:export[^\S\n]+)?([\w.-]+)(?:[^\S\n]*=|:(?=[^\S\n]))/
const BLANK_TAIL = /^[^\S\n]*(?:#|\n|$)/

/**
 * The assignments of a `.env` text, lazily and in order. Values may be quoted with `'`, `"` or a backtick and then
 * run over several lines; `\n` and `\r` are expanded between double quotes only. What is no assignment is skipped,
 * as dotenv does. One pass: a scan for a closing quote ends at the latest where the next value opens with that quote.
 */
export function* readAssignments(text: string): Generator<Assignment> {
  const source = text.replace(/\r\n?/g, '\n')
  let line = 1
  let start = 0
  while (start < source.length) {
    const end = lineEnd(source, start)
    const head = HEAD.exec(source.slice(start, end))
    let next = end
    if (head !== null) {
      const value = readValue(source, start + head[0].length, end)
      yield { name: head[1] ?? '', value: value.text, line }
      next = value.end
    }
    line += countLines(source, start, next)
    start = next + 1
  }
}

interface Value {
  readonly text: string
  /** Where the line ends on which the value does. */
  readonly end: number
}

function readValue(source: string, from: number, end: number): Value {
  let start = from
  while (start < end && /\s/.test(source.charAt(start))) start += 1
  const quote = source.charAt(start)
  const close = start < end && `'"\``.includes(quote) ? closingQuote(source, start, end, quote) : null
  if (close === null) return { text: unquoted(source.slice(start, end)), end }
  return { text: expanded(source.slice(start + 1, close), quote), end: lineEnd(source, close) }
}

/** dotenv goes by the first character alone: it expands behind a `"` that is never closed, too. */
function expanded(text: string, opening: string): string {
  return opening === '"' ? text.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : text
}

/** The quote that closes the one at `start` and has nothing but a comment behind it, or null. */
function closingQuote(source: string, start: number, end: number, quote: string): number | null {
  let escaped: number | null = null
  for (let index = start + 1; index < source.length; index += 1) {
    if (source.charAt(index) !== quote) continue
    if (source.charAt(index - 1) !== '\\') return hasBlankTail(source, index) ? index : null
    // 'C:\' ends in a backslash that escapes nothing, if no other quote closes the value.
    if (index < end && hasBlankTail(source, index)) escaped = index
  }
  return escaped
}

function hasBlankTail(source: string, quoteAt: number): boolean {
  return BLANK_TAIL.test(source.slice(quoteAt + 1))
}

function unquoted(text: string): string {
  const comment = text.indexOf('#')
  const bare = (comment === -1 ? text : text.slice(0, comment)).trim()
  const quote = bare.charAt(0)
  const isQuoted = bare.length > 1 && `'"\``.includes(quote) && bare.endsWith(quote)
  return expanded(isQuoted ? bare.slice(1, -1) : bare, quote)
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from)
  return end === -1 ? source.length : end
}

function countLines(source: string, from: number, to: number): number {
  let lines = 1
  for (let at = source.indexOf('\n', from); at !== -1 && at < to; at = source.indexOf('\n', at + 1)) lines += 1
  return lines
}
