import { AppError } from '@contract/errors'
import type { Instant, KeyId } from '@contract/model/base'
import type { KeyChange, KeyFields, KeyState, PreviousValue } from '@contract/model/key'
import { fingerprintOf } from '../crypto/fingerprint'
import type { Secret } from '../crypto/secret'
import type { KeyIdentity, NewKey, StoredKey } from '../ports/vault-store'
import { detailColumns, toKey, type DetailRow } from './key-rows'
import { toSortName } from './search-text'
import { sql, type Connection } from './sql'

/** How many replaced values of one key stay in the vault. */
export const PREVIOUS_VALUES_KEPT = 10

/** What a change needs to know of the key it changes. */
export interface KeyHandle {
  readonly number: number
  readonly name: string
}

interface ValueRow {
  secret: Uint8Array
  name: string
  env_name: string | null
}

/** The keys and their values as rows. Every method runs inside the caller's transaction. */
export class KeyBook {
  readonly #connection: Connection
  readonly #fingerprintKey: Secret

  constructor(connection: Connection, fingerprintKey: Secret) {
    this.#connection = connection
    this.#fingerprintKey = fingerprintKey
  }

  /** Throws `key-not-found`. */
  handle(id: KeyId): KeyHandle {
    const found = this.#connection.get<KeyHandle>(sql`SELECT number, name FROM key WHERE id = ${id}`)
    if (found === undefined) throw new AppError('key-not-found', { name: id })
    return found
  }

  /** Throws `key-not-found`. */
  get(id: KeyId): StoredKey {
    const row = this.#connection.get<DetailRow>(sql`
      SELECT ${detailColumns} FROM key JOIN key_detail AS detail USING (number) WHERE key.id = ${id}`)
    if (row === undefined) throw new AppError('key-not-found', { name: id })
    const previous = this.#connection.all<PreviousValue>(sql`
      SELECT version, preview, fingerprint, created_at AS createdAt, replaced_at AS replacedAt
      FROM key_value WHERE number = ${row.number} AND replaced_at IS NOT NULL ORDER BY version DESC`)
    return toKey(row, previous)
  }

  /** Ids outside the bin with this name, failing that this env name, failing that this id. */
  find(name: string): KeyId[] {
    const matching = [sql`name = ${name}`, sql`env_name = ${name}`, sql`id = ${name}`]
    for (const condition of matching) {
      const rows = this.#connection.all<{ id: KeyId }>(
        sql`SELECT id FROM key WHERE deleted_at IS NULL AND ${condition} ORDER BY number`
      )
      if (rows.length > 0) return rows.map((row) => row.id)
    }
    return []
  }

  identities(): KeyIdentity[] {
    return this.#connection.all<KeyIdentity>(sql`
      SELECT id, name, provider, project, env_name AS envName, fingerprint FROM key WHERE deleted_at IS NULL ORDER BY id`)
  }

  withSecrets(after: KeyId | null, limit: number): { key: StoredKey; secret: Uint8Array | null }[] {
    const rows = this.#connection.all<{ id: KeyId; has_secret: number }>(sql`
      SELECT id, has_secret FROM key WHERE deleted_at IS NULL AND id > ${after ?? ''} ORDER BY id LIMIT ${limit}`)
    return rows.map(({ id, has_secret }) => ({
      key: this.get(id),
      secret: has_secret === 1 ? this.secret(id, null).secret : null
    }))
  }

  add({ id, fields, state, preview, secret, at }: NewKey): void {
    const stored = secret !== null && fields.keep === 'vault'
    const fingerprint = secret === null ? '' : fingerprintOf(secret, this.#fingerprintKey)
    const version = secret === null ? 0 : 1
    const { rowNumber } = this.#connection.run(sql`
      INSERT INTO key (id, name, sort_name, provider, project, environment, env_name, favourite, state, keep, preview,
        fingerprint, has_secret, version, created_at, expires_at, added_at, updated_at)
      VALUES (${id}, ${fields.name}, ${toSortName(fields.name)}, ${fields.provider}, ${fields.project},
        ${fields.environment}, ${fields.envName}, ${Number(fields.favourite)}, ${state}, ${fields.keep}, ${preview},
        ${fingerprint}, ${Number(stored)}, ${version}, ${fields.createdAt ?? at}, ${fields.expiresAt}, ${at}, ${at})`)
    this.#connection.run(sql`
      INSERT INTO key_detail (number, description, remote_id, scopes, roles, ip_ranges, tags, notes)
      VALUES (${rowNumber}, ${fields.description}, ${fields.remoteId}, ${json(fields.scopes)}, ${json(fields.roles)},
         ${json(fields.ipRanges)}, ${json(fields.tags)}, ${fields.notes})`)
    if (stored) this.#keepValue(rowNumber, version, secret, preview, fingerprint, at)
    this.#writeTags(rowNumber, fields.tags, 0)
    this.#writeSearch(rowNumber, fields)
  }

  /** Writes the fields that are given. `keep: never` removes every stored value; mask and fingerprint stay. */
  edit(id: KeyId, changed: KeyChange, at: Instant): void {
    const before = this.get(id)
    const { number } = this.handle(id)
    const given = Object.entries(changed).filter(([, value]) => value !== undefined)
    const fields: KeyFields = { ...before, ...(Object.fromEntries(given) as Partial<KeyFields>) }
    const createdAt = fields.createdAt ?? before.addedAt
    this.#connection.run(sql`
      UPDATE key SET name = ${fields.name}, sort_name = ${toSortName(fields.name)}, provider = ${fields.provider},
        project = ${fields.project}, environment = ${fields.environment}, env_name = ${fields.envName},
        favourite = ${Number(fields.favourite)}, keep = ${fields.keep}, created_at = ${createdAt},
        expires_at = ${fields.expiresAt}, updated_at = ${at}
      WHERE number = ${number}`)
    this.#connection.run(sql`
      UPDATE key_detail SET description = ${fields.description}, remote_id = ${fields.remoteId},
        scopes = ${json(fields.scopes)}, roles = ${json(fields.roles)},
        ip_ranges = ${json(fields.ipRanges)}, tags = ${json(fields.tags)}, notes = ${fields.notes}
      WHERE number = ${number}`)
    this.#writeTags(number, fields.tags, before.deletedAt === null ? 0 : 1)
    this.#writeSearch(number, fields)
    if (fields.keep === 'never') this.#forgetValues(number)
  }

  setState(id: KeyId, state: KeyState, at: Instant): void {
    this.#connection.run(sql`UPDATE key SET state = ${state}, updated_at = ${at} WHERE id = ${id}`)
  }

  replaceSecret(id: KeyId, secret: Uint8Array, preview: string, at: Instant): void {
    const { keep, version } = this.get(id)
    const { number } = this.handle(id)
    const next = version + 1
    const fingerprint = fingerprintOf(secret, this.#fingerprintKey)
    const stored = keep === 'vault'
    this.#connection.run(sql`UPDATE key_value SET replaced_at = ${at} WHERE number = ${number} AND replaced_at IS NULL`)
    if (stored) this.#keepValue(number, next, secret, preview, fingerprint, at)
    this.#connection.run(sql`
      DELETE FROM key_value WHERE number = ${number} AND replaced_at IS NOT NULL AND version NOT IN (
        SELECT version FROM key_value WHERE number = ${number} AND replaced_at IS NOT NULL
        ORDER BY version DESC LIMIT ${PREVIOUS_VALUES_KEPT})`)
    this.#connection.run(sql`
      UPDATE key SET preview = ${preview}, fingerprint = ${fingerprint}, has_secret = ${Number(stored)},
        version = ${next}, updated_at = ${at}
      WHERE number = ${number}`)
  }

  /** Puts the value of `version` back, as the newest version of all. Throws `secret-not-kept`. */
  restoreSecret(id: KeyId, version: number, at: Instant): void {
    const { secret } = this.secret(id, version)
    const preview = this.#connection.value<string>(sql`
      SELECT value.preview FROM key_value AS value JOIN key USING (number)
      WHERE key.id = ${id} AND value.version = ${version}`)
    this.replaceSecret(id, secret, preview ?? '', at)
    secret.fill(0)
  }

  /** A copy of the bytes for the caller alone. Throws `secret-not-kept`. */
  secret(id: KeyId, version: number | null): { secret: Uint8Array; name: string; envName: string | null } {
    const row = this.#connection.get<ValueRow>(sql`
      SELECT value.secret, key.name, key.env_name
      FROM key JOIN key_value AS value ON value.number = key.number AND value.version = coalesce(${version}, key.version)
      WHERE key.id = ${id}`)
    if (row === undefined) throw new AppError('secret-not-kept', { name: this.handle(id).name })
    // Bytes of their own, so that they can be transferred and zeroed alone.
    const secret = Uint8Array.from(row.secret)
    row.secret.fill(0)
    return { secret, name: row.name, envName: row.env_name }
  }

  noteUse(id: KeyId, at: Instant): void {
    this.#connection.run(sql`UPDATE key SET last_used_at = ${at} WHERE id = ${id}`)
  }

  setDeletedAt(id: KeyId, at: Instant | null): void {
    const { number } = this.handle(id)
    this.#connection.run(sql`UPDATE key SET deleted_at = ${at} WHERE number = ${number}`)
    this.#connection.run(sql`UPDATE key_tag SET in_bin = ${at === null ? 0 : 1} WHERE number = ${number}`)
  }

  purge(number: number): void {
    this.#connection.run(sql`DELETE FROM key_search WHERE rowid = ${number}`)
    // Its bindings stay behind, under the name it had last.
    this.#connection.run(sql`
      UPDATE binding SET key_name = (SELECT name FROM key WHERE key.number = binding.number) WHERE number = ${number}`)
    this.#forgetUndos(number)
    this.#connection.run(sql`DELETE FROM key WHERE number = ${number}`)
  }

  purgePreviousValues(number: number): void {
    this.#connection.run(sql`DELETE FROM key_value WHERE number = ${number} AND replaced_at IS NOT NULL`)
    this.#forgetUndos(number)
  }

  /** The keys that were moved to the bin before `moment`. */
  inBinBefore(moment: Instant): (KeyHandle & { id: KeyId })[] {
    return this.#connection.all(
      sql`SELECT number, id, name FROM key WHERE deleted_at IS NOT NULL AND deleted_at < ${moment} ORDER BY number`
    )
  }

  #keepValue(
    number: number,
    version: number,
    secret: Uint8Array,
    preview: string,
    fingerprint: string,
    at: Instant
  ): void {
    this.#connection.run(sql`
      INSERT INTO key_value (number, version, secret, preview, fingerprint, created_at)
      VALUES (${number}, ${version}, ${secret}, ${preview}, ${fingerprint}, ${at})`)
  }

  #forgetValues(number: number): void {
    this.#connection.run(sql`DELETE FROM key_value WHERE number = ${number}`)
    this.#forgetUndos(number)
    this.#connection.run(sql`UPDATE key SET has_secret = 0 WHERE number = ${number}`)
  }

  /** Bytes of an env file before a write hold values of every key that was written. */
  #forgetUndos(number: number): void {
    this.#connection.run(sql`
      DELETE FROM env_undo WHERE number = ${number} OR EXISTS (
        SELECT 1 FROM json_each(content, '$.keyIds') AS written JOIN key ON key.id = written.value
        WHERE key.number = ${number})`)
  }

  #writeTags(number: number, tags: readonly string[], inBin: 0 | 1): void {
    this.#connection.run(sql`DELETE FROM key_tag WHERE number = ${number}`)
    for (const tag of new Set(tags)) {
      this.#connection.run(sql`INSERT INTO key_tag (in_bin, tag, number) VALUES (${inBin}, ${tag}, ${number})`)
    }
  }

  #writeSearch(number: number, fields: KeyFields): void {
    this.#connection.run(sql`
      INSERT OR REPLACE INTO key_search (rowid, name, description, tags, scopes, env_name, provider, notes)
      VALUES (${number}, ${fields.name}, ${fields.description}, ${fields.tags.join('\n')}, ${fields.scopes.join('\n')},
        ${fields.envName ?? ''}, ${fields.provider ?? ''}, ${fields.notes})`)
  }
}

function json(words: readonly string[]): string {
  return JSON.stringify(words)
}
