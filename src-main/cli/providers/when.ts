import { InvalidArgumentError } from 'commander'
import { daysAway } from '@contract/local-days'
import type { Instant } from '@contract/model/base'
import type { ExpiryChoice } from '@contract/model/connection'
import { parseExpiry } from '../expiry'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** `--expires` of a key at a provider: `never`, a span such as `90d`, or the end of a date. */
export function toExpiryChoice(text: string): ExpiryChoice {
  if (text === 'never') return { kind: 'never' }
  const days = daysOf(text)
  if (days !== null) return { kind: 'days', days }
  // A span of no days is not taken for the date of today.
  const at = text.includes('-') ? parseExpiry(text, Date.now()) : null
  if (at === null)
    throw new InvalidArgumentError('never, a date such as 2027-03-31, or a time from now such as 30d, 12w or 1y.')
  return { kind: 'date', at }
}

/** A number of days as `90d`, `12w` or `1y`. */
export function toDays(text: string): number {
  const days = daysOf(text)
  if (days === null) throw new InvalidArgumentError('a number of days such as 90d, 12w or 1y.')
  return days
}

function daysOf(text: string): number | null {
  const span = /^(\d{1,5})([dwy])$/.exec(text)
  if (span === null) return null
  return Number(span[1]) * { d: 1, w: 7, y: 365 }[span[2] as 'd' | 'w' | 'y'] || null
}

/** A moment as a person of this computer's time zone reads it: `2026-11-21 09:30`. */
export function localTime(at: Instant): string {
  const date = new Date(at)
  const pad = (value: number): string => String(value).padStart(2, '0')
  const day = `${String(date.getFullYear())}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
  return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/**
 * How far `at` is away, in the largest unit that says enough: `in 24 hours`, `3 days ago`, `now`. Days are those of
 * the calendar here, as the window counts them.
 */
export function fromNow(at: Instant, nowMs: number, zone?: string): string {
  const awayMs = Date.parse(at) - nowMs
  const size = Math.abs(awayMs)
  const days = size < 2 * DAY_MS ? 0 : Math.abs(daysAway(Date.parse(at), nowMs, zone))
  const [count, unit] =
    days >= 2
      ? [days, 'day']
      : size >= HOUR_MS
        ? [Math.round(size / HOUR_MS), 'hour']
        : [Math.round(size / MINUTE_MS), 'minute']
  if (count === 0) return 'now'
  const words = `${String(count)} ${unit}${count === 1 ? '' : 's'}`
  return awayMs > 0 ? `in ${words}` : `${words} ago`
}

/** `2027-02-20 (in 92 days)`, or `never`. */
export function expiryWords(at: Instant | null): string {
  return at === null ? 'never' : `${localTime(at).slice(0, 10)} (${fromNow(at, Date.now())})`
}

/** `expires 2027-02-20 (in 92 days)`, or `does not expire`. */
export function expiresWords(at: Instant | null): string {
  return at === null ? 'does not expire' : `expires ${expiryWords(at)}`
}
