import type { Instant } from '@contract/model/base'

const DAYS = { d: 1, w: 7, y: 365 } as const
const DAY_MS = 86_400_000

/**
 * The moment `text` names: a local calendar date (its end, so that the key is good all that day) or a span from
 * `nowMs` in days, weeks or years of 365 days. Null when it is neither.
 */
export function parseExpiry(text: string, nowMs: number): Instant | null {
  const span = /^(\d{1,5})([dwy])$/.exec(text)
  if (span !== null) {
    const unit = span[2] as keyof typeof DAYS
    return new Date(nowMs + Number(span[1]) * DAYS[unit] * DAY_MS).toISOString()
  }
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (date === null) return null
  const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])]
  const end = new Date(year, month - 1, day, 23, 59, 59, 999)
  return end.getMonth() === month - 1 && end.getDate() === day ? end.toISOString() : null
}
