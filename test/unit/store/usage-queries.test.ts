import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { NewUsageRecord } from '../../../src-main/ports/usage-store'
import { sql, type Connection, type Sql } from '../../../src-main/store/sql'
import { packedQuery, shapeQueries, timeQueries } from '../../../src-main/store/usage-counts'
import { bucketsQuery, callsQuery } from '../../../src-main/store/usage-pages'
import { pruneUsage } from '../../../src-main/store/usage-pruning'
import { UsageQueries } from '../../../src-main/store/usage-queries'
import { scopeOf } from '../../../src-main/store/usage-scope'
import { piecesOf } from '../../../src-main/store/usage-times'
import { statusClass, usageFilter, type UsageFilter } from '../../../src-preload/contract/model/usage'
import { ACCOUNT, fillWithCalls, makeCalls, OTHER_ACCOUNT } from '../../fixtures/make-calls'
import { emptyDatabase } from '../../fixtures/vaults/empty-database'
import { NOW, temporaryFolder } from '../../fixtures/vaults/temporary-vault'

const MANY = 50_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const calls = makeCalls(MANY)
const filterOf = (change: Partial<UsageFilter>): UsageFilter => usageFilter.parse(change)

/** What a filter asks for, told by the lines themselves. */
function wanted(filter: UsageFilter): NewUsageRecord[] {
  return calls.filter((call, at) => {
    const { status } = call
    const name = status === null ? 'none' : `${String(Math.floor(status / 100))}xx`
    return (
      (filter.connectionId === null || filter.connectionId === (at % 2 === 0 ? ACCOUNT : OTHER_ACCOUNT)) &&
      (filter.from === null || call.at >= filter.from) &&
      (filter.until === null || call.at < filter.until) &&
      (call.path?.toLowerCase().includes(filter.path.toLowerCase()) ?? filter.path === '') &&
      (filter.methods.length === 0 || filter.methods.includes(call.method ?? '')) &&
      ((filter.classes.length === 0 && filter.statuses.length === 0) ||
        filter.statuses.includes(status ?? -1) ||
        filter.classes.some((one) => one === name)) &&
      (filter.sources.length === 0 || filter.sources.includes(call.source ?? '')) &&
      (filter.ip === null || call.ip === filter.ip)
    )
  })
}

/** The day on the calendar of a zone. */
function dayIn(zone: string, ms: number): string {
  return new Date(ms).toLocaleDateString('en-CA', { timeZone: zone })
}

const moment = fc
  .integer({ min: -2 * DAY_MS, max: 92 * DAY_MS })
  .map((ms) => new Date(Date.parse(NOW) - 90 * DAY_MS + ms).toISOString())
const rarely = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { freq: 2 })
const anyFilter = fc
  .record({
    connectionId: rarely(fc.constantFrom(ACCOUNT, OTHER_ACCOUNT)),
    from: rarely(moment),
    until: rarely(moment),
    path: fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      fc.constantFrom('sites', 'SITES/', 'sites/7', '/8/f', 'deploy_1', '100%', '_', 'backups', 'nowhere', 'id')
    ),
    methods: fc.subarray(['GET', 'POST', 'PATCH']),
    classes: fc.subarray(statusClass.options, { maxLength: 2 }),
    statuses: fc.subarray([200, 404, 429], { maxLength: 2 }),
    sources: fc.subarray(['API', 'MCP', 'Skillset'], { maxLength: 2 }),
    ip: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.constantFrom('203.0.113.7', '2001:db8::1', '9.9.9.9'))
  })
  .map(filterOf)

describe('what is asked of 50,000 calls', () => {
  const home = temporaryFolder()
  let connection: Connection
  let queries: UsageQueries

  beforeAll(() => {
    connection = emptyDatabase(home.folder)
    fillWithCalls(connection, calls)
    queries = new UsageQueries(connection)
  }, 60_000)

  afterAll(() => {
    connection.close()
    home.remove()
  })

  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('counts as the lines themselves do, whatever is asked, by the days of any zone', () => {
    const zones = ['UTC', 'America/New_York', 'Asia/Kolkata'] as const
    fc.assert(
      fc.property(anyFilter, fc.constantFrom('hour', ...zones), (filter, asked) => {
        const bucket = asked === 'hour' ? asked : 'day'
        vi.stubEnv('TZ', asked === 'hour' ? 'UTC' : asked)
        const expected = wanted(filter)
        const errors = expected.filter(({ status }) => (status ?? 0) >= 400).length
        const summary = queries.summary(filter)
        expect(summary).toMatchObject({
          requests: expected.length,
          errors,
          unknown: expected.filter(({ status }) => status === null).length,
          firstAt: expected[0]?.at ?? null,
          lastAt: expected.at(-1)?.at ?? null
        })
        if (summary.addresses !== null)
          expect(summary.addresses).toBe(new Set(expected.flatMap(({ ip }) => ip ?? [])).size)

        const series = queries.series(filter, bucket, 3)
        const fromMs = filter.from === null ? 0 : Date.parse(filter.from)
        const nameOf = (ms: number): string => (asked === 'hour' ? new Date(ms).toISOString() : dayIn(asked, ms))
        const hours = new Map<number, number>()
        for (const { at } of expected) {
          const hourMs = Math.floor(Date.parse(at) / HOUR_MS) * HOUR_MS
          hours.set(hourMs, (hours.get(hourMs) ?? 0) + 1)
        }
        const counted = new Map<string, number>()
        for (const [hourMs, requests] of hours) {
          const name = nameOf(bucket === 'hour' ? hourMs : Math.max(hourMs, fromMs))
          counted.set(name, (counted.get(name) ?? 0) + requests)
        }
        expect(series.points.map(({ at, requests }) => [nameOf(Date.parse(at)), requests])).toEqual([...counted])
        if (bucket === 'day') for (const { at } of series.points) expect(new Date(at).getHours()).toBe(0)
        expect(sum(series.points.map((one) => one.errors))).toBe(errors)
        expect(sum(series.endpoints.map((one) => one.requests)) + series.otherEndpoints.requests).toBe(expected.length)
        expect(sum(series.statuses.map((one) => one.requests))).toBe(expected.length)
      }),
      { numRuns: 40 }
    )
  }, 60_000)

  it('turns to any page, by number and from any row, without a gap and without a repetition', () => {
    const ids = (records: readonly { at: string; method: string | null; path: string | null }[]): string[] =>
      records.map(({ at, method, path }) => [at, method, path].join(' '))
    fc.assert(
      fc.property(
        anyFilter,
        fc.constantFrom('newest' as const, 'oldest' as const),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (filter, order, share, limit) => {
          const expected = wanted(filter)
          if (order === 'newest') expected.reverse()
          const offset = Math.floor(share * expected.length)
          const page = queries.records({ filter, order, start: { at: 'offset', offset }, limit })
          expect(page.total).toBe(expected.length)
          // Calls of one millisecond have an order of their own.
          const times = expected.slice(offset, offset + limit).map(({ at }) => at)
          expect(page.items.map(({ at }) => at)).toEqual(times)
          const first = page.items[0]
          const last = page.items.at(-1)
          if (first === undefined || last === undefined) return
          const after = queries.page({ filter, order, start: { at: 'after', cursor: last.cursor }, limit })
          const next = queries.page({ filter, order, start: { at: 'offset', offset: offset + limit }, limit })
          expect(ids(after)).toEqual(ids(next))
          const before = queries.page({ filter, order, start: { at: 'before', cursor: first.cursor }, limit })
          const wantedBefore = Math.min(limit, offset)
          const previous = queries.page({
            filter,
            order,
            start: { at: 'offset', offset: offset - wantedBefore },
            limit: Math.max(1, wantedBefore)
          })
          expect(ids(before)).toEqual(wantedBefore === 0 ? [] : ids(previous))
        }
      ),
      { numRuns: 40 }
    )
  }, 60_000)

  const plan = ({ text, values }: Sql): string =>
    connection
      .all<{ detail: string }>({ text: `EXPLAIN QUERY PLAN ${text}`, values })
      .map(({ detail }) => detail)
      .join('\n')
  const page = { order: 'newest', beyond: null, walks: false, skip: 0, limit: 200 } as const
  const narrow = { path: 'dns', methods: ['GET'], classes: ['4xx' as const], keyIds: [], connectionId: ACCOUNT }

  it.each([{}, narrow])('reads a page in the order of the table itself (%o)', (change) => {
    const scope = scopeOf(connection, filterOf(change))
    for (const order of ['newest', 'oldest'] as const) {
      const beyond = sql`(call.at, call.mark) < (${Date.parse(NOW)}, ${new Uint8Array(10)})`
      for (const continued of [null, beyond]) {
        const steps = plan(callsQuery(scope.range, { ...page, scope, order, beyond: continued }))
        expect(steps).toMatch(/SEARCH call USING PRIMARY KEY \(at>\? AND at<\?\)/)
        expect(steps).not.toMatch(/TEMP B-TREE|SCAN call/)
      }
    }
  })

  it('reads the calls of an address in the order of its index', () => {
    const scope = scopeOf(connection, filterOf({ ...narrow, ip: '203.0.113.7' }))
    const steps = plan(callsQuery(scope.range, { ...page, scope }))
    expect(steps).toMatch(/SEARCH call USING INDEX usage_call_of_ip \(ip=\? AND at>\? AND at<\?\)/)
    expect(steps).not.toMatch(/TEMP B-TREE|SCAN call/)
  })

  it.each([
    { change: { ip: '203.0.113.7' }, index: 'usage_call_of_ip' },
    { change: { path: 'sites/7' }, index: 'usage_call_of_path' }
  ])('counts what shapes do not tell in an index alone ($index)', ({ change, index }) => {
    const steps = plan(packedQuery(scopeOf(connection, filterOf(change))))
    expect(steps).toMatch(new RegExp(`SEARCH call USING COVERING INDEX ${index}`))
    expect(steps).not.toMatch(/TEMP B-TREE|SCAN call/)
  })

  it('reads calls by an id in their path in order where many have it, and by its index where few do', () => {
    const scope = scopeOf(connection, filterOf({ path: 'sites/7' }))
    const walked = plan(callsQuery(scope.range, { ...page, scope, walks: true }))
    expect(walked).toMatch(/SEARCH call USING PRIMARY KEY \(at>\? AND at<\?\)/)
    expect(walked).not.toMatch(/TEMP B-TREE|SCAN call/)
    expect(plan(callsQuery(scope.range, { ...page, scope }))).toMatch(/USING INDEX usage_call_of_path/)
  })

  it.each([{}, narrow])('counts hours and days, never calls (%o)', (change) => {
    const scope = scopeOf(connection, filterOf(change))
    const all = [...shapeQueries(scope), ...timeQueries(scope)]
    const buckets = piecesOf(scope.range, 'day').map((piece) => bucketsQuery(scope, piece))
    for (const query of [...all, ...buckets]) {
      const steps = plan(query)
      expect(steps).toMatch(/SEARCH count USING PRIMARY KEY \(span=\? AND start>\? AND start<\?\)/)
      expect(steps).not.toMatch(/ call\b/)
    }
    // What is grouped by time comes in its order.
    for (const query of [...timeQueries(scope), ...buckets]) expect(plan(query)).not.toMatch(/TEMP B-TREE/)
  })

  it('counts the ends of a span call by call, and within the hour they lie in alone', () => {
    const from = '2026-10-01T11:22:33.444Z'
    const until = '2026-11-03T09:08:07.006Z'
    const pieces = piecesOf({ fromMs: Date.parse(from), untilMs: Date.parse(until) }, 'day')
    expect(pieces.map(({ unit }) => unit)).toEqual(['call', 'hour', 'day', 'hour', 'call'])
    const scope = scopeOf(connection, filterOf({ from, until }))
    expect(plan(shapeQueries(scope)[0] ?? sql``)).toMatch(/SEARCH call USING PRIMARY KEY \(at>\? AND at<\?\)/)
  })

  it('removes what is too old, and counts on as if it had never been', () => {
    const before = '2026-10-05T15:00:00.000Z'
    const kept = calls.filter(({ at }) => at >= '2026-10-05T00:00:00.000Z')
    let removed = 0
    for (let more = true; more;) {
      const step = connection.transaction(() => pruneUsage(connection, before, 5_000))
      removed += step.removed
      more = step.more
    }
    expect(removed).toBe(MANY - kept.length)
    expect(queries.summary(filterOf({}))).toMatchObject({ requests: kept.length, firstAt: kept[0]?.at, addresses: 4 })
    expect(sum(queries.series(filterOf({}), 'hour', 1).points.map(({ requests }) => requests))).toBe(kept.length)
    expect(sum(queries.facets({ connectionId: null, keyIds: [] }).keys.map(({ requests }) => requests))).toBe(
      kept.length
    )
    const first = connection.value<number>(sql`SELECT min(first_at) FROM usage_stream`)
    expect(new Date(first ?? 0).toISOString()).toBe(kept[0]?.at)
  })
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
