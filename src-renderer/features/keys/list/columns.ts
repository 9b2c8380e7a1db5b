import type { KeySortColumn } from '@contract/model/key-query'
import type { KeyColumn } from '@contract/model/key-views'

export interface Column {
  readonly name: KeyColumn
  /** What the core sorts by; null where it cannot. */
  readonly sort: KeySortColumn | null
  /** Pixels. The name takes what is left over. */
  readonly width: number
}

/** The columns in their order. */
export const allColumns: readonly Column[] = [
  { name: 'name', sort: 'name', width: 168 },
  { name: 'provider', sort: 'provider', width: 112 },
  { name: 'project', sort: 'project', width: 112 },
  { name: 'preview', sort: 'preview', width: 144 },
  { name: 'envName', sort: null, width: 168 },
  { name: 'scopes', sort: null, width: 148 },
  { name: 'environment', sort: 'environment', width: 100 },
  { name: 'tags', sort: null, width: 136 },
  { name: 'createdAt', sort: 'createdAt', width: 104 },
  { name: 'expiresAt', sort: 'expiresAt', width: 104 },
  { name: 'lastUsedAt', sort: 'lastUsedAt', width: 104 },
  { name: 'status', sort: 'status', width: 112 }
]

/** What gives way first where there is no room. */
const dispensable: readonly KeyColumn[] = [
  'createdAt',
  'envName',
  'tags',
  'scopes',
  'project',
  'lastUsedAt',
  'environment',
  'preview',
  'provider',
  'expiresAt'
]

const EDGES = 52

export interface FittedColumns {
  readonly columns: readonly Column[]
  /** For `grid-template-columns`. */
  readonly template: string
  /** Chosen, and out of sight because the table is too narrow. */
  readonly leftOut: readonly KeyColumn[]
}

/** The chosen columns as far as `width` pixels hold them. */
export function fitColumns(chosen: readonly KeyColumn[], width: number): FittedColumns {
  let columns = allColumns.filter(({ name }) => name === 'name' || chosen.includes(name))
  const leftOut: KeyColumn[] = []
  for (const name of dispensable) {
    if (sumOf(columns) <= width - EDGES) break
    if (!columns.some((column) => column.name === name)) continue
    leftOut.push(name)
    columns = columns.filter((column) => column.name !== name)
  }
  const template = columns.map((column) =>
    column.name === 'name' ? `minmax(120px, 1fr)` : `${String(column.width)}px`
  )
  return { columns, template: template.join(' '), leftOut }
}

function sumOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0)
}
