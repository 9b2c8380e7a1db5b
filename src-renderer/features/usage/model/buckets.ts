import type { UsageSeries } from '@contract/model/usage'
import type { TimeBucket } from './time'

const HOUR_MS = 3_600_000
const LENGTH_MS = { hour: HOUR_MS, day: 24 * HOUR_MS } as const

// A bar thinner than a pixel says nothing.
const MOST = 1_500

/**
 * One bar for each hour or day of a span, those without a call too. Where the span is open it goes from the first call
 * to now.
 */
export function toBuckets(
  { bucket, points }: Pick<UsageSeries, 'bucket' | 'points'>,
  bounds: { readonly fromMs: number | null; readonly untilMs: number | null },
  nowMs: number
): TimeBucket[] {
  const length = LENGTH_MS[bucket]
  const counted = new Map(points.map((point) => [Date.parse(point.at), point]))
  const first = points[0]
  const fromMs = bounds.fromMs ?? (first === undefined ? nowMs : Date.parse(first.at))
  const untilMs = bounds.untilMs ?? nowMs + 1
  const start = Math.floor(fromMs / length) * length
  const count = Math.min(MOST, Math.ceil((untilMs - start) / length))
  return Array.from({ length: Math.max(0, count) }, (_, at) => {
    const atMs = start + at * length
    const { requests = 0, errors = 0 } = counted.get(atMs) ?? {}
    return { atMs, untilMs: atMs + length, requests, errors, fine: requests - errors }
  })
}
