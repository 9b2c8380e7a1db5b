import type { KeySortColumn } from '@contract/model/key-query'

export type ColumnName =
  'name' | 'provider' | 'preview' | 'environment' | 'createdAt' | 'expiresAt' | 'lastUsedAt' | 'status'

/** The columns in order, with what the core sorts by; null where it cannot. */
export const columns: readonly { readonly name: ColumnName; readonly sort: KeySortColumn | null }[] = [
  { name: 'name', sort: 'name' },
  { name: 'provider', sort: 'provider' },
  { name: 'preview', sort: null },
  { name: 'environment', sort: 'environment' },
  { name: 'createdAt', sort: 'createdAt' },
  { name: 'expiresAt', sort: 'expiresAt' },
  { name: 'lastUsedAt', sort: 'lastUsedAt' },
  { name: 'status', sort: null }
]
