import type { Instant } from '@contract/model/base'
import type { KeyFacets, KeyQuery, KeySortColumn } from '@contract/model/key-query'
import type { KeyStatus } from '@contract/model/key'
import { EXPIRING_WITHIN_DAYS } from '@contract/model/key-status'
import type { StoredSummary } from '../ports/vault-store'
import { summaryColumns, toSummary, type SummaryRow } from './key-rows'
import { toSearchQuery } from './search-text'
import { allOf, rowsOf, sql, type Connection, type Sql } from './sql'

const DAY_MS = 86_400_000

/** One page of keys, in an order that no two keys share, and how many there are in all. */
export function pageOfKeys(
  connection: Connection,
  query: KeyQuery,
  nowIso: Instant
): { total: number; items: StoredSummary[] } {
  const { list, count } = listQueries(query, nowIso)
  const items = connection
    .all<{ number: number }>(list)
    .flatMap(({ number }) => connection.get<SummaryRow>(summaryOf(number)) ?? [])
    .map(toSummary)
  return { total: connection.value<number>(count) ?? 0, items }
}

/** The two statements that walk all keys, of which {@link pageOfKeys} reads the page; a test asks for their plans. */
export function listQueries(query: KeyQuery, nowIso: Instant): { list: Sql; count: Sql } {
  const where = allOf(conditionsOf(query, nowIso))
  return {
    list: sql`
      SELECT number FROM key WHERE ${where}
      ORDER BY ${orderOf(query)} LIMIT ${query.limit} OFFSET ${query.offset}`,
    count: sql`SELECT count(*) FROM key WHERE ${where}`
  }
}

function summaryOf(number: number): Sql {
  return sql`SELECT ${summaryColumns} FROM key JOIN key_detail AS detail USING (number) WHERE key.number = ${number}`
}

/** How many keys stand behind each choice of the sidebar; the bin counts only for itself. */
export function facetsOfKeys(connection: Connection, nowIso: Instant): KeyFacets {
  const count = (where: Sql): number => connection.value<number>(sql`SELECT count(*) FROM key WHERE ${where}`) ?? 0
  const live = sql`deleted_at IS NULL`
  return {
    all: count(live),
    favourites: count(sql`deleted_at IS NULL AND favourite = 1`),
    expiring: count(allOf([live, expiringOrExpired(nowIso)])),
    bin: count(sql`deleted_at IS NOT NULL`),
    providers: facet(connection, sql`provider`),
    environments: facet(connection, sql`environment`),
    projects: facet(connection, sql`project`),
    tags: connection.all(sql`
      SELECT tag AS value, count(*) AS count FROM key_tag WHERE in_bin = 0 GROUP BY tag ORDER BY tag COLLATE NOCASE`)
  }
}

function facet(connection: Connection, column: Sql): KeyFacets['providers'] {
  return connection.all(sql`
    SELECT ${column} AS value, count(*) AS count FROM key
    WHERE deleted_at IS NULL AND ${column} IS NOT NULL
    GROUP BY ${column} ORDER BY ${column} COLLATE NOCASE`)
}

function conditionsOf(query: KeyQuery, nowIso: Instant): Sql[] {
  const inBin = query.view === 'bin'
  const conditions = [inBin ? sql`deleted_at IS NOT NULL` : sql`deleted_at IS NULL`]
  if (query.view === 'favourites') conditions.push(sql`favourite = 1`)
  if (query.view === 'expiring') conditions.push(expiringOrExpired(nowIso))
  if (query.providers.length > 0) conditions.push(sql`provider IN ${rowsOf(query.providers)}`)
  if (query.environments.length > 0) conditions.push(sql`environment IN ${rowsOf(query.environments)}`)
  if (query.projects.length > 0) conditions.push(sql`project IN ${rowsOf(query.projects)}`)
  if (query.tags.length > 0) {
    const bin = inBin ? 1 : 0
    conditions.push(sql`number IN (SELECT number FROM key_tag WHERE in_bin = ${bin} AND tag IN ${rowsOf(query.tags)})`)
  }
  if (query.statuses.length > 0) conditions.push(anyStatus(query.statuses, nowIso))
  const search = toSearchQuery(query.text)
  if (search !== null) conditions.push(sql`number IN (SELECT rowid FROM key_search WHERE key_search MATCH ${search})`)
  return conditions
}

/** The rule of `keyStatusAt` in the contract, as a condition. Instants have one format, so they compare as text. */
function hasStatus(status: KeyStatus, nowIso: Instant): Sql {
  const soon = soonAfter(nowIso)
  const after = (moment: string): Sql => sql`(expires_at IS NULL OR expires_at > ${moment})`
  switch (status) {
    case 'revoked':
    case 'disabled':
      return sql`state = ${status}`
    case 'expired':
      return sql`state NOT IN ('revoked', 'disabled') AND expires_at <= ${nowIso}`
    case 'expiring':
      return sql`state IN ('active', 'unknown') AND expires_at > ${nowIso} AND expires_at <= ${soon}`
    case 'rotating':
      return sql`state = 'rotating' AND ${after(nowIso)}`
    case 'active':
    case 'unknown':
      return sql`state = ${status} AND ${after(soon)}`
  }
}

function anyStatus(statuses: readonly KeyStatus[], nowIso: Instant): Sql {
  const either = statuses.map((status) => hasStatus(status, nowIso))
  const text = either.map((condition) => `(${condition.text})`).join(' OR ')
  return { text, values: either.flatMap((condition) => condition.values) }
}

function soonAfter(nowIso: Instant): Instant {
  return new Date(Date.parse(nowIso) + EXPIRING_WITHIN_DAYS * DAY_MS).toISOString()
}

function expiringOrExpired(nowIso: Instant): Sql {
  // The range comes first for the index; the statuses alone would look at every key.
  return allOf([sql`expires_at <= ${soonAfter(nowIso)}`, anyStatus(['expiring', 'expired'], nowIso)])
}

const order: Record<KeySortColumn, readonly Sql[]> = {
  name: [sql`sort_name`],
  provider: [sql`provider IS NULL`, sql`provider COLLATE NOCASE`, sql`sort_name`],
  environment: [sql`environment IS NULL`, sql`environment COLLATE NOCASE`, sql`sort_name`],
  createdAt: [sql`created_at`],
  // A key without an expiry outlasts all others; one that was never used comes before all others.
  expiresAt: [sql`expires_at IS NULL`, sql`expires_at`],
  lastUsedAt: [sql`last_used_at`]
}

function orderOf({ sort }: KeyQuery): Sql {
  const direction = sort.direction === 'desc' ? 'DESC' : 'ASC'
  const text = [...order[sort.column], sql`number`].map((column) => `${column.text} ${direction}`).join(', ')
  return { text, values: [] }
}
