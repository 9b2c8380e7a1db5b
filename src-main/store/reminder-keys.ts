import type { Instant, KeyId } from '@contract/model/base'
import type { RotationPolicy } from '@contract/model/connection'
import type { KeyState } from '@contract/model/key'
import type { ReminderKey, ReminderKeysPage, ReminderKeysQuery } from '../ports/reminder-store'
import { allOf, rowsOf, sql, type Connection, type Sql } from './sql'

interface KeyRow {
  number: number
  id: KeyId
  name: string
  provider: string | null
  state: KeyState
  preview: string
  expires_at: Instant | null
  last_used_at: Instant | null
  value_since: Instant
  tags: string
  policy: string | null
  grace_ends_at: Instant | null
}

/** A page of the keys that reminders ask for, in the order of their numbers. */
export function reminderKeys(connection: Connection, query: ReminderKeysQuery): ReminderKeysPage {
  const rows = connection.all<KeyRow>(reminderKeysQuery(query))
  return { keys: rows.map(toKey), next: rows.length < query.limit ? null : (rows.at(-1)?.number ?? null) }
}

/** The statement of {@link reminderKeys}; a test asks for its plan. */
export function reminderKeysQuery({ after, limit, undated, also, tags }: ReminderKeysQuery): Sql {
  const conditions = [
    sql`key.number > ${after}`,
    sql`key.deleted_at IS NULL`,
    sql`key.state NOT IN ('revoked', 'disabled')`
  ]
  if (!undated) {
    conditions.push(sql`key.expires_at IS NOT NULL OR link.content ->> '$.policy.kind' = 'remind'
      OR rotation.number IS NOT NULL OR key.id IN ${rowsOf(also)}`)
  }
  // Asked for one by one, where they are needed: most keys' details and values are then not read at all.
  const tagsOf =
    tags.length === 0
      ? sql`'[]'`
      : sql`(SELECT json_group_array(tag) FROM key_tag WHERE key_tag.number = key.number AND tag IN ${rowsOf(tags)})`
  // The first value is as old as its key, which may be older than the vault's knowledge of it.
  return sql`
    SELECT key.number, key.id, key.name, key.provider, key.state, key.preview, key.expires_at, key.last_used_at,
      ${tagsOf} AS tags, link.content ->> '$.policy' AS policy,
      iif(rotation.content ->> '$.step' = 'grace', rotation.content ->> '$.graceEndsAt', NULL) AS grace_ends_at,
      coalesce(
        iif(key.version > 1, (SELECT created_at FROM key_value AS value
          WHERE value.number = key.number AND value.version = key.version), NULL),
        link.content ->> '$.rotatedAt', key.created_at) AS value_since
    FROM key
    LEFT JOIN remote_link AS link ON link.number = key.number
    LEFT JOIN rotation ON rotation.number = key.number AND rotation.is_open = 1
    WHERE ${allOf(conditions)} ORDER BY key.number LIMIT ${limit}`
}

function toKey(row: KeyRow): ReminderKey {
  return {
    id: row.id,
    name: row.name,
    provider: row.provider,
    tags: row.tags === '[]' ? [] : (JSON.parse(row.tags) as string[]),
    state: row.state,
    preview: row.preview,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    valueSince: row.value_since,
    policy: row.policy === null ? null : (JSON.parse(row.policy) as RotationPolicy),
    graceEndsAt: row.grace_ends_at
  }
}
