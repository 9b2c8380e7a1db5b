import type { Instant } from '@contract/model/base'
import type { KeyLinesQuery } from '@contract/model/key-query'
import type { StoredLine } from '../ports/vault-store'
import { conditionsOf } from './key-list'
import { allOf, sql, type Connection, type Sql } from './sql'

/** Keys by name, with what a line of each needs; nothing is counted. */
export function linesOfKeys(connection: Connection, query: KeyLinesQuery, nowIso: Instant): StoredLine[] {
  return connection.all<StoredLine>(linesQuery(query, nowIso))
}

/** The statement of {@link linesOfKeys}; a test asks for its plan. */
export function linesQuery(query: KeyLinesQuery, nowIso: Instant): Sql {
  return sql`
    SELECT name, provider, preview, env_name AS envName, state, expires_at AS expiresAt
    FROM key WHERE ${allOf(conditionsOf(query, nowIso))}
    ORDER BY sort_name, number LIMIT ${query.limit} OFFSET ${query.offset}`
}
