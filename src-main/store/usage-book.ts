import type { Instant, KeyId } from '@contract/model/base'
import type { ConnectionId } from '@contract/model/connection'
import type { FindingFacts, LocalUse } from '@contract/model/usage'
import type {
  QuotaPoint,
  SeenWord,
  StoredFinding,
  StoredLogState,
  StoredSync,
  StoredTotals,
  UsageChange,
  UsageLog,
  UsageStore
} from '../ports/usage-store'
import { allOf, rowsOf, sql, type Connection, type Sql } from './sql'
import { HOUR_MS } from './usage-times'
import { saveSync } from './usage-writer'

type SyncContent = Omit<StoredSync, keyof UsageLog>
type UseContent = Omit<LocalUse, 'id' | 'keyId' | 'keyName'>

interface SyncRow {
  connection_id: ConnectionId
  kind: string
  remote_id: string
  content: string
}

interface StateRow extends SyncRow {
  key_id: KeyId | null
  key_name: string | null
  records: number | null
  first_at: number | null
  last_at: number | null
}

interface FindingRow {
  id: string
  connection_id: ConnectionId
  key_id: KeyId | null
  key_name: string | null
  at: Instant
  facts: string
  acknowledged_at: Instant | null
}

const LOCAL_USES_KEPT = 5_000
const MOST_SEEN = 10_000

/** How far logs were read, totals, findings and local use, as rows. Writing must run inside a transaction. */
export class UsageBook {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  apply(change: UsageChange): void {
    switch (change.op) {
      case 'save-sync':
        saveSync(this.#connection, change.sync)
        return
      case 'drop-sync':
        this.#connection.run(sql`DELETE FROM usage_sync WHERE ${isLog(change.log)}`)
        return
      case 'save-totals':
        this.#saveTotals(change.totals)
        return
      case 'add-finding': {
        const { id, unique, connectionId, keyId, at, facts } = change.finding
        this.#connection.run(sql`
          INSERT INTO usage_finding (id, once, connection_id, number, kind, at, facts)
          VALUES (${id}, ${unique}, ${connectionId}, (SELECT number FROM key WHERE id = ${keyId}), ${facts.kind}, ${at},
            ${JSON.stringify(facts)})
          ON CONFLICT (once) DO NOTHING`)
        return
      }
      case 'change-finding':
        this.#connection.run(sql`
          UPDATE usage_finding SET facts = ${JSON.stringify(change.facts)}, kind = ${change.facts.kind}
          WHERE id = ${change.id} AND acknowledged_at IS NULL`)
        return
      case 'acknowledge':
        this.#connection.run(
          sql`UPDATE usage_finding SET acknowledged_at = ${change.at} WHERE id IN ${rowsOf(change.ids)}`
        )
        return
      case 'note-local-use':
        this.#noteLocalUse(change.use)
    }
  }

  sync(log: UsageLog): StoredSync | null {
    const row = this.#connection.get<SyncRow>(sql`SELECT * FROM usage_sync WHERE ${isLog(log)}`)
    return row === undefined ? null : toSync(row)
  }

  logs(connectionId: ConnectionId | null): StoredLogState[] {
    // The log of an account holds the streams of all its keys.
    const isOwn = sql`
      stream.connection_id = sync.connection_id AND stream.kind = sync.kind AND sync.remote_id IN ('', stream.remote_id)`
    const rows = this.#connection.all<StateRow>(sql`
      SELECT sync.connection_id, sync.kind, sync.remote_id, sync.content, key.id AS key_id, key.name AS key_name,
        (SELECT sum(requests) FROM usage_stream AS stream WHERE ${isOwn}) AS records,
        (SELECT min(first_at) FROM usage_stream AS stream WHERE ${isOwn}) AS first_at,
        (SELECT max(last_at) FROM usage_stream AS stream WHERE ${isOwn}) AS last_at
      FROM usage_sync AS sync
      LEFT JOIN usage_stream AS own ON own.connection_id = sync.connection_id AND own.kind = sync.kind
        AND own.remote_id = sync.remote_id AND sync.remote_id <> ''
      LEFT JOIN key ON key.number = own.number
      WHERE ${connectionId === null ? sql`1` : sql`sync.connection_id = ${connectionId}`}
      ORDER BY sync.connection_id, sync.kind, key.sort_name, sync.remote_id`)
    return rows.map((row) => ({
      ...toSync(row),
      keyId: row.key_id,
      keyName: row.key_name,
      records: row.records ?? 0,
      oldestAt: instantOf(row.first_at),
      newestAt: instantOf(row.last_at)
    }))
  }

  totals(connectionId: ConnectionId | null): StoredTotals[] {
    const which = connectionId === null ? sql`1` : sql`connection_id = ${connectionId}`
    return this.#connection
      .all<{ content: string }>(sql`SELECT content FROM usage_totals WHERE ${which} ORDER BY connection_id`)
      .map(({ content }) => JSON.parse(content) as StoredTotals)
  }

  course(connectionId: ConnectionId, metric: string, from: Instant | null): QuotaPoint[] {
    return this.#connection
      .all<{ at: number; used: number; most: number | null }>(
        sql`
        SELECT at, used, most FROM usage_course
        WHERE connection_id = ${connectionId} AND metric = ${metric} AND hour >= ${hourOf(from)} ORDER BY hour`
      )
      .map(({ at, used, most }) => ({ at: new Date(at).toISOString(), used, limit: most }))
  }

  seen({ what, connectionId, keyId, since }: Parameters<UsageStore['seen']>[0]): SeenWord[] {
    const conditions: Sql[] = [sql`seen.what = ${what}`, sql`stream.connection_id = ${connectionId}`]
    if (keyId !== null) conditions.push(sql`key.id = ${keyId}`)
    if (since !== null) conditions.push(sql`seen.first_at >= ${Date.parse(since)}`)
    return this.#connection
      .all<{ text: string; first_at: number; last_at: number; key_id: KeyId | null; remote_id: string }>(
        sql`
        SELECT seen.text, seen.first_at, seen.last_at, key.id AS key_id, stream.remote_id
        FROM usage_stream AS stream JOIN usage_seen AS seen USING (stream) LEFT JOIN key ON key.number = stream.number
        WHERE ${allOf(conditions)} ORDER BY seen.first_at DESC, seen.text LIMIT ${MOST_SEEN}`
      )
      .map((row) => ({
        what,
        connectionId,
        keyId: row.key_id,
        remoteId: row.remote_id === '' ? null : row.remote_id,
        word: row.text,
        firstAt: new Date(row.first_at).toISOString(),
        lastAt: new Date(row.last_at).toISOString()
      }))
  }

  findings(of: Parameters<UsageStore['findings']>[0]): { open: number; items: StoredFinding[] } {
    const conditions: Sql[] = []
    if (of.keyId !== null) conditions.push(sql`finding.number = (SELECT number FROM key WHERE id = ${of.keyId})`)
    if (of.connectionId !== null) conditions.push(sql`finding.connection_id = ${of.connectionId}`)
    if (of.kinds.length > 0) conditions.push(sql`finding.kind IN ${rowsOf(of.kinds)}`)
    const open = sql`finding.acknowledged_at IS NULL`
    const wanted = of.acknowledged ? sql`finding.acknowledged_at IS NOT NULL` : open
    const rows = this.#connection.all<FindingRow>(sql`
      SELECT finding.id, finding.connection_id, key.id AS key_id, key.name AS key_name, finding.at, finding.facts,
        finding.acknowledged_at
      FROM usage_finding AS finding LEFT JOIN key USING (number)
      WHERE ${allOf([...conditions, wanted])} ORDER BY finding.at DESC, finding.id DESC LIMIT ${of.limit}`)
    const count = sql`SELECT count(*) FROM usage_finding AS finding WHERE ${allOf([...conditions, open])}`
    return { open: this.#connection.value<number>(count) ?? 0, items: rows.map(toFinding) }
  }

  localUse({ keyId, before, limit }: Parameters<UsageStore['localUse']>[0]): LocalUse[] {
    const conditions: Sql[] = []
    if (keyId !== null) conditions.push(sql`key.id = ${keyId}`)
    if (before !== null) conditions.push(sql`entry.place < (SELECT place FROM local_use WHERE id = ${before})`)
    return this.#connection
      .all<{ id: string; key_id: KeyId; name: string; content: string }>(
        sql`
        SELECT entry.id, key.id AS key_id, key.name, entry.content FROM local_use AS entry JOIN key USING (number)
        WHERE ${allOf(conditions)} ORDER BY entry.place DESC LIMIT ${limit}`
      )
      .map((row) => ({ id: row.id, keyId: row.key_id, keyName: row.name, ...(JSON.parse(row.content) as UseContent) }))
  }

  #saveTotals(totals: StoredTotals): void {
    const { connectionId, readAt, metrics } = totals
    this.#connection.run(sql`
      INSERT INTO usage_totals (connection_id, content) VALUES (${connectionId}, ${JSON.stringify(totals)})
      ON CONFLICT (connection_id) DO UPDATE SET content = excluded.content`)
    if (readAt === null) return
    for (const { metric, used, limit } of metrics) {
      this.#connection.run(sql`
        INSERT INTO usage_course (connection_id, metric, hour, at, used, most)
        VALUES (${connectionId}, ${metric}, ${hourOf(readAt)}, ${Date.parse(readAt)}, ${used}, ${limit})
        ON CONFLICT (connection_id, metric, hour)
        DO UPDATE SET at = excluded.at, used = excluded.used, most = excluded.most`)
    }
  }

  #noteLocalUse({ id, keyId, ...content }: Omit<LocalUse, 'keyName'>): void {
    this.#connection.run(sql`
      INSERT INTO local_use (id, number, content)
      SELECT ${id}, number, ${JSON.stringify(content)} FROM key WHERE id = ${keyId}`)
    this.#connection.run(sql`
      DELETE FROM local_use WHERE place <= (SELECT place FROM local_use ORDER BY place DESC LIMIT 1 OFFSET ${LOCAL_USES_KEPT})`)
  }
}

function isLog({ connectionId, kind, remoteId }: UsageLog): Sql {
  return sql`connection_id = ${connectionId} AND kind = ${kind} AND remote_id = ${remoteId ?? ''}`
}

function toSync(row: SyncRow): StoredSync {
  const content = JSON.parse(row.content) as SyncContent
  const remoteId = row.remote_id === '' ? null : row.remote_id
  return { connectionId: row.connection_id, kind: row.kind, remoteId, ...content }
}

function toFinding(row: FindingRow): StoredFinding {
  return {
    id: row.id,
    connectionId: row.connection_id,
    keyId: row.key_id,
    keyName: row.key_name,
    at: row.at,
    facts: JSON.parse(row.facts) as FindingFacts,
    acknowledgedAt: row.acknowledged_at
  }
}

function hourOf(at: Instant | null): number {
  return at === null ? 0 : Math.floor(Date.parse(at) / HOUR_MS)
}

function instantOf(atMs: number | null): Instant | null {
  return atMs === null ? null : new Date(atMs).toISOString()
}
