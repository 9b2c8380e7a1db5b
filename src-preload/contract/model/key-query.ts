import { z } from 'zod'
import { keyId, line } from './base'
import { failure } from './connection'
import { keyStatus, keySummary } from './key'

export const keyView = z.enum(['all', 'favourites', 'expiring', 'bin'])
export type KeyView = z.infer<typeof keyView>

export const keySortColumn = z.enum([
  'name',
  'provider',
  'project',
  'preview',
  'environment',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
  'status'
])
export type KeySortColumn = z.infer<typeof keySortColumn>

export const keySort = z.strictObject({ column: keySortColumn, direction: z.enum(['asc', 'desc']) })
export type KeySort = z.infer<typeof keySort>

/** What rows stand together by. A key with several tags stands once under each of them. */
export const keyGrouping = z.enum(['none', 'provider', 'project', 'environment', 'tag', 'status'])
export type KeyGrouping = z.infer<typeof keyGrouping>

const anyOf = z.array(z.string().max(200)).max(100).default([])
const days = z.int().min(1).max(3_650).nullable().default(null)

/** Filters of one kind are alternatives; different kinds must all hold. `text` is searched as typed. */
export const keyFilter = z.strictObject({
  text: z.string().max(200).default(''),
  view: keyView.default('all'),
  providers: anyOf,
  environments: anyOf,
  projects: anyOf,
  tags: anyOf,
  statuses: z.array(keyStatus).max(10).default([]),
  /** Those that expire within so many days, or have expired. */
  expiresWithinDays: days,
  /** Those that were not used for so many days, counted from when they came to the vault if they never were. */
  unusedDays: days
})
export type KeyFilterQuery = z.infer<typeof keyFilter>

const byName: KeySort = { column: 'name', direction: 'asc' }

/** One page of keys: of the groups in their order, and within each as sorted. */
export const keyQuery = keyFilter.extend({
  sort: keySort.default(byName),
  group: keyGrouping.default('none'),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(1_000).default(200)
})
export type KeyQuery = z.infer<typeof keyQuery>

/** As {@link keyQuery}, for the ids alone. */
export const keyIdsQuery = keyQuery.extend({ limit: z.int().min(1).max(100_000).default(100_000) })

/** The row of the next key whose name starts with `prefix`: from row `from` on, then from the top. */
export const keyRowQuery = keyQuery
  .omit({ offset: true, limit: true })
  .extend({ prefix: z.string().min(1).max(200), from: z.int().nonnegative() })
export type KeyRowQuery = z.infer<typeof keyRowQuery>

/** Many keys by name, for their lines alone. Who gets fewer than `limit` has seen the last of them. */
export const keyLinesQuery = keyFilter.extend({
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(50_000).default(10_000)
})
export type KeyLinesQuery = z.infer<typeof keyLinesQuery>

/** `total` counts keys, `rows` what a list of them shows: grouped by tag a key can have several. */
export const keyPage = z.strictObject({
  total: z.int().nonnegative(),
  rows: z.int().nonnegative(),
  items: z.array(keySummary)
})
export type KeyPage = z.infer<typeof keyPage>

/** The groups of a query in their order with the rows each has; null holds those without a value. */
export const keyGroupsQuery = keyFilter.extend({ group: keyGrouping })
export type KeyGroupsQuery = z.infer<typeof keyGroupsQuery>
export const keyGroup = z.strictObject({ value: z.string().nullable(), count: z.int() })
export type KeyGroup = z.infer<typeof keyGroup>

const facet = z.array(z.strictObject({ value: z.string(), count: z.int() }))

/** How many keys stand behind each choice of the sidebar. */
export const keyFacets = z.strictObject({
  all: z.int(),
  favourites: z.int(),
  expiring: z.int(),
  bin: z.int(),
  providers: facet,
  environments: facet,
  projects: facet,
  tags: facet
})
export type KeyFacets = z.infer<typeof keyFacets>

const someTags = z.array(line(60).min(1)).max(50)

/** One change of many keys. */
export const bulkChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bin') }),
  z.strictObject({ kind: z.literal('restore') }),
  z.strictObject({ kind: z.literal('tags'), add: someTags, remove: someTags }),
  z.strictObject({ kind: z.literal('environment'), environment: line(100).min(1).nullable() }),
  z.strictObject({ kind: z.literal('project'), project: line(200).min(1).nullable() }),
  z.strictObject({ kind: z.literal('favourite'), favourite: z.boolean() })
])
export type BulkChange = z.infer<typeof bulkChange>

/** What became of one key. `undo` brings it back to how it was; null when nothing changed or it failed. */
export const bulkResult = z.strictObject({
  id: keyId,
  name: z.string(),
  failure: failure.nullable(),
  undo: bulkChange.nullable()
})
export type BulkResult = z.infer<typeof bulkResult>
