import type { UsageRecord, UsageStart } from '@contract/model/usage'
import type { KeyId } from '@contract/model/base'
import type { ConnectionId } from '@contract/model/connection'
import { allOf, rowsOf, sql, type Connection, type Sql } from './sql'
import { callsIn, countedIn } from './usage-counts'
import { needsCalls, type Scope } from './usage-scope'
import { DAY_MS, HOUR_MS, piecesOf, type Piece, type Range } from './usage-times'

type Order = 'newest' | 'oldest'

interface CallRow {
  at: number
  mark: string
  shape: number
  path: string | null
  ip: string | null
  duration_ms: number | null
}

interface ShapeRow {
  shape: number
  connection_id: ConnectionId
  key_id: KeyId | null
  remote_id: string
  method: string | null
  endpoint: string | null
  status: number
  source: string | null
}

interface Walk {
  readonly scope: Scope
  readonly order: Order
  /** What continues from a row. */
  readonly beyond: Sql | null
  /** Calls are met in their order, rather than found by an index of paths and sorted. */
  readonly walks: boolean
  skip: number
  readonly limit: number
}

/** One page of calls. Counts say in which hour it begins, so that no call before it is looked at. */
export function pageOfCalls(
  connection: Connection,
  scope: Scope,
  page: { readonly order: Order; readonly start: UsageStart; readonly limit: number; readonly walks: boolean }
): UsageRecord[] {
  const { order, start, limit, walks } = page
  if (start.at === 'offset')
    return toRecords(connection, walk(connection, { scope, order, beyond: null, walks, skip: start.offset, limit }))
  // What comes before a row is what follows it the other way round.
  const isBefore = start.at === 'before'
  const way: Order = isBefore === (order === 'newest') ? 'oldest' : 'newest'
  const [at = '', mark = ''] = start.cursor.split('.')
  const range = rangeBeyond(scope.range, Number(at), way)
  const beyond = sql`(call.at, call.mark) ${{ text: way === 'newest' ? '<' : '>', values: [] }} (${Number(at)}, ${Buffer.from(mark, 'hex')})`
  const rows = walk(connection, { scope: { ...scope, range }, order: way, beyond, walks, skip: 0, limit })
  return toRecords(connection, isBefore ? rows.reverse() : rows)
}

/** The statement that reads calls between two moments; a test asks for its plan. */
export function callsQuery(range: Range, { scope, order, beyond, walks, limit, skip }: Walk): Sql {
  const direction: Sql = { text: order === 'newest' ? 'DESC' : 'ASC', values: [] }
  const where = allOf([callsIn(range, scope, walks), ...(beyond === null ? [] : [beyond])])
  return sql`
    SELECT call.at, hex(call.mark) AS mark, call.shape, call.duration_ms,
      (SELECT text FROM usage_path AS path WHERE path.path = call.path) AS path,
      (SELECT text FROM usage_word WHERE word = call.ip) AS ip
    FROM usage_call AS call WHERE ${where}
    ORDER BY call.at ${direction}, call.mark ${direction} LIMIT ${limit} OFFSET ${skip}`
}

function rangeBeyond(range: Range, atMs: number, way: Order): Range {
  return way === 'newest'
    ? { ...range, untilMs: Math.min(range.untilMs, atMs + 1) }
    : { ...range, fromMs: Math.max(range.fromMs, atMs) }
}

function walk(connection: Connection, asked: Walk): CallRow[] {
  const rows: CallRow[] = []
  const take = (range: Range): void => {
    const found = connection.all<CallRow>(callsQuery(range, { ...asked, limit: asked.limit - rows.length }))
    rows.push(...found)
    asked.skip = 0
  }
  if (needsCalls(asked.scope)) {
    take(asked.scope.range)
    return rows
  }
  const { range } = asked.scope
  for (const piece of inOrder(range.fromMs < range.untilMs ? piecesOf(range, 'day') : [], asked.order)) {
    for (const hours of narrow(connection, asked, piece)) {
      take(hours)
      if (rows.length >= asked.limit) return rows
    }
  }
  return rows
}

/** The hours of a piece that have calls, without those that are passed over as a whole. */
function* narrow(connection: Connection, asked: Walk, piece: Piece): Generator<Range> {
  if (piece.unit === 'call') {
    if (asked.skip > 0) {
      const there =
        connection.value<number>(sql`SELECT count(*) FROM usage_call AS call WHERE ${callsIn(piece, asked.scope)}`) ?? 0
      if (asked.skip >= there) {
        asked.skip -= there
        return
      }
    }
    yield piece
    return
  }
  const unitMs = piece.unit === 'day' ? DAY_MS : HOUR_MS
  const counted = connection.all<{ start: number; requests: number }>(bucketsQuery(asked.scope, piece))
  for (const { start, requests } of inOrder(counted, asked.order)) {
    if (asked.skip >= requests) {
      asked.skip -= requests
      continue
    }
    const range = { fromMs: start * unitMs, untilMs: (start + 1) * unitMs }
    if (piece.unit === 'day') yield* narrow(connection, asked, { ...range, unit: 'hour' })
    else yield range
  }
}

export function bucketsQuery(scope: Scope, piece: Piece): Sql {
  return sql`
    SELECT count.start, sum(count.requests) AS requests FROM usage_count AS count
    WHERE ${countedIn(piece, scope)} GROUP BY count.start`
}

function inOrder<Value>(values: Value[], order: Order): Value[] {
  return order === 'newest' ? values.reverse() : values
}

function toRecords(connection: Connection, rows: readonly CallRow[]): UsageRecord[] {
  const numbers = [...new Set(rows.map(({ shape }) => shape))]
  const shapes = new Map(connection.all<ShapeRow>(shapesQuery(numbers)).map((row) => [row.shape, row]))
  return rows.flatMap((row) => {
    const shape = shapes.get(row.shape)
    if (shape === undefined) return []
    return [
      {
        cursor: `${String(row.at)}.${row.mark.toLowerCase()}`,
        at: new Date(row.at).toISOString(),
        connectionId: shape.connection_id,
        keyId: shape.key_id,
        remoteId: shape.remote_id === '' ? null : shape.remote_id,
        method: shape.method,
        path: row.path ?? shape.endpoint,
        status: shape.status === 0 ? null : shape.status,
        durationMs: row.duration_ms,
        ip: row.ip,
        source: shape.source
      }
    ]
  })
}

function shapesQuery(shapes: readonly number[]): Sql {
  return sql`
    SELECT shape.shape, stream.connection_id, stream.remote_id, shape.status,
      (SELECT id FROM key WHERE key.number = stream.number) AS key_id,
      (SELECT text FROM usage_word WHERE word = shape.method) AS method,
      (SELECT text FROM usage_endpoint AS endpoint WHERE endpoint.endpoint = shape.endpoint) AS endpoint,
      (SELECT text FROM usage_word WHERE word = shape.source) AS source
    FROM usage_shape AS shape JOIN usage_stream AS stream USING (stream) WHERE shape.shape IN ${rowsOf(shapes)}`
}
