import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { usageFilter } from '@contract/model/usage'
import { sql } from '@main/store/sql'
import { UsageQueries } from '@main/store/usage-queries'
import { UsageWriter } from '@main/store/usage-writer'
import { ACCOUNT, batchOf, makeCalls } from '../../test/fixtures/make-calls'
import { emptyDatabase } from '../../test/fixtures/vaults/empty-database'
import { keep, grouped, say, spreadOf, tellFigures } from '../figures'
import { NOW } from '../filled-home'
import { measure } from '../measure'

const COUNT = 1_000_000
const PAGE = 1_000
const FILTER_MS = 100
const AGGREGATE_MS = 200
const title = `${grouped(COUNT)} calls`

const folder = mkdtempSync(join(tmpdir(), 'keyquay-bench-'))
const connection = emptyDatabase(folder)
try {
  say(`taking in ${title}`)
  fill()
  const queries = new UsageQueries(connection)
  const filter = (change: object): ReturnType<typeof usageFilter.parse> => usageFilter.parse(change)
  const page =
    (change: object, offset = 0) =>
    (): unknown =>
      queries.records({ filter: filter(change), order: 'newest', start: { at: 'offset', offset }, limit: 200 })
  const tell = async (what: string, work: () => unknown, limitMs?: number): Promise<void> => {
    const spread = await measure(work)
    const aim =
      limitMs === undefined ? undefined : { text: `under ${String(limitMs)} ms`, met: spread.median < limitMs }
    keep(`${title}: ${what}`, 'ms', spread, '', aim)
  }
  await tell('newest page', page({}), FILTER_MS)
  await tell('page in the middle', page({}, COUNT / 2), FILTER_MS)
  await tell('page of a status class', page({ classes: ['5xx'] }), FILTER_MS)
  await tell('page of a path', page({ path: 'sites/8' }), FILTER_MS)
  await tell(
    'page of method, status, source and a month',
    page({
      methods: ['POST'],
      statuses: [404],
      sources: ['MCP'],
      from: '2026-10-01T00:00:00.000Z',
      until: '2026-11-01T00:00:00.000Z'
    }),
    FILTER_MS
  )
  await tell('page of an address', page({ ip: '198.51.100.24' }), FILTER_MS)
  await tell('totals of 90 days', () => queries.summary(filter({})), AGGREGATE_MS)
  await tell('chart of 90 days by day, endpoint and status', () => queries.series(filter({}), 'day', 10), AGGREGATE_MS)
  await tell(
    'chart of 90 days, errors alone',
    () => queries.series(filter({ classes: ['4xx', '5xx'] }), 'day', 10),
    AGGREGATE_MS
  )
} finally {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
}
tellFigures()

/** In pages as providers give them, each with its counts in one transaction. */
function fill(): void {
  connection.run(
    sql`INSERT INTO connection (id, connector_id, name, fields, created_at) VALUES (${ACCOUNT}, 'x', 'x', '{}', ${NOW})`
  )
  const calls = makeCalls(COUNT)
  const taken: number[] = []
  for (let at = 0; at < COUNT; at += PAGE) {
    const records = calls.slice(at, at + PAGE)
    const startedAt = performance.now()
    connection.transaction(() => new UsageWriter(connection).add(batchOf(records)))
    taken.push(performance.now() - startedAt)
  }
  const perSecond = Math.round((COUNT / taken.reduce((sum, one) => sum + one, 0)) * 1_000)
  keep(
    `taking in a page of ${grouped(PAGE)} calls, until there are ${grouped(COUNT)}`,
    'ms',
    spreadOf(taken),
    `${grouped(perSecond)} calls a second`
  )
}
