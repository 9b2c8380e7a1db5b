export type RelativeUnit = 'minute' | 'hour' | 'day' | 'month' | 'year'

export type RelativeMoment =
  | { readonly kind: 'now' | 'soon'; readonly unit: null }
  | { readonly kind: 'past' | 'future'; readonly unit: RelativeUnit; readonly count: number }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * How far a moment lies from `nowMs` in the largest unit that still says something.
 * Days ahead are rounded up: a key that lives five and a half days expires "in 6 days".
 */
export function relativeMoment(instantMs: number, nowMs: number): RelativeMoment {
  const distanceMs = instantMs - nowMs
  const kind = distanceMs < 0 ? 'past' : 'future'
  const size = Math.abs(distanceMs)
  if (size < MINUTE_MS) return { kind: kind === 'past' ? 'now' : 'soon', unit: null }
  const round = kind === 'past' ? Math.floor : Math.ceil
  if (size < HOUR_MS) return { kind, unit: 'minute', count: round(size / MINUTE_MS) }
  // The window's clock moves by the minute: a day and some seconds is one day, not two.
  const whole = kind === 'past' ? size : size - MINUTE_MS
  if (size < DAY_MS) return { kind, unit: 'hour', count: round(whole / HOUR_MS) }
  const days = round(whole / DAY_MS)
  if (days < 60) return { kind, unit: 'day', count: days }
  if (days < 730) return { kind, unit: 'month', count: Math.round(days / 30.44) }
  return { kind, unit: 'year', count: Math.round(days / 365.25) }
}
