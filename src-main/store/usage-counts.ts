import type { UsageBucket } from '@contract/model/usage'
import { allOf, sql, type Connection, type Sql } from './sql'
import { conditionsOnCalls, shapesIn, type Scope } from './usage-scope'
import { countsIn, DAY_MS, HOUR_MS, piecesOf, type Piece } from './usage-times'

/** How many calls there were from `startMs` on, in the hour or day of that moment. */
export interface Bucket {
  readonly startMs: number
  readonly requests: number
  readonly errors: number
}

/** How many calls of each shape there were. */
export function countByShape(connection: Connection, scope: Scope): Map<number, number> {
  const totals = new Map<number, number>()
  for (const statement of shapeQueries(scope)) {
    for (const { shape, requests } of connection.all<{ shape: number; requests: number }>(statement))
      totals.set(shape, (totals.get(shape) ?? 0) + requests)
  }
  return totals
}

/** How many calls there were in each hour or day that has any, oldest first. */
export function countByTime(connection: Connection, scope: Scope, bucket: UsageBucket): Bucket[] {
  const unitMs = bucket === 'day' ? DAY_MS : HOUR_MS
  const buckets = new Map<number, { startMs: number; requests: number; errors: number }>()
  for (const statement of timeQueries(scope, bucket)) {
    for (const { at, requests, errors } of connection.all<{ at: number; requests: number; errors: number }>(
      statement
    )) {
      const startMs = Math.floor(at / unitMs) * unitMs
      const counted = buckets.get(startMs) ?? { startMs, requests: 0, errors: 0 }
      counted.requests += requests
      counted.errors += errors
      buckets.set(startMs, counted)
    }
  }
  return [...buckets.values()].sort((one, other) => one.startMs - other.startMs)
}

/** How many calls there were. */
export function countCalls(connection: Connection, scope: Scope): number {
  return totalQueries(scope).reduce((sum, statement) => sum + (connection.value<number>(statement) ?? 0), 0)
}

/** The statements behind these counts; a test asks for their plans. */
export function shapeQueries(scope: Scope): Sql[] {
  return parts(scope, 'day').map((piece) =>
    piece.unit === 'call'
      ? sql`SELECT call.shape, count(*) AS requests FROM usage_call AS call WHERE ${callsIn(piece, scope)} GROUP BY call.shape`
      : sql`
        SELECT count.shape, sum(count.requests) AS requests FROM usage_count AS count
        WHERE ${countsOf(piece, scope)} GROUP BY count.shape`
  )
}

export function timeQueries(scope: Scope, bucket: UsageBucket): Sql[] {
  return parts(scope, bucket).map((piece) => {
    if (piece.unit === 'call') {
      return sql`
        SELECT call.at / 3600000 * 3600000 AS at, count(*) AS requests, total(shape.status >= 400) AS errors
        FROM usage_call AS call CROSS JOIN usage_shape AS shape USING (shape)
        WHERE ${callsIn(piece, scope)} GROUP BY 1`
    }
    const unitMs = piece.unit === 'day' ? DAY_MS : HOUR_MS
    return sql`
      SELECT count.start * ${unitMs} AS at, sum(count.requests) AS requests,
        total(iif(shape.status >= 400, count.requests, 0)) AS errors
      FROM usage_count AS count CROSS JOIN usage_shape AS shape USING (shape)
      WHERE ${countsOf(piece, scope)} GROUP BY count.start`
  })
}

function totalQueries(scope: Scope): Sql[] {
  return parts(scope, 'day').map((piece) =>
    piece.unit === 'call'
      ? sql`SELECT count(*) FROM usage_call AS call WHERE ${callsIn(piece, scope)}`
      : sql`SELECT sum(count.requests) FROM usage_count AS count WHERE ${countsOf(piece, scope)}`
  )
}

/** The calls of a scope within a piece of its range. */
export function callsIn({ fromMs, untilMs }: Pick<Piece, 'fromMs' | 'untilMs'>, scope: Scope): Sql {
  return allOf([sql`call.at >= ${fromMs} AND call.at < ${untilMs}`, ...conditionsOnCalls(scope)])
}

/** The counts of a scope within a piece of hours or days. */
export function countsOf(piece: Piece, scope: Scope): Sql {
  const shapes = shapesIn(scope)
  return allOf([countsIn(piece), ...(shapes === null ? [] : [sql`count.shape IN ${shapes}`])])
}

/** What shapes do not tell is counted call by call, over the whole range. */
function parts({ range, calls }: Scope, coarsest: UsageBucket): Piece[] {
  return calls.length > 0 ? [{ ...range, unit: 'call' }] : piecesOf(range, coarsest)
}
