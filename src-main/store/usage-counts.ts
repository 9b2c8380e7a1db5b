import type { UsageBucket } from '@contract/model/usage'
import { allOf, sql, type Connection, type Sql } from './sql'
import { conditionsOnCalls, needsCalls, shapesIn, type Scope } from './usage-scope'
import { countsIn, HOUR_MS, piecesOf, startOf, type Piece, type Range } from './usage-times'

/** How many calls there were from `startMs` on, in the hour or day of that moment. */
export interface Bucket {
  readonly startMs: number
  readonly requests: number
  readonly errors: number
}

/** What is counted of a scope; what costs a walk through calls is walked through once. */
export interface Counts {
  /** How many calls of each shape there were. */
  byShape(): ReadonlyMap<number, number>
  /**
   * How many calls there were in each hour or day that has any, oldest first. Days are summed from hours of UTC,
   * each of which is of the day it begins in.
   */
  byTime(bucket: UsageBucket): Bucket[]
}

/** Keeps the hour and the shape of a call in one number that is still exact. */
const SHAPES_AT_MOST = 2 ** 26

export function countsOf(connection: Connection, scope: Scope): Counts {
  return needsCalls(scope) ? countsOfCalls(connection, scope) : countsOfHoursAndDays(connection, scope)
}

function countsOfHoursAndDays(connection: Connection, scope: Scope): Counts {
  return {
    byShape() {
      const totals = new Map<number, number>()
      for (const statement of shapeQueries(scope)) {
        for (const { shape, requests } of connection.all<{ shape: number; requests: number }>(statement))
          totals.set(shape, (totals.get(shape) ?? 0) + requests)
      }
      return totals
    },
    byTime(bucket) {
      const buckets = createBuckets(bucket, scope.range)
      for (const statement of timeQueries(scope)) {
        for (const row of connection.all<{ at: number; requests: number; errors: number }>(statement))
          buckets.add(row.at, row.requests, row.errors)
      }
      return buckets.inOrder()
    }
  }
}

/** Grouped here: SQLite would sort all calls first. */
function countsOfCalls(connection: Connection, scope: Scope): Counts {
  const packed = new Map<number, number>()
  for (const one of connection.numbers(packedQuery(scope))) packed.set(one, (packed.get(one) ?? 0) + 1)
  const each = (visit: (hour: number, shape: number, requests: number) => void): void => {
    for (const [one, requests] of packed) {
      const shape = one % SHAPES_AT_MOST
      visit((one - shape) / SHAPES_AT_MOST, shape, requests)
    }
  }
  return {
    byShape() {
      const totals = new Map<number, number>()
      each((_hour, shape, requests) => totals.set(shape, (totals.get(shape) ?? 0) + requests))
      return totals
    },
    byTime(bucket) {
      const failing = new Set(connection.numbers(sql`SELECT shape FROM usage_shape WHERE status >= 400`))
      const buckets = createBuckets(bucket, scope.range)
      each((hour, shape, requests) => {
        buckets.add(hour * HOUR_MS, requests, failing.has(shape) ? requests : 0)
      })
      return buckets.inOrder()
    }
  }
}

function createBuckets(
  bucket: UsageBucket,
  { fromMs }: Range
): {
  add(atMs: number, requests: number, errors: number): void
  inOrder(): Bucket[]
} {
  // Asking the calendar costs far more than adding up, and an hour comes once for each shape.
  const starts = new Map<number, number>()
  const buckets = new Map<number, { startMs: number; requests: number; errors: number }>()
  return {
    add(atMs, requests, errors) {
      const startMs = starts.get(atMs) ?? startOf(bucket, Math.max(atMs, fromMs))
      starts.set(atMs, startMs)
      const counted = buckets.get(startMs) ?? { startMs, requests: 0, errors: 0 }
      counted.requests += requests
      counted.errors += errors
      buckets.set(startMs, counted)
    },
    inOrder: () => [...buckets.values()].sort((one, other) => one.startMs - other.startMs)
  }
}

/** How many calls there were. */
export function countCalls(connection: Connection, scope: Scope): number {
  return totalQueries(scope).reduce((sum, statement) => sum + (connection.value<number>(statement) ?? 0), 0)
}

/** The hour and the shape of each call that has to be looked at. */
export function packedQuery(scope: Scope): Sql {
  return sql`
    SELECT call.at / 3600000 * ${SHAPES_AT_MOST} + call.shape FROM usage_call AS call
    WHERE ${callsIn(scope.range, scope)}`
}

/** The statements behind these counts; a test asks for their plans. */
export function shapeQueries(scope: Scope): Sql[] {
  return parts(scope, 'day').map((piece) =>
    piece.unit === 'call'
      ? sql`SELECT call.shape, count(*) AS requests FROM usage_call AS call WHERE ${callsIn(piece, scope)} GROUP BY call.shape`
      : sql`
        SELECT count.shape, sum(count.requests) AS requests FROM usage_count AS count
        WHERE ${countedIn(piece, scope)} GROUP BY count.shape`
  )
}

/** The statements behind the counts of each hour. */
export function timeQueries(scope: Scope): Sql[] {
  return parts(scope, 'hour').map((piece) => {
    if (piece.unit === 'call') {
      return sql`
        SELECT call.at / 3600000 * 3600000 AS at, count(*) AS requests, total(shape.status >= 400) AS errors
        FROM usage_call AS call CROSS JOIN usage_shape AS shape USING (shape)
        WHERE ${callsIn(piece, scope)} GROUP BY 1`
    }
    return sql`
      SELECT count.start * ${HOUR_MS} AS at, sum(count.requests) AS requests,
        total(iif(shape.status >= 400, count.requests, 0)) AS errors
      FROM usage_count AS count CROSS JOIN usage_shape AS shape USING (shape)
      WHERE ${countedIn(piece, scope)} GROUP BY count.start`
  })
}

function totalQueries(scope: Scope): Sql[] {
  return parts(scope, 'day').map((piece) =>
    piece.unit === 'call'
      ? sql`SELECT count(*) FROM usage_call AS call WHERE ${callsIn(piece, scope)}`
      : sql`SELECT sum(count.requests) FROM usage_count AS count WHERE ${countedIn(piece, scope)}`
  )
}

/** The calls of a scope within a piece of its range. */
export function callsIn({ fromMs, untilMs }: Pick<Piece, 'fromMs' | 'untilMs'>, scope: Scope, walks = false): Sql {
  return allOf([sql`call.at >= ${fromMs} AND call.at < ${untilMs}`, ...conditionsOnCalls(scope, walks)])
}

/** The counts of a scope within a piece of hours or days. */
export function countedIn(piece: Piece, scope: Scope): Sql {
  const shapes = shapesIn(scope)
  return allOf([countsIn(piece), ...(shapes === null ? [] : [sql`count.shape IN ${shapes}`])])
}

/** What shapes do not tell is counted call by call, over the whole range. */
function parts(scope: Scope, coarsest: UsageBucket): Piece[] {
  return needsCalls(scope) ? [{ ...scope.range, unit: 'call' }] : piecesOf(scope.range, coarsest)
}
