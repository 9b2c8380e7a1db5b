import type { Instant, KeyId } from '@contract/model/base'
import type {
  KeyFacets,
  KeyFilterQuery,
  KeyGroup,
  KeyGrouping,
  KeyGroupsQuery,
  KeyQuery,
  KeySortColumn
} from '@contract/model/key-query'
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
): { total: number; rows: number; items: StoredSummary[] } {
  const { list, count, rows } = listQueries(query, nowIso)
  const total = connection.value<number>(count) ?? 0
  const items = connection
    .all<{ number: number }>(list(total))
    .flatMap(({ number }) => connection.get<SummaryRow>(summaryOf(number)) ?? [])
    .map(toSummary)
  return { total, rows: rows === null ? total : (connection.value<number>(rows) ?? 0), items }
}

/** From so many keys found on, it is quicker to walk all keys in their order than to sort those that were found. */
const FOUND_MANY = 3_000

interface ListQueries {
  /** The page, by the statement that is quick for that many keys in all. */
  readonly list: (total: number) => Sql
  readonly count: Sql
  readonly rows: Sql | null
}

/** The statements that walk all keys, of which {@link pageOfKeys} reads the page; a test asks for their plans. */
export function listQueries(query: KeyQuery, nowIso: Instant): ListQueries {
  const where = allOf(conditionsOf(query, nowIso))
  const search = searchAlone(query)
  const canWalk = search !== null && query.group === 'none' && indexed.has(query.sort.column)
  return {
    list: (total) => rowsOfQuery(sql`number`, query, nowIso, canWalk && total >= FOUND_MANY),
    // Counted in the search's own index: no key is looked at but those in the bin.
    count:
      search === null
        ? sql`SELECT count(*) FROM key WHERE ${where}`
        : sql`SELECT count(*) FROM key_search WHERE key_search MATCH ${search}
            AND rowid NOT IN (SELECT number FROM key WHERE deleted_at IS NOT NULL)`,
    // Only tags give a key more than one row.
    rows: query.group === 'tag' ? sql`SELECT count(*) FROM ${tableOf('tag')} WHERE ${where}` : null
  }
}

/** The ids of a query's rows in their order. */
export function idsOfKeys(connection: Connection, query: KeyQuery, nowIso: Instant): KeyId[] {
  return connection.all<{ id: KeyId }>(rowsOfQuery(sql`id`, query, nowIso)).map(({ id }) => id)
}

/** The groups of a query in the order of its rows, with how many each has. */
export function groupsOfKeys(connection: Connection, query: KeyGroupsQuery, nowIso: Instant): KeyGroup[] {
  const { group } = query
  if (group === 'none') return []
  const value = groupValue[group](nowIso)
  const groups = connection.all<{ value: string | null; count: number }>(sql`
    SELECT ${value} AS value, count(*) AS count FROM ${tableOf(group)}
    WHERE ${allOf(conditionsOf(query, nowIso))}
    GROUP BY ${value} ORDER BY ${groupOrder(group, nowIso)}`)
  if (group !== 'status') return groups
  return groups.map(({ value, count }) => ({ value: statusesByUrgency[Number(value)] ?? null, count }))
}

function rowsOfQuery(column: Sql, query: KeyQuery, nowIso: Instant, walks = false): Sql {
  return sql`
      SELECT ${column} FROM ${tableOf(query.group)} WHERE ${allOf(conditionsOf(query, nowIso, walks))}
      ORDER BY ${orderOf(query, nowIso)} LIMIT ${query.limit} OFFSET ${query.offset}`
}

/** What is searched for, where nothing else narrows the list; else null. */
function searchAlone(query: KeyQuery): string | null {
  const { view, providers, environments, projects, tags, statuses, expiresWithinDays, unusedDays } = query
  const isNarrowed = [providers, environments, projects, tags, statuses].some((values) => values.length > 0)
  if (view !== 'all' || isNarrowed || expiresWithinDays !== null || unusedDays !== null) return null
  return toSearchQuery(query.text)
}

/** Grouped by tag, a key has a row for each of its tags and one if it has none. */
export function tableOf(group: KeyGrouping): Sql {
  if (group !== 'tag') return sql`key`
  return sql`key LEFT JOIN (SELECT number AS tagged, tag FROM key_tag) ON tagged = number`
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

/** What a key must be to be in a list, over the table `key` alone. */
export function conditionsOf(query: KeyFilterQuery, nowIso: Instant, walks = false): Sql[] {
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
  if (query.expiresWithinDays !== null) {
    const end = daysFrom(nowIso, query.expiresWithinDays)
    conditions.push(sql`expires_at <= ${end} AND state NOT IN ('revoked', 'disabled')`)
  }
  if (query.unusedDays !== null) {
    conditions.push(sql`coalesce(last_used_at, added_at) <= ${daysFrom(nowIso, -query.unusedDays)}`)
  }
  const search = toSearchQuery(query.text)
  if (search !== null) {
    const found = sql`(SELECT rowid FROM key_search WHERE key_search MATCH ${search})`
    // With the sign SQLite does not begin with what was found, but walks an index and looks each key up in it.
    conditions.push(walks ? sql`+number IN ${found}` : sql`number IN ${found}`)
  }
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
  return daysFrom(nowIso, EXPIRING_WITHIN_DAYS)
}

function daysFrom(nowIso: Instant, days: number): Instant {
  return new Date(Date.parse(nowIso) + days * DAY_MS).toISOString()
}

function expiringOrExpired(nowIso: Instant): Sql {
  // The range comes first for the index; the statuses alone would look at every key.
  return allOf([sql`expires_at <= ${soonAfter(nowIso)}`, anyStatus(['expiring', 'expired'], nowIso)])
}

/** What wants a person's eye first. */
const statusesByUrgency: readonly KeyStatus[] = [
  'expired',
  'expiring',
  'rotating',
  'active',
  'unknown',
  'disabled',
  'revoked'
]

/** The place of a key's status in {@link statusesByUrgency}. */
function urgency(nowIso: Instant): Sql {
  const cases = statusesByUrgency.map((status, place) => {
    const { text, values } = hasStatus(status, nowIso)
    return { text: `WHEN ${text} THEN ${String(place)}`, values }
  })
  return {
    text: `CASE ${cases.map(({ text }) => text).join(' ')} END`,
    values: cases.flatMap(({ values }) => values)
  }
}

const groupValue: Readonly<Record<Exclude<KeyGrouping, 'none'>, (nowIso: Instant) => Sql>> = {
  provider: () => sql`provider`,
  project: () => sql`project`,
  environment: () => sql`environment`,
  tag: () => sql`tag`,
  status: urgency
}

/** Groups as people read a list; values that differ in case alone stand side by side, each for itself. */
function groupOrder(group: Exclude<KeyGrouping, 'none'>, nowIso: Instant): Sql {
  const value = groupValue[group](nowIso)
  return group === 'status' ? value : sql`${value} IS NULL, ${value} COLLATE NOCASE, ${value}`
}

/** The columns whose order an index has. */
const indexed: ReadonlySet<KeySortColumn> = new Set([
  'name',
  'provider',
  'environment',
  'createdAt',
  'expiresAt',
  'lastUsedAt'
])

const order: Record<KeySortColumn, (nowIso: Instant) => readonly Sql[]> = {
  name: () => [sql`sort_name`],
  provider: () => [sql`provider IS NULL`, sql`provider COLLATE NOCASE`, sql`sort_name`],
  project: () => [sql`project IS NULL`, sql`project COLLATE NOCASE`, sql`sort_name`],
  preview: () => [sql`preview`],
  environment: () => [sql`environment IS NULL`, sql`environment COLLATE NOCASE`, sql`sort_name`],
  createdAt: () => [sql`created_at`],
  // A key without an expiry outlasts all others; one that was never used comes before all others.
  expiresAt: () => [sql`expires_at IS NULL`, sql`expires_at`],
  lastUsedAt: () => [sql`last_used_at`],
  status: (nowIso) => [urgency(nowIso), sql`sort_name`]
}

/** The order of a query's rows, which no two of them share. */
export function orderOf({ sort, group }: Pick<KeyQuery, 'sort' | 'group'>, nowIso: Instant): Sql {
  const direction = sort.direction === 'desc' ? 'DESC' : 'ASC'
  const columns = [...order[sort.column](nowIso), sql`number`]
  const within = {
    text: columns.map((column) => `${column.text} ${direction}`).join(', '),
    values: columns.flatMap((column) => column.values)
  }
  return group === 'none' ? within : sql`${groupOrder(group, nowIso)}, ${within}`
}
