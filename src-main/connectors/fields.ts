import { toLine, toProse } from '../importers/clean'

/**
 * How values of an answer become ours. A list refuses what it cannot read, so that nothing wrong is shown as true; of
 * an answer to a creation everything but the id and the secret may be unreadable: a key must not be lost over its date.
 */
export interface Reading {
  /** Throws `provider-answer-unreadable`, or is silent where the fallback is to be taken. */
  refuse(expected: string): void
  /** Whether a null stands for "not said" and what was known before stays, as in the short answers to a change. */
  readonly keepsUnsaid: boolean
}

const LONGEST_ID = 500
const LONGEST_SECRET = 65_536
const MOST_ENTRIES = 500
// eslint-disable-next-line no-control-regex -- refusing control characters is the point
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

/** An id that can be sent back as it is, or null. It is never cleaned: another id would be another key. */
export function readId(value: unknown, type: 'text' | 'number' | 'either'): string | null {
  if (typeof value === 'number') return type !== 'text' && Number.isSafeInteger(value) ? value.toString() : null
  if (type === 'number') return null
  if (typeof value !== 'string' || value === '' || value === '.' || value === '..') return null
  return value.length > LONGEST_ID || UNPRINTABLE.test(value) || !value.isWellFormed() ? null : value
}

/** A value that can be kept and copied as it is, or null. */
export function readSecret(value: unknown): string | null {
  if (typeof value !== 'string' || value === '' || value.length > LONGEST_SECRET) return null
  // A private key may have several lines; nothing else has control characters.
  return UNPRINTABLE.test(value.replaceAll(/[\r\n\t]/g, '')) || !value.isWellFormed() ? null : value
}

/** One line, cleaned; null where the answer does not say it. */
export function readLine(value: unknown, longest: number, what: string, reading: Reading): string | null {
  const text = textOf(value, what, reading)
  return text === null ? null : toLine(text, longest)
}

export function readProse(value: unknown, longest: number, what: string, reading: Reading): string | null {
  const text = textOf(value, what, reading)
  return text === null ? null : toProse(text, longest)
}

/** Texts, cleaned, each once. One text is a list of one; null where the answer does not say it. */
export function readList(value: unknown, longest: number, what: string, reading: Reading): string[] | null {
  if (value === null || value === undefined) return null
  const entries = Array.isArray(value) ? value.slice(0, MOST_ENTRIES) : [value]
  const lines = entries.map((entry) => readLine(entry, longest, what, reading) ?? '')
  return [...new Set(lines)].filter((line) => line !== '')
}

/** A count, or null. */
export function readCount(value: unknown): number | null {
  const count = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null
}

function textOf(value: unknown, what: string, reading: Reading): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  reading.refuse(`${what} as text`)
  return null
}
