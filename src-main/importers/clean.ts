import { envName } from '@contract/model/base'

/* eslint-disable no-control-regex -- taking control characters out is the point */
// Besides control characters: line separators, and the marks that turn the writing direction around in a list.
const NOT_IN_LINES = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g
const NOT_IN_PROSE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g
/* eslint-enable no-control-regex */
const INSTANT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:\d\d)?)?$/
const YEAR_1_MS = Date.parse('0001-01-01T00:00:00Z')
const YEAR_10000_MS = Date.UTC(10_000, 0, 1)
const MOST_TAGS = 50

/** One line for a list: control characters become spaces, half surrogates are replaced, the rest is cut. */
export function toLine(text: string | null | undefined, longest: number): string {
  return cut((text ?? '').slice(0, longest * 8).replace(NOT_IN_LINES, ' '), longest)
}

/** Text of several lines, without other control characters. */
export function toProse(text: string | null | undefined, longest: number): string {
  return cut((text ?? '').slice(0, longest * 8).replace(NOT_IN_PROSE, ' '), longest)
}

/** Tags without the empty and the repeated ones. */
export function toTags(tags: readonly (string | null | undefined)[]): string[] {
  const cleaned = tags.map((tag) => toLine(tag, 60)).filter((tag) => tag !== '')
  return [...new Set(cleaned)].slice(0, MOST_TAGS)
}

/** `text` where it can be the name of an environment variable, else null. */
export function toEnvName(text: string | null | undefined): string | null {
  return text !== undefined && text !== null && envName.safeParse(text).success ? text : null
}

/**
 * A moment as the contract writes it, or null. Takes dates, milliseconds since 1970 and ISO 8601 text; without a
 * zone it is UTC, so that a file means the same on every machine.
 */
export function toInstant(value: Date | number | string | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const ms = typeof value === 'string' ? parseInstant(value.trim()) : Number(value)
  return Number.isFinite(ms) && ms >= YEAR_1_MS && ms < YEAR_10000_MS ? new Date(ms).toISOString() : null
}

/** A web address without the user name and password it may carry; null when it is none. */
export function toAddress(text: string | null | undefined): string | null {
  const line = toLine(text, 1_000)
  if (!/^https?:\/\//i.test(line) || !URL.canParse(line)) return null
  const url = new URL(line)
  url.username = ''
  url.password = ''
  return url.href
}

function parseInstant(text: string): number {
  const parts = INSTANT.exec(text)
  if (parts === null) return Number.NaN
  return Date.parse(`${parts[1] ?? ''}T${parts[2] ?? '00:00'}${parts[3] ?? 'Z'}`)
}

function cut(text: string, longest: number): string {
  const short = text.toWellFormed().trim().slice(0, longest)
  // A pair cut in two leaves half a character.
  return (short.isWellFormed() ? short : short.slice(0, -1)).trimEnd()
}
