import { createHash } from 'node:crypto'
import type { AuditEntry, AuditFilter, AuditVerdict } from '@contract/model/audit'
import type { KeyId } from '@contract/model/base'
import type { AuditDraft, VaultStore } from '../ports/vault-store'
import { allOf, rowsOf, sql, type Connection, type Sql } from './sql'

interface AuditRow {
  sequence: number
  at: string
  action: AuditEntry['action']
  actor: AuditEntry['actor']
  key_id: string | null
  key_name: string | null
  detail: string
  hash: string
}

interface Head {
  sequence: number
  hash: string
}

type Page = Parameters<VaultStore['audit']['page']>[0]

/** The audit trail: each entry's hash covers the entry and the hash before it. */
export class AuditTrail {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Adds a link. Must run inside the transaction of the change it records. */
  append(draft: AuditDraft, keyName: string | null): void {
    const head = this.#head()
    const row = {
      sequence: head.sequence + 1,
      at: draft.at,
      action: draft.action,
      actor: draft.actor,
      key_id: draft.keyId,
      key_name: keyName,
      detail: draft.detail
    }
    const hash = hashOf(head.hash, row)
    this.#connection.run(sql`
      INSERT INTO audit (sequence, at, action, actor, key_id, key_name, detail, hash)
      VALUES (${row.sequence}, ${row.at}, ${row.action}, ${row.actor}, ${row.key_id}, ${keyName}, ${row.detail}, ${hash})`)
    this.#connection.run(sql`UPDATE audit_head SET sequence = ${row.sequence}, hash = ${hash}`)
  }

  /** Newest first. */
  page({ before, limit, ...filter }: Page): AuditEntry[] {
    const where = allOf([sql`sequence < ${before ?? Number.MAX_SAFE_INTEGER}`, ...conditionsOf(filter)])
    return this.#connection
      .all<AuditRow>(sql`SELECT * FROM audit WHERE ${where} ORDER BY sequence DESC LIMIT ${limit}`)
      .map(toEntry)
  }

  /** Oldest first. */
  pageAfter({ after, limit, ...filter }: Parameters<VaultStore['audit']['pageAfter']>[0]): AuditEntry[] {
    const where = allOf([sql`sequence > ${after}`, ...conditionsOf(filter)])
    return this.#connection
      .all<AuditRow>(sql`SELECT * FROM audit WHERE ${where} ORDER BY sequence LIMIT ${limit}`)
      .map(toEntry)
  }

  count(filter: Partial<AuditFilter>): number {
    return this.#connection.value<number>(sql`SELECT count(*) FROM audit WHERE ${allOf(conditionsOf(filter))}`) ?? 0
  }

  /** Walks the whole chain, one row in memory at a time. */
  verify(): AuditVerdict {
    const head = this.#head()
    let entries = 0
    let since: string | null = null
    let hash = ''
    for (const row of this.#connection.iterate<AuditRow>(sql`SELECT * FROM audit ORDER BY sequence`)) {
      const fits = row.sequence === entries + 1 && row.hash === hashOf(hash, row)
      if (!fits) return { whole: false, entries, since, brokenAt: entries + 1 }
      entries += 1
      since ??= row.at
      hash = row.hash
    }
    const whole = head.sequence === entries && head.hash === hash
    return { whole, entries, since, brokenAt: whole ? null : entries + 1 }
  }

  #head(): Head {
    const head = this.#connection.get<Head>(sql`SELECT sequence, hash FROM audit_head`)
    if (head === undefined) throw new Error('the audit trail has no head')
    return head
  }
}

function conditionsOf({ keyId, actions, actors, from, until }: Partial<AuditFilter>): Sql[] {
  const conditions: Sql[] = []
  if (keyId) conditions.push(sql`key_id = ${keyId}`)
  if (actions?.length) conditions.push(sql`action IN ${rowsOf(actions)}`)
  if (actors?.length) conditions.push(sql`actor IN ${rowsOf(actors)}`)
  if (from) conditions.push(sql`at >= ${from}`)
  if (until) conditions.push(sql`at < ${until}`)
  return conditions
}

function hashOf(previous: string, row: Omit<AuditRow, 'hash'>): string {
  const entry = [row.sequence, row.at, row.action, row.actor, row.key_id, row.key_name, row.detail]
  return createHash('sha256')
    .update(JSON.stringify([previous, ...entry]))
    .digest('hex')
}

function toEntry({ key_id, key_name, ...row }: AuditRow): AuditEntry {
  return { ...row, keyId: key_id as KeyId | null, keyName: key_name }
}
