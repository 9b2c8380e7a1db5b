import type { OutputOf } from '@contract/ipc'

export interface BurnPoint {
  readonly atMs: number
  /** What was left then. */
  readonly left?: number
  /** What will be left then at the present pace. */
  readonly ahead?: number
}

export interface BurnDownFigures {
  readonly points: readonly BurnPoint[]
  readonly fromMs: number
  readonly untilMs: number
}

const DAY_MS = 86_400_000

/** What was left of a quota in its period, and the line on which it goes on. Without a limit there is nothing left. */
export function burnDownOf({ quota, points }: OutputOf<'usage.burndown'>): BurnDownFigures {
  if (quota?.limit == null) return { points: [], fromMs: 0, untilMs: 0 }
  const { limit, forecast, periodStart, periodEnd } = quota
  const startMs = periodStart === null ? 0 : Date.parse(periodStart)
  const past: BurnPoint[] = points
    .map(({ at, used, limit: then }) => ({ atMs: Date.parse(at), left: Math.max(0, (then ?? limit) - used) }))
    .filter(({ atMs }) => atMs >= startMs)
  const nowMs = Math.max(Date.parse(quota.readAt), past.at(-1)?.atMs ?? 0)
  const left = Math.max(0, limit - quota.used)
  const endMs = endOf(quota, nowMs)
  const ahead: BurnPoint[] = forecast.perDay === null ? [] : [{ atMs: endMs, ahead: leftAt(endMs) }]
  const now: BurnPoint = forecast.perDay === null ? { atMs: nowMs, left } : { atMs: nowMs, left, ahead: left }
  const before = past.filter(({ atMs }) => atMs < nowMs)
  // A period begins with nothing used; providers tell of it only from some day on.
  const start: BurnPoint[] =
    periodStart !== null && startMs < (before[0]?.atMs ?? nowMs) ? [{ atMs: startMs, left: limit }] : []
  const shown = [...start, ...before, now, ...ahead]
  return {
    points: shown,
    fromMs: periodStart === null ? (shown[0]?.atMs ?? nowMs) : startMs,
    untilMs: Math.max(nowMs, periodEnd === null ? endMs : Date.parse(periodEnd))
  }

  function leftAt(ms: number): number {
    return Math.max(0, left - ((forecast.perDay ?? 0) * (ms - nowMs)) / DAY_MS)
  }
}

function endOf({ forecast, periodEnd }: NonNullable<OutputOf<'usage.burndown'>['quota']>, nowMs: number): number {
  if (forecast.endsAt !== null) return Date.parse(forecast.endsAt)
  return periodEnd === null ? nowMs + 7 * DAY_MS : Date.parse(periodEnd)
}
