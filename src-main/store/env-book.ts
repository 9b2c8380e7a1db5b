import { AppError } from '@contract/errors'
import type { Instant, KeyId } from '@contract/model/base'
import type { BindingId, UndoId } from '@contract/model/env'
import { fingerprintOf } from '../crypto/fingerprint'
import type { Secret } from '../crypto/secret'
import type { Agreement, BindingFields, Holder, StoredBinding, StoredProject, StoredUndo } from '../ports/env-store'
import { rowsOf, sql, type Connection } from './sql'

/** How many writes can be undone, and the most their bytes may take. */
export const UNDOS_KEPT = 50
const UNDO_BYTES_KEPT = 16 * 1024 * 1024

interface BindingRow {
  id: BindingId
  key_id: KeyId | null
  key_name: string
  is_orphan: number
  has_secret: number
  fingerprint: string
  version: number
  file: string
  root: string
  name: string
  agreed_digest: string | null
  agreed_version: number | null
  agreed_at: Instant | null
}

/** As it was kept when a write was of one key at most. */
type UndoOfOneKey = Omit<StoredUndo, 'keyIds'> & { readonly keyId: KeyId | null }

interface HolderRow {
  fingerprint: string
  key_id: KeyId
  name: string
  provider: string | null
  preview: string
  former: number
  is_tied: number
}

/** Bindings, projects and undos as rows. Writing must run inside a transaction. */
export class EnvBook {
  readonly #connection: Connection
  readonly #fingerprintKey: Secret

  constructor(connection: Connection, fingerprintKey: Secret) {
    this.#connection = connection
    this.#fingerprintKey = fingerprintKey
  }

  bindings(keyId: KeyId | null): StoredBinding[] {
    const which = keyId === null ? sql`1` : sql`key.id = ${keyId}`
    return this.#connection
      .all<BindingRow>(
        sql`
        SELECT binding.id, key.id AS key_id, coalesce(key.name, binding.key_name) AS key_name,
          key.number IS NULL OR key.deleted_at IS NOT NULL AS is_orphan, coalesce(key.has_secret, 0) AS has_secret,
          coalesce(key.fingerprint, '') AS fingerprint, coalesce(key.version, 0) AS version,
          binding.file, binding.root, binding.name, agreed_digest, agreed_version, agreed_at
        FROM binding LEFT JOIN key ON key.number = binding.number
        WHERE ${which} ORDER BY binding.file, binding.name`
      )
      .map(toBinding)
  }

  projects(): StoredProject[] {
    return this.#connection.all<StoredProject>(sql`SELECT id, name, folder FROM project ORDER BY name, id`)
  }

  undos(): StoredUndo[] {
    return this.#connection
      .all<{ content: string }>(sql`SELECT content FROM env_undo ORDER BY place DESC`)
      .map((row) => toUndo(JSON.parse(row.content) as StoredUndo | UndoOfOneKey))
  }

  /** Bytes of their own, so that they can be transferred and zeroed alone. */
  undoBytes(id: UndoId): { before: Uint8Array | null } {
    const row = this.#connection.get<{ before: Uint8Array | null }>(sql`SELECT before FROM env_undo WHERE id = ${id}`)
    if (row === undefined) throw new AppError('undo-not-found', {})
    if (row.before === null) return { before: null }
    const before = Uint8Array.from(row.before)
    row.before.fill(0)
    return { before }
  }

  /** By fingerprint alone, so that no list of values is ever made. */
  holders(texts: readonly string[]): Holder[] {
    const indexes = new Map<string, number>()
    texts.forEach((text, index) => indexes.set(fingerprintOf(Buffer.from(text), this.#fingerprintKey), index))
    const words = rowsOf([...indexes.keys()])
    const rows = this.#connection.all<HolderRow>(sql`
      SELECT key.fingerprint, key.id AS key_id, key.name, key.provider, key.preview, 0 AS former,
        link.number IS NOT NULL AS is_tied
      FROM key LEFT JOIN remote_link AS link USING (number)
      WHERE key.fingerprint IN ${words} AND key.fingerprint <> ''
      UNION ALL
      SELECT value.fingerprint, key.id, key.name, key.provider, value.preview, 1, 0
      FROM key_value AS value JOIN key USING (number)
      WHERE value.fingerprint IN ${words} AND value.replaced_at IS NOT NULL`)
    const held = rows.map((row) => ({
      index: indexes.get(row.fingerprint) ?? 0,
      keyId: row.key_id,
      name: row.name,
      provider: row.provider,
      preview: row.preview,
      former: row.former === 1,
      isTied: row.is_tied === 1
    }))
    return [...held, ...this.#credentialHolders(indexes)]
  }

  saveBinding(number: number, keyName: string, { id, file, root, name, agreed }: BindingFields): void {
    // A name in a file holds one key's value: another binding of it ends here.
    this.#connection.run(sql`DELETE FROM binding WHERE file = ${file} AND name = ${name} AND id <> ${id}`)
    this.#connection.run(sql`
      INSERT INTO binding (id, number, key_name, file, root, name, agreed_digest, agreed_version, agreed_at)
      VALUES (${id}, ${number}, ${keyName}, ${file}, ${root}, ${name}, ${agreed.digest}, ${agreed.version}, ${agreed.at})
      ON CONFLICT (id) DO UPDATE SET number = excluded.number, key_name = excluded.key_name, root = excluded.root,
        agreed_digest = excluded.agreed_digest, agreed_version = excluded.agreed_version,
        agreed_at = excluded.agreed_at`)
  }

  dropBinding(id: BindingId): void {
    this.#connection.run(sql`DELETE FROM binding WHERE id = ${id}`)
  }

  setAgreement(id: BindingId, agreed: Agreement): void {
    this.#connection.run(sql`
      UPDATE binding SET agreed_digest = ${agreed.digest}, agreed_version = ${agreed.version}, agreed_at = ${agreed.at}
      WHERE id = ${id}`)
  }

  saveProject({ id, name, folder }: StoredProject): void {
    this.#connection.run(sql`
      INSERT INTO project (id, name, folder) VALUES (${id}, ${name}, ${folder})
      ON CONFLICT (id) DO UPDATE SET name = excluded.name`)
  }

  dropProject(id: StoredProject['id']): void {
    this.#connection.run(sql`DELETE FROM project WHERE id = ${id}`)
  }

  saveUndo(number: number | null, undo: StoredUndo, before: Uint8Array | null): void {
    this.#connection.run(sql`
      INSERT INTO env_undo (id, number, content, before)
      VALUES (${undo.id}, ${number}, ${JSON.stringify(undo)}, ${before})`)
    this.#connection.run(sql`
      DELETE FROM env_undo WHERE place NOT IN (
        SELECT place FROM (
          SELECT place, row_number() OVER newest AS rank, sum(coalesce(length(before), 0)) OVER newest AS bytes
          FROM env_undo WINDOW newest AS (ORDER BY place DESC))
        WHERE rank = 1 OR (rank <= ${UNDOS_KEPT} AND bytes <= ${UNDO_BYTES_KEPT}))`)
  }

  dropUndo(id: UndoId): void {
    this.#connection.run(sql`DELETE FROM env_undo WHERE id = ${id}`)
  }

  /** Credentials keep no fingerprint; there are few of them. */
  #credentialHolders(indexes: ReadonlyMap<string, number>): Holder[] {
    const rows = this.#connection.all<{ secret: Uint8Array; preview: string; name: string; connector_id: string }>(sql`
      SELECT credential.secret, credential.preview, connection.name, connection.connector_id
      FROM credential JOIN connection ON connection.id = credential.connection_id`)
    return rows.flatMap(({ secret, preview, name, connector_id }) => {
      const index = indexes.get(fingerprintOf(secret, this.#fingerprintKey))
      secret.fill(0)
      if (index === undefined) return []
      return [{ index, keyId: null, name, provider: connector_id, preview, former: false, isTied: false }]
    })
  }
}

function toUndo(kept: StoredUndo | UndoOfOneKey): StoredUndo {
  if ('keyIds' in kept) return kept
  const { keyId, ...undo } = kept
  return { ...undo, keyIds: keyId === null ? [] : [keyId] }
}

function toBinding(row: BindingRow): StoredBinding {
  return {
    id: row.id,
    keyId: row.key_id,
    keyName: row.key_name,
    isOrphan: row.is_orphan === 1,
    hasSecret: row.has_secret === 1,
    fingerprint: row.fingerprint,
    version: row.version,
    file: row.file,
    root: row.root,
    name: row.name,
    agreed: { digest: row.agreed_digest, version: row.agreed_version, at: row.agreed_at }
  }
}
