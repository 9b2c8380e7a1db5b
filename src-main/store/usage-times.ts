import type { Instant } from '@contract/model/base'
import { sql, type Sql } from './sql'

export const HOUR_MS = 3_600_000
export const HOURS_A_DAY = 24
export const DAY_MS = HOUR_MS * HOURS_A_DAY

/** From the one up to, but without, the other: Unix milliseconds. */
export interface Range {
  readonly fromMs: number
  readonly untilMs: number
}

/** When the hour of a moment begins, or its day: one of the calendar that this computer keeps. Unix milliseconds. */
export function startOf(bucket: 'hour' | 'day', ms: number): number {
  return bucket === 'hour' ? Math.floor(ms / HOUR_MS) * HOUR_MS : new Date(ms).setHours(0, 0, 0, 0)
}

/** A part of a range that is counted by days, by hours, or call by call. */
export interface Piece extends Range {
  readonly unit: 'day' | 'hour' | 'call'
}

const ALWAYS: Range = { fromMs: 0, untilMs: Date.UTC(10_000, 0, 1) }

export function rangeOf(from: Instant | null, until: Instant | null): Range {
  const fromMs = from === null ? ALWAYS.fromMs : Math.max(ALWAYS.fromMs, Date.parse(from))
  return { fromMs, untilMs: until === null ? ALWAYS.untilMs : Math.max(fromMs, Date.parse(until)) }
}

/**
 * A range in whole days, where `coarsest` allows, whole hours and what is left at both ends, in the order of time.
 * No moment is in two pieces.
 */
export function piecesOf(range: Range, coarsest: 'day' | 'hour'): Piece[] {
  const units = coarsest === 'day' ? (['day', 'hour'] as const) : (['hour'] as const)
  return split(range, units).filter(({ fromMs, untilMs }) => fromMs < untilMs)
}

function split(range: Range, [unit, ...finer]: readonly ('day' | 'hour')[]): Piece[] {
  const { fromMs, untilMs } = range
  if (unit === undefined) return [{ ...range, unit: 'call' }]
  const unitMs = unit === 'day' ? DAY_MS : HOUR_MS
  const firstMs = Math.ceil(fromMs / unitMs) * unitMs
  const lastMs = Math.floor(untilMs / unitMs) * unitMs
  if (firstMs >= lastMs) return split(range, finer)
  return [
    ...split({ fromMs, untilMs: firstMs }, finer),
    { unit, fromMs: firstMs, untilMs: lastMs },
    ...split({ fromMs: lastMs, untilMs }, finer)
  ]
}

/** The rows of `usage_count` that a piece of hours or days stands for. */
export function countsIn({ unit, fromMs, untilMs }: Piece): Sql {
  const [span, unitMs] = unit === 'day' ? [1, DAY_MS] : [0, HOUR_MS]
  return sql`count.span = ${span} AND count.start >= ${fromMs / unitMs} AND count.start < ${untilMs / unitMs}`
}
