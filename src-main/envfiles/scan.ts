/** An assignment by the places of its parts in the text; ends are exclusive. */
export interface Found {
  readonly exported: boolean
  readonly nameStart: number
  readonly nameEnd: number
  /** Behind the `=`, or behind the `: `. */
  readonly valueFrom: number
  readonly valueStart: number
  readonly valueEnd: number
  readonly quoted: boolean
  /** The character dotenv decides by whether to expand `\n`. */
  readonly opening: string
  readonly next: number
}

type Head = Pick<Found, 'exported' | 'nameStart' | 'nameEnd' | 'valueFrom'>

const QUOTES = `'"\``
const NAME = /[\w.-]/

/**
 * The assignments of `text` from `start` on, where dotenv 18 finds them
 * (https://github.com/motdotla/dotenv/blob/master/lib/main.js, `LINE`). That expression takes quadratic time on a
 * hostile file; this scan is one pass: a search for a closing quote ends at the latest where the next value opens
 * with that quote, and a run of blanks is looked at from the name before it only.
 */
export function* findAssignments(text: string, start: number): Generator<Found> {
  let at = start
  while (at < text.length) {
    at = skipBlanks(text, at)
    const head = readHead(text, at)
    if (head === null) {
      at = endOfLine(text, at)
      continue
    }
    const found = { ...head, ...readValue(text, head.valueFrom) }
    yield found
    at = found.next
  }
}

/** JavaScript's `\s`, as in dotenv's expression. */
export function isBlank(character: string): boolean {
  return character !== '' && /\s/.test(character)
}

/** Line ends of `^`, `$` and `.` in JavaScript; files of people hold the first two only. */
export function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r' || character === '\u2028' || character === '\u2029'
}

export function endOfLine(text: string, from: number): number {
  let at = from
  while (at < text.length && !isLineEnd(text.charAt(at))) at += 1
  return at
}

function readHead(text: string, at: number): Head | null {
  const behind = text.startsWith('export', at) && isBlank(text.charAt(at + 6)) ? skipBlanks(text, at + 7) : at
  const exported = behind !== at && NAME.test(text.charAt(behind))
  const nameStart = exported ? behind : at
  let nameEnd = nameStart
  while (nameEnd < text.length && NAME.test(text.charAt(nameEnd))) nameEnd += 1
  if (nameEnd === nameStart) return null
  const valueFrom = behindSeparator(text, nameEnd)
  return valueFrom === null ? null : { exported, nameStart, nameEnd, valueFrom }
}

function behindSeparator(text: string, nameEnd: number): number | null {
  const sign = skipBlanks(text, nameEnd)
  if (text.charAt(sign) === '=') return sign + 1
  if (text.charAt(nameEnd) !== ':' || !isBlank(text.charAt(nameEnd + 1))) return null
  return nameEnd + (text.startsWith('\r\n', nameEnd + 1) ? 3 : 2)
}

type Value = Pick<Found, 'valueStart' | 'valueEnd' | 'quoted' | 'opening' | 'next'>

function readValue(text: string, from: number): Value {
  const first = skipBlanks(text, from)
  const opening = text.charAt(first)
  const close = opening !== '' && QUOTES.includes(opening) ? closingQuote(text, first) : null
  if (close !== null) {
    return { valueStart: first, valueEnd: close + 1, quoted: true, opening, next: endOfLine(text, close) }
  }
  const comment = unquotedEnd(text, from)
  let start = from
  let end = comment
  while (start < end && isBlank(text.charAt(start))) start += 1
  while (end > start && isBlank(text.charAt(end - 1))) end -= 1
  if (start === end) start = end = from
  const next = text.charAt(comment) === '#' ? endOfLine(text, comment) : comment
  return { valueStart: start, valueEnd: end, quoted: false, opening: first < comment ? opening : '', next }
}

/** The last quote that has nothing but a comment behind it, up to the first that no backslash stands before. */
function closingQuote(text: string, open: number): number | null {
  const quote = text.charAt(open)
  let found: number | null = null
  for (let at = text.indexOf(quote, open + 1); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (hasBlankTail(text, at + 1)) found = at
    if (text.charAt(at - 1) !== '\\') return found
  }
  return found
}

function hasBlankTail(text: string, from: number): boolean {
  let at = from
  while (at < text.length && !isLineEnd(text.charAt(at)) && isBlank(text.charAt(at))) at += 1
  return at === text.length || isLineEnd(text.charAt(at)) || text.charAt(at) === '#'
}

function unquotedEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !'\n\r#'.includes(text.charAt(at))) at += 1
  return at
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && isBlank(text.charAt(at))) at += 1
  return at
}
