import type { Instant } from '@contract/model/base'
import type { ConnectionId } from '@contract/model/connection'
import { sql, type Connection, type Sql } from './sql'
import { DAY_MS, HOUR_MS, HOURS_A_DAY } from './usage-times'

/**
 * Removes calls from before the UTC day of `before`, whole hours of them, until `most` or a little more are gone. Must
 * run inside a transaction.
 */
export function pruneUsage(connection: Connection, before: Instant, most: number): { removed: number; more: boolean } {
  const day = Math.floor(Date.parse(before) / DAY_MS)
  let removed = 0
  let hour = oldestHour(connection, day)
  while (hour !== undefined && removed < most) {
    removed += removeHour(connection, hour)
    hour = oldestHour(connection, day)
  }
  if (hour === undefined) forgetBefore(connection, day * DAY_MS)
  return { removed, more: hour !== undefined }
}

/** Takes away what an account told, before the account itself. Must run inside a transaction. */
export function dropUsageOf(connection: Connection, id: ConnectionId): void {
  const shapes = sql`
    (SELECT shape FROM usage_shape JOIN usage_stream USING (stream) WHERE usage_stream.connection_id = ${id})`
  connection.run(sql`DELETE FROM usage_call WHERE shape IN ${shapes}`)
  connection.run(sql`DELETE FROM usage_count WHERE shape IN ${shapes}`)
  connection.run(sql`DELETE FROM usage_stream WHERE connection_id = ${id}`)
  dropWords(connection)
}

function oldestHour(connection: Connection, day: number): number | undefined {
  return connection.value<number>(sql`
    SELECT start FROM usage_count WHERE span = 0 AND start < ${day * HOURS_A_DAY} ORDER BY start LIMIT 1`)
}

function removeHour(connection: Connection, hour: number): number {
  const { changes } = connection.run(
    sql`DELETE FROM usage_call WHERE at >= ${hour * HOUR_MS} AND at < ${(hour + 1) * HOUR_MS}`
  )
  const day = Math.floor(hour / HOURS_A_DAY)
  connection.run(sql`
    UPDATE usage_count SET requests = usage_count.requests - gone.requests
    FROM (SELECT shape, requests FROM usage_count WHERE span = 0 AND start = ${hour}) AS gone
    WHERE usage_count.span = 1 AND usage_count.start = ${day} AND usage_count.shape = gone.shape`)
  connection.run(sql`
    UPDATE usage_stream SET requests = usage_stream.requests - gone.requests
    FROM (
      SELECT shape.stream, sum(count.requests) AS requests
      FROM usage_count AS count JOIN usage_shape AS shape USING (shape)
      WHERE count.span = 0 AND count.start = ${hour} GROUP BY shape.stream) AS gone
    WHERE usage_stream.stream = gone.stream`)
  connection.run(sql`DELETE FROM usage_count WHERE span = 0 AND start = ${hour}`)
  connection.run(sql`DELETE FROM usage_count WHERE span = 1 AND start = ${day} AND requests <= 0`)
  return changes
}

/** What calls left behind that are gone now. */
function forgetBefore(connection: Connection, beforeMs: number): void {
  connection.run(sql`UPDATE usage_stream SET first_at = NULL, last_at = NULL WHERE requests <= 0`)
  connection.run(sql`UPDATE usage_stream SET first_at = ${firstOfStream(beforeMs)} WHERE first_at < ${beforeMs}`)
  connection.run(sql`DELETE FROM usage_seen WHERE last_at < ${beforeMs}`)
  connection.run(sql`DELETE FROM usage_course WHERE hour < ${beforeMs / HOUR_MS}`)
  connection.run(sql`
    DELETE FROM usage_finding WHERE acknowledged_at IS NOT NULL AND at < ${new Date(beforeMs).toISOString()}`)
  connection.run(sql`DELETE FROM usage_shape WHERE shape NOT IN (SELECT shape FROM usage_count WHERE span = 1)`)
  dropWords(connection)
}

function firstOfStream(beforeMs: number): Sql {
  const hour = sql`
    SELECT min(start) FROM usage_count AS count JOIN usage_shape AS shape USING (shape)
    WHERE count.span = 0 AND count.start >= ${beforeMs / HOUR_MS} AND shape.stream = usage_stream.stream`
  return sql`(
    SELECT min(call.at) FROM usage_call AS call JOIN usage_shape AS shape USING (shape)
    WHERE shape.stream = usage_stream.stream
      AND call.at >= (${hour}) * 3600000 AND call.at < ((${hour}) + 1) * 3600000)`
}

/** Words nobody says any more. */
function dropWords(connection: Connection): void {
  connection.run(sql`
    DELETE FROM usage_path WHERE NOT EXISTS (SELECT 1 FROM usage_call AS call WHERE call.path = usage_path.path)`)
  connection.run(sql`
    DELETE FROM usage_endpoint WHERE endpoint NOT IN (SELECT endpoint FROM usage_shape)
      AND endpoint NOT IN (SELECT endpoint FROM usage_path)`)
  connection.run(sql`
    DELETE FROM usage_word WHERE word NOT IN (SELECT method FROM usage_shape) AND word NOT IN (SELECT source FROM usage_shape)
      AND NOT EXISTS (SELECT 1 FROM usage_call AS call WHERE call.ip = usage_word.word)`)
}
