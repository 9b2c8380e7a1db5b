import type { Instant } from '@contract/model/base'
import type { UsageForecast } from '@contract/model/usage'
import type { QuotaPoint } from '../../ports/usage-store'

const DAY_MS = 86_400_000
const RECENT_DAYS = 7
/** A day further than this is not foretold where the period has no end. */
const FARTHEST_DAYS = 365
/** What counts up from nothing in each period; others, as disk or memory, may stand high from the start. */
const COUNTS_UP = /request|call|message|token|bandwidth|traffic|transfer|egress/i

interface Reading {
  readonly metric: string
  readonly unit: string | null
  readonly used: number
  readonly limit: number | null
  readonly periodStart: Instant | null
  readonly periodEnd: Instant | null
  readonly readAt: Instant
  /** Earlier readings, oldest first. */
  readonly points: readonly QuotaPoint[]
}

const UNKNOWN: UsageForecast = { rule: 'none', perDay: null, endsAt: null, atPeriodEnd: null }

/**
 * When a quota ends if things go on as they did. The pace is that of the last seven days of this period, once they
 * cover a day; before that, for what counts up from nothing, that since the period began. A share in percent has none.
 */
export function forecastOf(reading: Reading): UsageForecast {
  const { unit, used, limit, periodEnd, readAt } = reading
  if (unit === '%') return UNKNOWN
  const pace = recentPace(reading) ?? periodPace(reading)
  if (pace === null) return UNKNOWN
  const readMs = Date.parse(readAt)
  const endMs = periodEnd === null ? null : Date.parse(periodEnd)
  const daysLeft = endMs === null ? null : Math.max(0, (endMs - readMs) / DAY_MS)
  return {
    ...pace,
    endsAt: limit === null ? null : endOf(readMs, (limit - used) / pace.perDay, pace.perDay, daysLeft),
    atPeriodEnd: daysLeft === null ? null : used + pace.perDay * daysLeft
  }
}

type Pace = Pick<UsageForecast, 'rule'> & { readonly perDay: number }

function recentPace({ used, periodStart, readAt, points }: Reading): Pace | null {
  const readMs = Date.parse(readAt)
  const sinceMs = Math.max(readMs - RECENT_DAYS * DAY_MS, periodStart === null ? 0 : Date.parse(periodStart))
  const [first] = points.filter(({ at }) => Date.parse(at) >= sinceMs)
  if (first === undefined) return null
  const days = (readMs - Date.parse(first.at)) / DAY_MS
  return days < 1 ? null : { rule: 'recent', perDay: Math.max(0, (used - first.used) / days) }
}

function periodPace({ metric, used, periodStart, readAt }: Reading): Pace | null {
  if (periodStart === null || !COUNTS_UP.test(metric)) return null
  const days = (Date.parse(readAt) - Date.parse(periodStart)) / DAY_MS
  return days < 1 ? null : { rule: 'period', perDay: used / days }
}

function endOf(readMs: number, days: number, perDay: number, daysLeft: number | null): Instant | null {
  if (days <= 0) return new Date(readMs).toISOString()
  if (perDay === 0 || days > (daysLeft ?? FARTHEST_DAYS)) return null
  return new Date(Math.round(readMs + days * DAY_MS)).toISOString()
}
