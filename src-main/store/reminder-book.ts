import type { ChannelFields, ReminderId } from '@contract/model/reminder'
import type { ReminderChange, StoredChannel, StoredDelivery, StoredRule, SubjectState } from '../ports/reminder-store'
import { sql, type Connection } from './sql'

const DELIVERIES_KEPT = 100

/** What reminders keep in the vault, as rows. Writing must run inside a transaction. */
export class ReminderBook {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  states(): SubjectState[] {
    return this.#contents<SubjectState>(sql`SELECT content FROM reminder_state`)
  }

  rules(): StoredRule[] {
    return this.#contents<StoredRule>(sql`SELECT content FROM reminder_rule ORDER BY number`)
  }

  channels(): StoredChannel[] {
    const rows = this.#connection.all<{ id: string; fields: string; host: string; has_secret: number }>(
      sql`SELECT id, fields, host, secret IS NOT NULL AS has_secret FROM reminder_channel ORDER BY id`
    )
    return rows.map(({ id, fields, host, has_secret }) => ({
      id,
      fields: JSON.parse(fields) as ChannelFields,
      host,
      hasSecret: has_secret === 1
    }))
  }

  channelSecret(id: string): Uint8Array | null {
    const stored = this.#connection.value<Uint8Array | null>(sql`SELECT secret FROM reminder_channel WHERE id = ${id}`)
    if (stored === undefined || stored === null) return null
    // Bytes of their own, so that they can be transferred and zeroed alone.
    const secret = Uint8Array.from(stored)
    stored.fill(0)
    return secret
  }

  deliveries(): StoredDelivery[] {
    return this.#contents<StoredDelivery>(sql`SELECT content FROM reminder_delivery ORDER BY id DESC`)
  }

  marksKey(): Uint8Array {
    const key = this.#connection.value<Uint8Array>(sql`SELECT value FROM meta WHERE name = 'reminder-marks-key'`)
    return Uint8Array.from(key ?? [])
  }

  apply(change: ReminderChange): void {
    switch (change.op) {
      case 'save-state':
        this.#saveState(change.state)
        return
      case 'save-rule':
        this.#connection.run(sql`
          INSERT INTO reminder_rule (id, content) VALUES (${change.rule.id}, ${JSON.stringify(change.rule)})
          ON CONFLICT (id) DO UPDATE SET content = excluded.content`)
        return
      case 'drop-rule':
        this.#connection.run(sql`DELETE FROM reminder_rule WHERE id = ${change.id}`)
        return
      case 'save-channel':
        this.#connection.run(sql`
          INSERT INTO reminder_channel (id, fields, host, secret)
          VALUES (${change.id}, ${JSON.stringify(change.fields)}, ${change.host}, ${change.secret})
          ON CONFLICT (id) DO UPDATE SET fields = excluded.fields, host = excluded.host,
            secret = coalesce(excluded.secret, iif(${change.keepsSecret ? 1 : 0}, secret, NULL))`)
        return
      case 'drop-channel':
        this.#connection.run(sql`DELETE FROM reminder_channel WHERE id = ${change.id}`)
        return
      case 'save-delivery':
        this.#saveDelivery(change.delivery)
        return
      case 'drop-delivery':
        this.#connection.run(sql`DELETE FROM reminder_delivery WHERE id = ${change.id}`)
    }
  }

  #saveState(state: SubjectState): void {
    const [keyId = '', kind = ''] = splitId(state.id)
    this.#connection.run(sql`
      INSERT INTO reminder_state (number, kind, content)
      SELECT number, ${kind}, ${JSON.stringify(state)} FROM key WHERE id = ${keyId}
      ON CONFLICT (number, kind) DO UPDATE SET content = excluded.content`)
  }

  #saveDelivery(delivery: StoredDelivery): void {
    // A channel that was taken away meanwhile takes its deliveries with it.
    this.#connection.run(sql`
      INSERT INTO reminder_delivery (id, channel_id, content)
      SELECT ${delivery.id}, id, ${JSON.stringify(delivery)} FROM reminder_channel WHERE id = ${delivery.channelId}
      ON CONFLICT (id) DO UPDATE SET content = excluded.content`)
    this.#connection.run(sql`
      DELETE FROM reminder_delivery WHERE content ->> '$.outcome' <> 'waiting' AND id NOT IN
        (SELECT id FROM reminder_delivery ORDER BY id DESC LIMIT ${DELIVERIES_KEPT})`)
  }

  #contents<Value>(query: Parameters<Connection['all']>[0]): Value[] {
    return this.#connection.all<{ content: string }>(query).map((row) => JSON.parse(row.content) as Value)
  }
}

function splitId(id: ReminderId): string[] {
  return id.split('.')
}
