import { z } from 'zod'
import { line } from './base'
import { keyFilter, keyGrouping, keySort } from './key-query'

/** A column of the table of keys; the name always comes first and is always there. */
export const keyColumn = z.enum([
  'name',
  'provider',
  'project',
  'environment',
  'envName',
  'preview',
  'scopes',
  'tags',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
  'status'
])
export type KeyColumn = z.infer<typeof keyColumn>

/** What a person may save of a view: which keys, in which order, and what of them is shown. */
export const keyViewFields = z.strictObject({
  name: line(60).min(1),
  filter: keyFilter.prefault({}),
  sort: keySort.default({ column: 'name', direction: 'asc' }),
  group: keyGrouping.default('none'),
  /** In their order; empty: as the table has them by itself. */
  columns: z.array(keyColumn).max(20).default([])
})
export type KeyViewFields = z.output<typeof keyViewFields>

export const savedKeyView = z.strictObject({ id: z.string(), fields: keyViewFields })
export type SavedKeyView = z.infer<typeof savedKeyView>
