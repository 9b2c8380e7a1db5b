import { dayOf } from '@contract/local-days'
import type { UsageSeries } from '@contract/model/usage'
import { midnightOf, nextDay } from './local-days'
import type { TimeBucket } from './time'

const HOUR_MS = 3_600_000

// A bar thinner than a pixel says nothing.
const MOST = 1_500

/**
 * One bar for each hour or day of a span, those without a call too. Days are those of the calendar here, so that one may
 * have 23 or 25 hours. Where the span is open it goes from the first call to now.
 */
export function toBuckets(
  { bucket, points }: Pick<UsageSeries, 'bucket' | 'points'>,
  bounds: { readonly fromMs: number | null; readonly untilMs: number | null },
  nowMs: number
): TimeBucket[] {
  const startOf = bucket === 'day' ? midnightBefore : hourBefore
  const counted = new Map<number, { requests: number; errors: number }>()
  for (const { at, requests, errors } of points) {
    const startMs = startOf(Date.parse(at))
    const before = counted.get(startMs) ?? { requests: 0, errors: 0 }
    counted.set(startMs, { requests: before.requests + requests, errors: before.errors + errors })
  }
  const first = points[0]
  const fromMs = bounds.fromMs ?? (first === undefined ? nowMs : Date.parse(first.at))
  const endMs = bounds.untilMs ?? nowMs + 1
  const buckets: TimeBucket[] = []
  let atMs = startOf(fromMs)
  while (atMs < endMs && buckets.length < MOST) {
    const untilMs = bucket === 'day' ? midnightAfter(atMs) : atMs + HOUR_MS
    const { requests = 0, errors = 0 } = counted.get(atMs) ?? {}
    buckets.push({ atMs, untilMs, requests, errors, fine: requests - errors })
    atMs = untilMs
  }
  return buckets
}

function hourBefore(ms: number): number {
  return Math.floor(ms / HOUR_MS) * HOUR_MS
}

function midnightBefore(ms: number): number {
  return midnightOf(dayOf(ms))
}

function midnightAfter(ms: number): number {
  return midnightOf(nextDay(dayOf(ms)))
}
