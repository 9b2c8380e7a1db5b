import type { KeyColumn } from '@contract/model/key-views'
import type { KeyGrouping, KeySort } from '@contract/model/key-query'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** What the table shows before anybody chose; in the order of the table. */
export const usualColumns: readonly KeyColumn[] = [
  'name',
  'provider',
  'preview',
  'scopes',
  'environment',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
  'status'
]

export interface KeyTable {
  readonly sort: KeySort
  readonly group: KeyGrouping
  readonly columns: readonly KeyColumn[]
}

export const usualTable: KeyTable = {
  sort: { column: 'name', direction: 'asc' },
  group: 'none',
  columns: usualColumns
}

/** How the table of keys looks, remembered. Names of columns only: web storage is plain text on disk. */
export const useKeyTable = create<KeyTable>()(persist(() => usualTable, { name: 'keyquay-table' }))
