import type { KeyDraft } from '@contract/model/key'
import { keyFields } from '@contract/model/key'
import type { Collection } from './collect'
import { unreadable } from './unreadable'

/** The columns of our own CSV, in order. Lists stand one item a line within their cell. */
export const keyquayColumns = [
  'name',
  'secret',
  'provider',
  'env_name',
  'project',
  'environment',
  'description',
  'remote_id',
  'scopes',
  'roles',
  'ip_ranges',
  'tags',
  'notes',
  'favourite',
  'keep',
  'created_at',
  'expires_at'
] as const
export type KeyquayColumn = (typeof keyquayColumns)[number]

/** What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), and our own mark. */
const GUARDED = /^[=+\-@\t\r\n']/

/**
 * Puts `'` before what a spreadsheet would run as a formula. A cell that begins with `'` gets one more, so that
 * {@link unguardCell} gives back every text exactly.
 */
export function guardCell(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text
}

/** The inverse of {@link guardCell}. For our own files only: elsewhere a leading `'` belongs to the value. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && GUARDED.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** Whether the header is exactly ours: only then are cells unguarded. */
export function isKeyquayHeader(header: readonly string[]): boolean {
  return header.length === keyquayColumns.length && keyquayColumns.every((column, index) => header[index] === column)
}

/** Adds one row of our own CSV, or throws `import-unreadable` where it breaks the rules of a key. */
export function readKeyquayRow(record: readonly string[], origin: string, file: string, found: Collection): void {
  const cell = (column: KeyquayColumn): string => unguardCell(record[keyquayColumns.indexOf(column)] ?? '')
  const orNull = (column: KeyquayColumn): string | null => cell(column) || null
  const list = (column: KeyquayColumn): string[] => (cell(column) === '' ? [] : cell(column).split('\n'))
  const parsed = keyFields.safeParse({
    name: cell('name'),
    description: cell('description'),
    provider: orNull('provider'),
    remoteId: orNull('remote_id'),
    project: orNull('project'),
    environment: orNull('environment'),
    scopes: list('scopes'),
    roles: list('roles'),
    ipRanges: list('ip_ranges'),
    envName: orNull('env_name'),
    tags: list('tags'),
    notes: cell('notes'),
    favourite: cell('favourite') === 'true',
    keep: cell('keep'),
    createdAt: orNull('created_at'),
    expiresAt: orNull('expires_at')
  } satisfies Record<keyof KeyDraft, unknown>)
  if (!parsed.success) throw unreadable(file, Number(origin.slice('line '.length)))
  const secret = cell('secret')
  found.add({ name: parsed.data.name, secret, likelySecret: secret !== '', origin }, parsed.data)
}
