import type { Instant, KeyId } from '@contract/model/base'
import type { KeepPolicy, KeyState, PreviousValue } from '@contract/model/key'
import type { StoredKey, StoredSummary } from '../ports/vault-store'
import { sql } from './sql'

export interface SummaryRow {
  number: number
  id: KeyId
  name: string
  description: string
  provider: string | null
  project: string | null
  environment: string | null
  scopes: string
  env_name: string | null
  tags: string
  favourite: number
  state: KeyState
  preview: string
  fingerprint: string
  has_secret: number
  created_at: Instant
  expires_at: Instant | null
  last_used_at: Instant | null
  deleted_at: Instant | null
}

export interface DetailRow extends SummaryRow {
  connection_id: string | null
  remote_id: string | null
  roles: string
  ip_ranges: string
  notes: string
  keep: KeepPolicy
  added_at: Instant
  updated_at: Instant
  version: number
}

export const summaryColumns = sql`
  key.number, key.id, key.name, detail.description, key.provider, key.project, key.environment, detail.scopes,
  key.env_name, detail.tags, key.favourite, key.state, key.preview, key.fingerprint, key.has_secret, key.created_at,
  key.expires_at, key.last_used_at, key.deleted_at`

export const detailColumns = sql`
  ${summaryColumns},
  (SELECT connection_id FROM remote_link AS link WHERE link.number = key.number) AS connection_id,
  coalesce((SELECT remote_id FROM remote_link AS link WHERE link.number = key.number), detail.remote_id) AS remote_id,
  detail.roles, detail.ip_ranges, detail.notes, key.keep,
  key.added_at, key.updated_at, key.version`

export function toSummary(row: SummaryRow): StoredSummary {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    provider: row.provider,
    project: row.project,
    environment: row.environment,
    scopes: words(row.scopes),
    envName: row.env_name,
    tags: words(row.tags),
    favourite: row.favourite === 1,
    state: row.state,
    preview: row.preview,
    fingerprint: row.fingerprint,
    hasSecret: row.has_secret === 1,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    deletedAt: row.deleted_at
  }
}

export function toKey(row: DetailRow, previousValues: PreviousValue[]): StoredKey {
  return {
    ...toSummary(row),
    connectionId: row.connection_id,
    remoteId: row.remote_id,
    roles: words(row.roles),
    ipRanges: words(row.ip_ranges),
    notes: row.notes,
    keep: row.keep,
    addedAt: row.added_at,
    updatedAt: row.updated_at,
    version: row.version,
    previousValues
  }
}

function words(json: string): string[] {
  return JSON.parse(json) as string[]
}
