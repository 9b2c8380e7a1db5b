import type { Instant, KeyId } from '@contract/model/base'
import { AppError } from '@contract/errors'
import type { NewUsageRecord, StoredSync, UsageAdded, UsageBatch, UsageLog } from '../ports/usage-store'
import { sql, type Connection } from './sql'
import { createOrdinals, edgeBefore, markOf, withEdge, type Edges } from './usage-marks'
import { cleanAddress, cleanMethod, cleanPath, cleanSource, endpointOf } from './usage-text'
import { DAY_MS, HOUR_MS } from './usage-times'

const LONGEST_POSITION = 10_000

interface Stream {
  readonly stream: number
  requests: number
  firstMs: number
  lastMs: number
}

interface Address {
  readonly path: string | null
  readonly endpoint: string | null
}

const NOWHERE: Address = { path: null, endpoint: null }

interface Call {
  readonly atMs: number
  readonly stream: Stream
  readonly shape: number
  readonly path: number | null
  readonly ip: number | null
  readonly durationMs: number | null
  readonly mark: Uint8Array
  /** What is remembered of a stream besides its calls. */
  readonly seen: readonly (readonly ['ip' | 'endpoint' | 'source', string])[]
}

/** Puts one page of a log into the vault. Must run inside a transaction; what it looked up is good for that one alone. */
export class UsageWriter {
  readonly #connection: Connection
  readonly #streams = new Map<string, Stream>()
  readonly #known = new Map<string, number>()
  readonly #addresses = new Map<string, Address>()
  readonly #counts = new Map<string, { span: 0 | 1; start: number; shape: number; requests: number }>()
  readonly #seen = new Map<string, { stream: number; what: string; text: string; firstMs: number; lastMs: number }>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Throws `connection-not-found`. */
  add({ sync, keyId, records, page, next, notBefore, now }: UsageBatch): UsageAdded {
    this.#requireConnection(sync)
    const oldestMs = notBefore === null ? Number.NEGATIVE_INFINITY : Date.parse(notBefore)
    const edges = this.#edges(sync)
    const ordinals = createOrdinals(edgeBefore(edges, page))
    let added = 0
    let known = 0
    let tooOld = 0
    for (const record of records) {
      const ordinal = record.id === null ? ordinals.of(record) : 0
      if (Date.parse(record.at) < oldestMs) {
        tooOld += 1
        continue
      }
      const call = this.#callOf(record, ordinal, sync, keyId)
      if (this.#insert(call)) {
        added += 1
        this.#count(call)
      } else known += 1
    }
    this.#writeCounts()
    this.#writeSeen()
    const used = this.#writeStreams(Date.parse(now))
    saveSync(this.#connection, sync, withEdge(edges, next, ordinals.edge()))
    return { added, known, tooOld, used }
  }

  #requireConnection({ connectionId }: UsageLog): void {
    const found = this.#connection.value<number>(sql`SELECT 1 FROM connection WHERE id = ${connectionId}`)
    if (found === undefined) throw new AppError('connection-not-found', { name: connectionId })
  }

  #callOf(record: NewUsageRecord, ordinal: number, log: UsageLog, keyId: KeyId | null): Call {
    const remoteId = record.remoteId ?? log.remoteId ?? ''
    const stream = this.#stream(log, remoteId, keyId)
    const atMs = Math.max(0, Date.parse(record.at))
    const method = cleanMethod(record.method)
    const { path, endpoint } = this.#addressOf(record.path)
    const ip = cleanAddress(record.ip)
    const source = cleanSource(record.source)
    const endpointNumber = endpoint === null ? 0 : this.#number('endpoint', endpoint)
    const shape = this.#shape(
      stream.stream,
      this.#wordOr0(method),
      endpointNumber,
      record.status ?? 0,
      this.#wordOr0(source)
    )
    const called = endpoint === null ? null : method === null ? endpoint : `${method} ${endpoint}`
    return {
      atMs,
      stream,
      shape,
      path: path === null || path === endpoint ? null : this.#path(path, endpointNumber),
      ip: ip === null ? null : this.#number('word', ip),
      durationMs: record.durationMs,
      mark: markOf(stream.stream, record, ordinal),
      seen: [
        ...(ip === null ? [] : [['ip', ip] as const]),
        ...(called === null ? [] : [['endpoint', called] as const]),
        ...(source === null ? [] : [['source', source] as const])
      ]
    }
  }

  #addressOf(told: string | null): Address {
    if (told === null) return NOWHERE
    const known = this.#addresses.get(told)
    if (known !== undefined) return known
    const path = cleanPath(told)
    const address = path === null ? NOWHERE : { path, endpoint: endpointOf(path) }
    this.#addresses.set(told, address)
    return address
  }

  #insert({ atMs, mark, shape, path, ip, durationMs }: Call): boolean {
    const { changes } = this.#connection.run(sql`
      INSERT INTO usage_call (at, mark, shape, path, ip, duration_ms)
      VALUES (${atMs}, ${mark}, ${shape}, ${path}, ${ip}, ${durationMs})
      ON CONFLICT (at, mark) DO NOTHING`)
    return changes === 1
  }

  #count({ atMs, stream, shape, seen }: Call): void {
    for (const [span, unitMs] of [
      [0, HOUR_MS],
      [1, DAY_MS]
    ] as const) {
      const start = Math.floor(atMs / unitMs)
      const place = `${String(span)} ${String(start)} ${String(shape)}`
      const counted = this.#counts.get(place)
      if (counted === undefined) this.#counts.set(place, { span, start, shape, requests: 1 })
      else counted.requests += 1
    }
    for (const [what, text] of seen) {
      const place = `${String(stream.stream)} ${what} ${text}`
      const before = this.#seen.get(place)
      if (before === undefined)
        this.#seen.set(place, { stream: stream.stream, what, text, firstMs: atMs, lastMs: atMs })
      else {
        before.firstMs = Math.min(before.firstMs, atMs)
        before.lastMs = Math.max(before.lastMs, atMs)
      }
    }
    stream.requests += 1
    stream.firstMs = Math.min(stream.firstMs, atMs)
    stream.lastMs = Math.max(stream.lastMs, atMs)
  }

  #writeCounts(): void {
    for (const { span, start, shape, requests } of this.#counts.values()) {
      this.#connection.run(sql`
        INSERT INTO usage_count (span, start, shape, requests) VALUES (${span}, ${start}, ${shape}, ${requests})
        ON CONFLICT (span, start, shape) DO UPDATE SET requests = requests + excluded.requests`)
    }
  }

  #writeSeen(): void {
    for (const { stream, what, text, firstMs, lastMs } of this.#seen.values()) {
      this.#connection.run(sql`
        INSERT INTO usage_seen (stream, what, text, first_at, last_at)
        VALUES (${stream}, ${what}, ${text}, ${firstMs}, ${lastMs})
        ON CONFLICT (stream, what, text)
        DO UPDATE SET first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at)`)
    }
  }

  /** Answers the keys whose last use is later now; a clock ahead of ours does not put it into the future. */
  #writeStreams(nowMs: number): KeyId[] {
    const used: KeyId[] = []
    for (const { stream, requests, firstMs, lastMs } of this.#streams.values()) {
      if (requests === 0) continue
      this.#connection.run(sql`
        UPDATE usage_stream SET requests = requests + ${requests},
          first_at = min(coalesce(first_at, ${firstMs}), ${firstMs}),
          last_at = max(coalesce(last_at, ${lastMs}), ${lastMs})
        WHERE stream = ${stream}`)
      const lastUse: Instant = new Date(Math.min(lastMs, nowMs)).toISOString()
      const key = this.#connection.get<{ id: KeyId }>(sql`
        UPDATE key SET last_used_at = ${lastUse}
        WHERE number = (SELECT number FROM usage_stream WHERE stream = ${stream})
          AND (last_used_at IS NULL OR last_used_at < ${lastUse})
        RETURNING id`)
      if (key !== undefined) used.push(key.id)
    }
    return used
  }

  #stream(log: UsageLog, remoteId: string, keyId: KeyId | null): Stream {
    const found = this.#streams.get(remoteId)
    if (found !== undefined) return found
    const { connectionId, kind } = log
    // The tie of a key to its id says whose calls they are; so does a rotation, for the id before it.
    const stream = this.#connection.value<number>(sql`
      INSERT INTO usage_stream (connection_id, kind, remote_id, number, requests)
      VALUES (${connectionId}, ${kind}, ${remoteId}, coalesce(
        (SELECT number FROM remote_link AS link
          WHERE link.connection_id = ${connectionId} AND link.kind = ${kind} AND link.remote_id = ${remoteId}),
        (SELECT number FROM rotation
          WHERE rotation.connection_id = ${connectionId} AND content ->> '$.old.remoteId' = ${remoteId}),
        (SELECT number FROM key WHERE id = ${keyId})), 0)
      ON CONFLICT (connection_id, kind, remote_id) DO UPDATE SET number = coalesce(number, excluded.number)
      RETURNING stream`)
    const made = { stream: stream ?? 0, requests: 0, firstMs: Number.POSITIVE_INFINITY, lastMs: 0 }
    this.#streams.set(remoteId, made)
    return made
  }

  #shape(stream: number, method: number, endpoint: number, status: number, source: number): number {
    return this.#remembered(`shape ${[stream, method, endpoint, status, source].join(' ')}`, () => {
      const found = this.#connection.value<number>(sql`
        SELECT shape FROM usage_shape WHERE stream = ${stream} AND method = ${method} AND endpoint = ${endpoint}
          AND status = ${status} AND source = ${source}`)
      return (
        found ??
        this.#connection.run(sql`
          INSERT INTO usage_shape (stream, method, endpoint, status, source)
          VALUES (${stream}, ${method}, ${endpoint}, ${status}, ${source})`).rowNumber
      )
    })
  }

  #wordOr0(text: string | null): number {
    return text === null ? 0 : this.#number('word', text)
  }

  #number(of: 'word' | 'endpoint', text: string): number {
    return this.#remembered(`${of} ${text}`, () => {
      if (of === 'word') {
        const word = this.#connection.value<number>(sql`SELECT word FROM usage_word WHERE text = ${text}`)
        return word ?? this.#connection.run(sql`INSERT INTO usage_word (text) VALUES (${text})`).rowNumber
      }
      const endpoint = this.#connection.value<number>(sql`SELECT endpoint FROM usage_endpoint WHERE text = ${text}`)
      return endpoint ?? this.#connection.run(sql`INSERT INTO usage_endpoint (text) VALUES (${text})`).rowNumber
    })
  }

  #path(text: string, endpoint: number): number {
    return this.#remembered(`path ${text}`, () => {
      const found = this.#connection.value<number>(sql`SELECT path FROM usage_path WHERE text = ${text}`)
      return (
        found ??
        this.#connection.run(sql`INSERT INTO usage_path (text, endpoint) VALUES (${text}, ${endpoint})`).rowNumber
      )
    })
  }

  #remembered(name: string, find: () => number): number {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const found = find()
    this.#known.set(name, found)
    return found
  }

  #edges({ connectionId, kind, remoteId }: UsageLog): Edges {
    const edges = this.#connection.value<string | null>(sql`
      SELECT edges FROM usage_sync
      WHERE connection_id = ${connectionId} AND kind = ${kind} AND remote_id = ${remoteId ?? ''}`)
    return edges === undefined || edges === null ? {} : (JSON.parse(edges) as Edges)
  }
}

/** Writes how far a log was read; without `edges` those of its pages stay. */
export function saveSync(connection: Connection, sync: StoredSync, edges: Edges | null = null): void {
  const { connectionId, kind, remoteId, ...rest } = sync
  const content = JSON.stringify(rest)
  if (content.length > LONGEST_POSITION)
    throw new AppError('input-invalid', {
      path: 'position',
      expected: `at most ${String(LONGEST_POSITION)} characters`
    })
  const kept = edges === null ? null : JSON.stringify(edges)
  connection.run(sql`
    INSERT INTO usage_sync (connection_id, kind, remote_id, content, edges)
    VALUES (${connectionId}, ${kind}, ${remoteId ?? ''}, ${content}, ${kept})
    ON CONFLICT (connection_id, kind, remote_id) DO UPDATE SET content = excluded.content,
      edges = coalesce(excluded.edges, edges)`)
}
