import { z } from 'zod'
import { keyStatus, keySummary } from './key'

export const keyView = z.enum(['all', 'favourites', 'expiring', 'bin'])
export type KeyView = z.infer<typeof keyView>

export const keySortColumn = z.enum(['name', 'provider', 'environment', 'createdAt', 'expiresAt', 'lastUsedAt'])
export type KeySortColumn = z.infer<typeof keySortColumn>

const anyOf = z.array(z.string().max(200)).max(100).default([])

/** One page of keys. Filters of one kind are alternatives; different kinds must all hold. `text` is searched as typed. */
export const keyQuery = z.strictObject({
  text: z.string().max(200).default(''),
  view: keyView.default('all'),
  providers: anyOf,
  environments: anyOf,
  projects: anyOf,
  tags: anyOf,
  statuses: z.array(keyStatus).max(10).default([]),
  sort: z
    .strictObject({ column: keySortColumn, direction: z.enum(['asc', 'desc']) })
    .default({ column: 'name', direction: 'asc' }),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(1_000).default(200)
})
export type KeyQuery = z.infer<typeof keyQuery>

export const keyPage = z.strictObject({ total: z.int().nonnegative(), items: z.array(keySummary) })
export type KeyPage = z.infer<typeof keyPage>

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
