import { AppError } from '@contract/errors'
import type { Instant, KeyId } from '@contract/model/base'
import type { ConnectionFields, ConnectionId, ConnectionTest } from '@contract/model/connection'
import type {
  Intent,
  RemoteStore,
  StoreChange,
  StoredConnection,
  StoredLink,
  StoredRotation
} from '../ports/remote-store'
import { allOf, sql, type Connection, type Sql } from './sql'
import { dropUsageOf } from './usage-pruning'

interface ConnectionRow {
  id: ConnectionId
  connector_id: string
  fields: string
  origin: string | null
  last_test: string | null
  created_at: Instant
  keys: number
}

interface CredentialRow {
  connection_id: ConnectionId
  id: string
  preview: string
  updated_at: Instant
}

type SavedConnection = Extract<StoreChange, { op: 'save-connection' }>
type LinkContent = Omit<StoredLink, 'keyId' | 'connectionId' | 'kind' | 'remoteId'>

interface LinkRow {
  key_id: KeyId
  connection_id: ConnectionId
  kind: string
  remote_id: string | null
  content: string
}

const linkColumns = sql`
  key.id AS key_id, link.connection_id, link.kind, link.remote_id, link.content
  FROM remote_link AS link JOIN key USING (number)`

/** What the vault knows of providers, read and written row by row. Writing must run inside a transaction. */
export class RemoteBook {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  connections(): StoredConnection[] {
    return this.#connections(sql`1`)
  }

  /** Throws `connection-not-found`. */
  connection(id: ConnectionId): StoredConnection {
    const [found] = this.#connections(sql`connection.id = ${id}`)
    if (found === undefined) throw new AppError('connection-not-found', { name: id })
    return found
  }

  /** Bytes of their own, so that they can be transferred and zeroed alone. */
  credentials(id: ConnectionId): { id: string; secret: Uint8Array }[] {
    const rows = this.#connection.all<{ id: string; secret: Uint8Array }>(
      sql`SELECT id, secret FROM credential WHERE connection_id = ${id} ORDER BY id`
    )
    return rows.map((row) => {
      const secret = Uint8Array.from(row.secret)
      row.secret.fill(0)
      return { id: row.id, secret }
    })
  }

  link(id: KeyId): StoredLink | null {
    const row = this.#connection.get<LinkRow>(sql`SELECT ${linkColumns} WHERE key.id = ${id}`)
    return row === undefined ? null : toLink(row)
  }

  links(connectionId: ConnectionId | null): StoredLink[] {
    const which = connectionId === null ? sql`1` : sql`link.connection_id = ${connectionId}`
    return this.#connection.all<LinkRow>(sql`SELECT ${linkColumns} WHERE ${which} ORDER BY link.number`).map(toLink)
  }

  spokesmen(): { connectionId: ConnectionId; keyId: KeyId }[] {
    // Ids rise with time.
    return this.#connection.all(sql`
      SELECT link.connection_id AS connectionId, min(key.id) AS keyId
      FROM remote_link AS link JOIN key USING (number)
      WHERE key.deleted_at IS NULL AND key.state NOT IN ('revoked', 'disabled')
      GROUP BY link.connection_id`)
  }

  intents(): Intent[] {
    return this.#connection
      .all<{ content: string }>(sql`SELECT content FROM intent ORDER BY id`)
      .map((row) => JSON.parse(row.content) as Intent)
  }

  intent(id: string): Intent | null {
    const row = this.#connection.get<{ content: string }>(sql`SELECT content FROM intent WHERE id = ${id}`)
    return row === undefined ? null : (JSON.parse(row.content) as Intent)
  }

  rotations({ open, keyId }: Parameters<RemoteStore['rotations']>[0]): StoredRotation[] {
    const conditions: Sql[] = []
    if (open) conditions.push(sql`is_open = 1`)
    if (keyId !== null) conditions.push(sql`number = (SELECT number FROM key WHERE id = ${keyId})`)
    return this.#connection
      .all<{ content: string }>(sql`SELECT content FROM rotation WHERE ${allOf(conditions)} ORDER BY id DESC`)
      .map((row) => JSON.parse(row.content) as StoredRotation)
  }

  rotation(id: string): StoredRotation | null {
    const row = this.#connection.get<{ content: string }>(sql`SELECT content FROM rotation WHERE id = ${id}`)
    return row === undefined ? null : (JSON.parse(row.content) as StoredRotation)
  }

  saveConnection({ id, connectorId, fields, origin, at }: SavedConnection): void {
    this.#connection.run(sql`
      INSERT INTO connection (id, connector_id, name, fields, origin, created_at)
      VALUES (${id}, ${connectorId}, ${fields.name}, ${JSON.stringify(fields)}, ${origin}, ${at})
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, fields = excluded.fields, origin = excluded.origin`)
  }

  saveCredential(connectionId: ConnectionId, id: string, secret: Uint8Array, preview: string, at: Instant): void {
    this.#connection.run(sql`
      INSERT INTO credential (connection_id, id, secret, preview, updated_at)
      VALUES (${connectionId}, ${id}, ${secret}, ${preview}, ${at})
      ON CONFLICT (connection_id, id)
      DO UPDATE SET secret = excluded.secret, preview = excluded.preview, updated_at = excluded.updated_at`)
  }

  saveTest(id: ConnectionId, test: ConnectionTest): void {
    this.#connection.run(sql`UPDATE connection SET last_test = ${JSON.stringify(test)} WHERE id = ${id}`)
  }

  dropConnection(id: ConnectionId): void {
    dropUsageOf(this.#connection, id)
    this.#connection.run(sql`DELETE FROM connection WHERE id = ${id}`)
  }

  saveLink(number: number, link: StoredLink): void {
    const { connectionId, kind, remoteId } = link
    const content: LinkContent = {
      origin: link.origin,
      policy: link.policy,
      services: link.services,
      seenAt: link.seenAt,
      missing: link.missing,
      forgetsSecret: link.forgetsSecret,
      unseen: link.unseen,
      attemptedAt: link.attemptedAt,
      rotatedAt: link.rotatedAt
    }
    this.#connection.run(sql`
      INSERT INTO remote_link (number, connection_id, kind, remote_id, content)
      VALUES (${number}, ${connectionId}, ${kind}, ${remoteId}, ${JSON.stringify(content)})
      ON CONFLICT (number) DO UPDATE SET connection_id = excluded.connection_id, kind = excluded.kind,
        remote_id = excluded.remote_id, content = excluded.content`)
    // Calls that were told before the key was followed here are its own.
    this.#connection.run(sql`
      UPDATE usage_stream SET number = ${number}
      WHERE connection_id = ${connectionId} AND kind = ${kind} AND remote_id = ${remoteId}`)
  }

  /** Changes what is named of a link as it is now. */
  changeLink({ id, change, remoteId }: Extract<StoreChange, { op: 'change-link' }>): void {
    const link = this.link(id)
    if (link === null || (remoteId !== undefined && link.remoteId !== remoteId)) return
    const number = this.#connection.value<number>(sql`SELECT number FROM key WHERE id = ${id}`)
    if (number !== undefined) this.saveLink(number, { ...link, ...change })
  }

  dropLink(number: number): void {
    this.#connection.run(sql`DELETE FROM remote_link WHERE number = ${number}`)
  }

  /** Throws `rotation-running`: whatever is made for a key is made once. */
  saveIntent(intent: Intent): void {
    const other = this.intents().find(({ id, keyId }) => id !== intent.id && keyId !== null && keyId === intent.keyId)
    if (other !== undefined) throw new AppError('rotation-running', { name: other.label })
    this.#connection.run(sql`
      INSERT INTO intent (id, connection_id, content)
      VALUES (${intent.id}, ${intent.connectionId}, ${JSON.stringify(intent)})
      ON CONFLICT (id) DO UPDATE SET content = excluded.content`)
  }

  dropIntent(id: string): void {
    this.#connection.run(sql`DELETE FROM intent WHERE id = ${id}`)
  }

  /** Throws `unfinished-not-found`. */
  settleIntent(id: string): void {
    const { changes } = this.#connection.run(sql`DELETE FROM intent WHERE id = ${id}`)
    if (changes === 0) throw new AppError('unfinished-not-found', {})
  }

  /** Stores a rotation over whatever stands there. */
  saveMade(number: number, rotation: StoredRotation): void {
    const stored = this.rotation(rotation.id)
    this.saveRotation(number, { ...rotation, revision: (stored?.revision ?? 0) + 1 })
  }

  /** Throws `rotation-running` when somebody else has changed it since it was read. */
  saveRotation(number: number, rotation: StoredRotation): void {
    const stored = this.rotation(rotation.id)
    if (stored !== null && stored.revision !== rotation.revision - 1) {
      throw new AppError('rotation-running', { name: rotation.label })
    }
    this.#connection.run(sql`
      INSERT INTO rotation (id, number, connection_id, is_open, content)
      VALUES (${rotation.id}, ${number}, ${rotation.connectionId}, ${Number(rotation.endedAt === null)},
        ${JSON.stringify(rotation)})
      ON CONFLICT (id) DO UPDATE SET is_open = excluded.is_open, content = excluded.content`)
  }

  #connections(which: Sql): StoredConnection[] {
    const rows = this.#connection.all<ConnectionRow>(sql`
      SELECT id, connector_id, fields, origin, last_test, created_at,
        (SELECT count(*) FROM remote_link AS link WHERE link.connection_id = connection.id) AS keys
      FROM connection WHERE ${which} ORDER BY name, id`)
    const credentials = this.#connection.all<CredentialRow>(
      sql`SELECT connection_id, id, preview, updated_at FROM credential ORDER BY id`
    )
    return rows.map((row) => ({
      id: row.id,
      connectorId: row.connector_id,
      fields: JSON.parse(row.fields) as ConnectionFields,
      origin: row.origin,
      credentials: credentials
        .filter((credential) => credential.connection_id === row.id)
        .map(({ id, preview, updated_at }) => ({ id, preview, updatedAt: updated_at })),
      lastTest: row.last_test === null ? null : (JSON.parse(row.last_test) as ConnectionTest),
      keys: row.keys,
      createdAt: row.created_at
    }))
  }
}

function toLink(row: LinkRow): StoredLink {
  const content = JSON.parse(row.content) as LinkContent
  return {
    ...content,
    keyId: row.key_id,
    connectionId: row.connection_id,
    kind: row.kind,
    remoteId: row.remote_id
  }
}
