import type { Instant } from '@contract/model/base'
import type { KeyRowQuery } from '@contract/model/key-query'
import { conditionsOf, orderOf, tableOf } from './key-list'
import { toSortName } from './search-text'
import { allOf, sql, type Connection } from './sql'

/**
 * Where the next key whose name starts so stands among a query's rows: from `from` on, then from the top. Case and
 * accents do not matter. Null when there is none.
 */
export function rowStartingWith(connection: Connection, query: KeyRowQuery, nowIso: Instant): number | null {
  const start = toSortName(query.prefix)
  const row = connection.value<number>(sql`
    SELECT place - 1 FROM (
      SELECT row_number() OVER (ORDER BY ${orderOf(query, nowIso)}) AS place, sort_name
      FROM ${tableOf(query.group)} WHERE ${allOf(conditionsOf(query, nowIso))}
    )
    WHERE sort_name >= ${start} AND sort_name <= ${`${start}\u{10FFFF}`}
    ORDER BY place <= ${query.from}, place LIMIT 1`)
  return row ?? null
}
