import type { KeyId } from '@contract/model/base'
import type { ConnectionId } from '@contract/model/connection'
import type {
  UsageBucket,
  UsageFacets,
  UsageFilter,
  UsageRecord,
  UsageSeries,
  UsageSummary
} from '@contract/model/usage'
import type { Instant } from '@contract/model/base'
import type { KeyCalls, UsageLog, UsageQuery, UsageStore } from '../ports/usage-store'
import { allOf, rowsOf, sql, type Connection } from './sql'
import { callsIn, countCalls, countsOf } from './usage-counts'
import { pageOfCalls } from './usage-pages'
import { scopeOf, scopeOfLog, shapesIn, type Scope } from './usage-scope'
import { rangeOf } from './usage-times'

interface ShapeFacts {
  shape: number
  stream: number
  status: number
  method: string | null
  endpoint: string | null
  source: string | null
}

interface StreamFacts {
  stream: number
  connection_id: ConnectionId
  remote_id: string
  key_id: KeyId | null
  key_name: string | null
  last_at: number | null
}

const BUSIEST = 10
const ERROR = 400
/** Looking a call up and sorting it costs so many times what walking past one does. */
const SORTING = 3

/** What is asked of usage. Reads only. */
export class UsageQueries {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  records(query: UsageQuery): { total: number; items: UsageRecord[] } {
    const scope = scopeOf(this.#connection, query.filter)
    const total = countCalls(this.#connection, scope)
    const isBeyond = query.start.at === 'offset' && query.start.offset >= total
    const walks = this.#isSoonWalked(scope, query, total)
    return { total, items: isBeyond ? [] : pageOfCalls(this.#connection, scope, { ...query, walks }) }
  }

  page(query: UsageQuery): UsageRecord[] {
    // Page after page all calls are walked through once; sorted, they would be so for each page.
    return pageOfCalls(this.#connection, scopeOf(this.#connection, query.filter), { ...query, walks: true })
  }

  summary(filter: UsageFilter): UsageSummary {
    const scope = scopeOf(this.#connection, filter)
    const counted = this.#counted(scope)
    const sum = (of: readonly { requests: number }[]): number => of.reduce((total, one) => total + one.requests, 0)
    const requests = sum(counted)
    return {
      requests,
      errors: sum(counted.filter(({ status }) => status >= ERROR)),
      unknown: sum(counted.filter(({ status }) => status === 0)),
      firstAt: this.#endOf(scope, 'oldest', requests),
      lastAt: this.#endOf(scope, 'newest', requests),
      addresses: scope.isOfStreams ? this.#addresses(scope, filter.ip) : null
    }
  }

  series(filter: UsageFilter, bucket: UsageBucket, top: number): UsageSeries {
    const scope = scopeOf(this.#connection, filter)
    const counts = countsOf(this.#connection, scope)
    const endpoints = new Map<string, UsageSeries['endpoints'][number]>()
    const statuses = new Map<number, number>()
    for (const { method, endpoint, status, requests } of this.#withFacts(counts.byShape())) {
      const name = JSON.stringify([method, endpoint])
      const called = endpoints.get(name) ?? { method, endpoint, requests: 0, errors: 0 }
      called.requests += requests
      if (status >= ERROR) called.errors += requests
      endpoints.set(name, called)
      statuses.set(status, (statuses.get(status) ?? 0) + requests)
    }
    const busiest = [...endpoints.values()].sort(byRequests)
    const others = busiest.slice(top)
    return {
      bucket,
      points: counts.byTime(bucket).map(({ startMs, ...counts }) => ({
        at: new Date(startMs).toISOString(),
        ...counts
      })),
      endpoints: busiest.slice(0, top),
      otherEndpoints: {
        endpoints: others.length,
        requests: others.reduce((sum, { requests }) => sum + requests, 0),
        errors: others.reduce((sum, { errors }) => sum + errors, 0)
      },
      statuses: [...statuses]
        .map(([status, requests]) => ({ status: status === 0 ? null : status, requests }))
        .sort((one, other) => (one.status ?? Infinity) - (other.status ?? Infinity))
    }
  }

  facets({ connectionId, keyIds }: Parameters<UsageStore['facets']>[0]): UsageFacets {
    const scope = scopeOf(this.#connection, { ...EVERYTHING, connectionId, keyIds: [...keyIds] })
    const counted = this.#counted(scope)
    const streams = new Map(this.#streams().map((stream) => [stream.stream, stream]))
    const tally = <Value>(valueOf: (shape: ShapeFacts) => Value | null): { value: Value; requests: number }[] => {
      const counts = new Map<Value, number>()
      for (const shape of counted) {
        const value = valueOf(shape)
        if (value !== null) counts.set(value, (counts.get(value) ?? 0) + shape.requests)
      }
      return [...counts].map(([value, requests]) => ({ value, requests })).sort(byRequests)
    }
    return {
      methods: tally(({ method }) => method),
      sources: tally(({ source }) => source),
      statuses: tally(({ status }) => (status === 0 ? null : status)).sort((one, other) => one.value - other.value),
      keys: tally(({ stream }) => stream).flatMap(({ value, requests }) => {
        const stream = streams.get(value)
        return stream === undefined ? [] : [{ ...keyOf(stream), requests }]
      })
    }
  }

  callsOf(log: UsageLog, from: Instant | null): KeyCalls {
    const scope = scopeOfLog(log, rangeOf(from, null))
    const counted = this.#counted(scope)
    const addresses = this.#connection.all<{ ip: string; requests: number }>(sql`
      SELECT (SELECT text FROM usage_word WHERE word = call.ip) AS ip, count(*) AS requests
      FROM usage_call AS call WHERE ${callsIn(scope.range, scope)} AND call.ip IS NOT NULL
      GROUP BY call.ip ORDER BY requests DESC, ip LIMIT ${BUSIEST}`)
    const requests = counted.reduce((sum, one) => sum + one.requests, 0)
    return {
      requests,
      errors: counted.reduce((sum, one) => sum + (one.status >= ERROR ? one.requests : 0), 0),
      firstAt: this.#endOf(scope, 'oldest', requests),
      lastAt: this.#endOf(scope, 'newest', requests),
      addresses: counted.length === 0 ? [] : addresses
    }
  }

  #counted(scope: Scope): (ShapeFacts & { requests: number })[] {
    return this.#withFacts(countsOf(this.#connection, scope).byShape())
  }

  #withFacts(counts: ReadonlyMap<number, number>): (ShapeFacts & { requests: number })[] {
    const facts = this.#connection.all<ShapeFacts>(sql`
      SELECT shape.shape, shape.stream, shape.status,
        (SELECT text FROM usage_word WHERE word = shape.method) AS method,
        (SELECT text FROM usage_endpoint AS endpoint WHERE endpoint.endpoint = shape.endpoint) AS endpoint,
        (SELECT text FROM usage_word WHERE word = shape.source) AS source
      FROM usage_shape AS shape WHERE shape.shape IN ${rowsOf([...counts.keys()])}`)
    return facts.map((fact) => ({ ...fact, requests: counts.get(fact.shape) ?? 0 }))
  }

  #endOf(scope: Scope, order: 'newest' | 'oldest', requests: number): Instant | null {
    const page = { order, start: { at: 'offset', offset: 0 }, limit: 1 } as const
    const walks = this.#isSoonWalked(scope, page, requests)
    return pageOfCalls(this.#connection, scope, { ...page, walks })[0]?.at ?? null
  }

  /** Whether a page is full sooner by walking through all calls than by sorting those that an index of paths finds. */
  #isSoonWalked({ paths }: Scope, { start, limit }: Pick<UsageQuery, 'start' | 'limit'>, found: number): boolean {
    if (paths === null) return false
    const all = this.#connection.value<number>(sql`SELECT sum(requests) FROM usage_stream`) ?? 0
    const depth = limit + (start.at === 'offset' ? start.offset : 0)
    return (depth / Math.max(1, found)) * all < found * SORTING
  }

  /** Most addresses are told by when a stream first and last saw them; the others were seen before and after. */
  #addresses(scope: Scope, ip: string | null): number {
    const { fromMs, untilMs } = scope.range
    const shapes = shapesIn(scope)
    const streams =
      shapes === null ? sql`1` : sql`seen.stream IN (SELECT stream FROM usage_shape WHERE shape IN ${shapes})`
    const isAsked = ip === null ? sql`1` : sql`seen.text = ${ip}`
    const rows = this.#connection.all<{ text: string; is_within: number }>(sql`
      SELECT seen.text, max((seen.first_at >= ${fromMs} AND seen.first_at < ${untilMs})
        OR (seen.last_at >= ${fromMs} AND seen.last_at < ${untilMs})) AS is_within
      FROM usage_seen AS seen
      WHERE ${allOf([sql`seen.what = 'ip'`, streams, isAsked, sql`seen.first_at < ${untilMs} AND seen.last_at >= ${fromMs}`])}
      GROUP BY seen.text`)
    return rows.filter(({ text, is_within }) => is_within === 1 || this.#wasSeen(text, scope)).length
  }

  #wasSeen(ip: string, scope: Scope): boolean {
    const found = this.#connection.value<number>(sql`
      SELECT 1 FROM usage_call AS call
      WHERE call.ip = (SELECT word FROM usage_word WHERE text = ${ip}) AND ${callsIn(scope.range, scope)} LIMIT 1`)
    return found !== undefined
  }

  #streams(): StreamFacts[] {
    return this.#connection.all<StreamFacts>(sql`
      SELECT stream.stream, stream.connection_id, stream.remote_id, stream.last_at, key.id AS key_id, key.name AS key_name
      FROM usage_stream AS stream LEFT JOIN key USING (number)`)
  }
}

const EVERYTHING: UsageFilter = {
  connectionId: null,
  keyIds: [],
  from: null,
  until: null,
  path: '',
  methods: [],
  classes: [],
  statuses: [],
  sources: [],
  ip: null
}

function keyOf(stream: StreamFacts): Omit<UsageFacets['keys'][number], 'requests'> {
  return {
    keyId: stream.key_id,
    keyName: stream.key_name,
    remoteId: stream.remote_id === '' ? null : stream.remote_id,
    connectionId: stream.connection_id,
    lastAt: stream.last_at === null ? null : new Date(stream.last_at).toISOString()
  }
}

function byRequests(one: { requests: number }, other: { requests: number }): number {
  return other.requests - one.requests
}
