import { daysAway } from '@contract/local-days'

export type RelativeUnit = 'minute' | 'hour' | 'day' | 'month' | 'year'

export type RelativeMoment =
  | { readonly kind: 'now' | 'soon'; readonly unit: null }
  | { readonly kind: 'past' | 'future'; readonly unit: RelativeUnit; readonly count: number }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * How far a moment lies from `nowMs` in the largest unit that still says something. Minutes and hours are those that
 * go by, hours to come rounded up; days are those of the calendar where the person is, so that "Yesterday" never
 * stands beside a date two days back.
 */
export function relativeMoment(instantMs: number, nowMs: number, zone?: string): RelativeMoment {
  const distanceMs = instantMs - nowMs
  const kind = distanceMs < 0 ? 'past' : 'future'
  const size = Math.abs(distanceMs)
  if (size < MINUTE_MS) return { kind: kind === 'past' ? 'now' : 'soon', unit: null }
  const round = kind === 'past' ? Math.floor : Math.ceil
  if (size < HOUR_MS) return { kind, unit: 'minute', count: round(size / MINUTE_MS) }
  // The day on which the clocks go back has an hour more.
  const days = size < DAY_MS ? 0 : Math.abs(daysAway(instantMs, nowMs, zone))
  // The window's clock moves by the minute: an hour and some seconds is one hour, not two.
  if (days === 0) return { kind, unit: 'hour', count: round((kind === 'past' ? size : size - MINUTE_MS) / HOUR_MS) }
  if (days < 60) return { kind, unit: 'day', count: days }
  if (days < 730) return { kind, unit: 'month', count: Math.round(days / 30.44) }
  return { kind, unit: 'year', count: Math.round(days / 365.25) }
}
