import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UsageRecord } from '@contract/model/usage'
import { COST_FLOOR } from '@main/crypto/argon2'
import type { OpenVault } from '@main/ports/vault-store'
import { createVaultHostInThread } from '@main/store/in-thread'
import { ACCOUNT, batchOf, makeCalls } from '../../fixtures/make-calls'
import { openApp, PASSWORD, type TestApp } from './open-app'

let test: TestApp
let vault: OpenVault

const CALLS = makeCalls(3_000, ['r1', 'r2'])
const HOSTILE = ['=HYPERLINK("http://192.0.2.1")', '@SUM(1)', '+1', '-2']

beforeEach(async () => {
  test = await openApp({}, (folder, clock) => {
    const host = createVaultHostInThread({ folder, clock, cost: COST_FLOOR })
    return { ...host, create: async (options) => (vault = await host.create(options)) }
  })
  await test.call('vault.create', { password: PASSWORD })
  const { id } = await test.call('keys.add', { fields: { name: '=ci' }, secret: 'sk_live_a_value_of_a_key' })
  const at = new Date(test.clock.nowMs()).toISOString()
  const fields = {
    name: 'work',
    mode: 'guided',
    baseUrl: null,
    variables: {},
    overrides: {},
    allowPrivate: false,
    ca: null
  }
  await vault.store.remote.apply(
    [
      {
        op: 'save-connection',
        id: ACCOUNT,
        connectorId: 'cloudoora',
        fields: { ...fields, mode: 'guided' },
        origin: null,
        at
      },
      {
        op: 'save-link',
        link: {
          keyId: id,
          connectionId: ACCOUNT,
          kind: 'key',
          remoteId: 'r1',
          origin: 'guided',
          policy: { kind: 'by-hand' },
          services: [],
          seenAt: null,
          missing: false,
          forgetsSecret: false,
          unseen: false,
          attemptedAt: null,
          rotatedAt: at
        }
      }
    ],
    []
  )
  await vault.store.usage.add(batchOf(CALLS))
}, 60_000)

afterEach(() => test.close())

async function names(): Promise<string[]> {
  const [connection] = (await test.call('connections.list', {})).items
  const { keys } = await test.call('usage.facets', {})
  return [connection?.name ?? '', ...keys.map(({ keyName }) => keyName ?? '')]
}

describe('usage, as the window asks for it', () => {
  it('lists, counts and draws the same calls', async () => {
    expect(await names()).toEqual(expect.arrayContaining(['work', '=ci', '']))
    const filter = { methods: ['GET'], classes: ['4xx' as const] }
    const expected = CALLS.filter(
      ({ method, status }) => method === 'GET' && (status ?? 0) >= 400 && (status ?? 0) < 500
    )
    const { total, items } = await test.call('usage.records', {
      filter,
      start: { at: 'offset', offset: 50 },
      limit: 5
    })
    expect(total).toBe(expected.length)
    expect(items.map(({ at }) => at)).toEqual(
      expected
        .reverse()
        .slice(50, 55)
        .map(({ at }) => at)
    )
    expect(await test.call('usage.summary', { filter })).toMatchObject({
      requests: total,
      errors: total,
      addresses: null
    })
    expect((await test.call('usage.series', { filter })).bucket).toBe('day')
    const { points, bucket } = await test.call('usage.series', {
      filter: { ...filter, from: '2026-11-15T00:00:00.000Z' }
    })
    expect(bucket).toBe('hour')
    expect(points.reduce((sum, { requests }) => sum + requests, 0)).toBe(
      expected.filter(({ at }) => at >= '2026-11-15T00:00:00.000Z').length
    )
  })

  it('tells what is used of a quota, and when it ends', async () => {
    const metrics = [
      { metric: 'requests', used: 60, limit: 100, unit: 'requests' },
      { metric: 'overage', used: 3, limit: null, unit: 'requests' },
      { metric: 'cpu', used: 80, limit: 100, unit: '%' }
    ]
    const totals = {
      connectionId: ACCOUNT,
      readAt: '2026-11-11T00:00:00.000Z',
      periodStart: '2026-11-01T00:00:00.000Z',
      periodEnd: '2026-12-01T00:00:00.000Z',
      metrics,
      renewals: [{ kind: 'domain', name: 'example.com', renewsAt: '2027-01-01T00:00:00.000Z' }],
      failure: null
    }
    await vault.store.usage.apply([{ op: 'save-totals', totals }], [])
    const { quotas, renewals } = await test.call('usage.quotas', {})
    expect(quotas).toMatchObject([
      {
        metric: 'requests',
        percent: 60,
        overage: 3,
        connectionName: 'work',
        forecast: { rule: 'period', perDay: 6, endsAt: '2026-11-17T16:00:00.000Z', atPeriodEnd: 180 }
      },
      { metric: 'cpu', percent: 80, forecast: { rule: 'none', endsAt: null } }
    ])
    expect(renewals).toMatchObject([{ name: 'example.com', connectionName: 'work' }])
    const { quota, points } = await test.call('usage.burndown', { connectionId: ACCOUNT, metric: 'requests' })
    expect(quota?.used).toBe(60)
    expect(points).toEqual([{ at: totals.readAt, used: 60, limit: 100 }])
    expect((await test.call('usage.burndown', { connectionId: ACCOUNT, metric: 'none' })).quota).toBeNull()
  })

  it('names the account of a finding, and tells when it is settled', async () => {
    const facts = { kind: 'new-address', ip: '192.0.2.1', requests: 1, known: 2, watchedDays: 14 } as const
    const finding = {
      id: 'F1',
      unique: 'one',
      connectionId: ACCOUNT,
      keyId: null,
      at: '2026-11-11T00:00:00.000Z',
      facts
    }
    await vault.store.usage.apply([{ op: 'add-finding', finding }], [])
    expect(await test.call('usage.findings', {})).toMatchObject({ open: 1, items: [{ connectionName: 'work', facts }] })
    await test.call('usage.acknowledge', { ids: ['F1'] })
    expect(test.events.some(({ name }) => name === 'usage.changed')).toBe(true)
    expect((await test.call('usage.findings', {})).open).toBe(0)
    expect((await test.call('usage.findings', { acknowledged: true })).items).toHaveLength(1)
  })
})

describe('usage as a table', () => {
  const file = (name: string): string => join(test.home, name)

  it('is written as filtered, oldest first, and runs nothing in a spreadsheet', async () => {
    const hostile = HOSTILE.map((source, at) => ({
      ...CALLS[0]!,
      id: source,
      at: `2026-11-20T09:2${String(at)}:00.000Z`,
      source,
      remoteId: 'r1'
    }))
    await vault.store.usage.add(batchOf(hostile))
    test.chosen.push(file('usage.csv'))
    const filter = { sources: ['API', ...HOSTILE] }
    const { records } = await test.call('usage.export', { filter, format: 'csv' })
    const rows: Record<string, string>[] = parse(readFileSync(file('usage.csv')), { columns: true })
    expect(records).toBe(rows.length)
    expect(rows).toHaveLength(CALLS.filter(({ source }) => source === 'API').length + HOSTILE.length)
    expect(rows.slice(-4).map(({ source }) => source)).toEqual(HOSTILE.map((source) => `'${source}`))
    expect(new Set(rows.map(({ key }) => key))).toEqual(new Set(["'=ci", '']))
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort())
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    const told = test.events.flatMap((event) => (event.name === 'usage.progress' ? [event.payload.exporting] : []))
    expect(told.at(-1)).toBeNull()
    expect(told.at(-2)).toEqual({ records, of: records })
  })

  it('is written as JSON, and as an empty list when nothing is asked for', async () => {
    test.chosen.push(file('usage.json'), file('none.json'))
    await test.call('usage.export', { filter: { ip: '203.0.113.7' }, format: 'json' })
    const rows = JSON.parse(readFileSync(file('usage.json'), 'utf8')) as UsageRecord[]
    expect(rows).toHaveLength(CALLS.filter(({ ip }) => ip === '203.0.113.7').length)
    expect(rows[0]).toMatchObject({ connection: 'work', ip: '203.0.113.7' })
    await test.call('usage.export', { filter: { path: 'nowhere' }, format: 'json' })
    expect(JSON.parse(readFileSync(file('none.json'), 'utf8'))).toEqual([])
    test.chosen.push(file('none.csv'))
    await test.call('usage.export', { filter: { path: 'nowhere' }, format: 'csv' })
    expect(readFileSync(file('none.csv'), 'utf8')).toMatch(/^"at","connection",.*\r\n$/)
  })

  it('goes where the person says, never over a file that is there', async () => {
    expect(await test.failure('usage.export', { format: 'csv' })).toBe('cancelled')
    expect(await test.failure('usage.export', { format: 'csv', file: file('named.csv') })).toBe('sender-refused')
    test.chosen.push(file('usage.csv'), file('usage.csv'))
    await test.call('usage.export', { filter: { methods: ['DELETE'] }, format: 'csv' })
    expect(await test.failure('usage.export', { format: 'csv' })).toBe('file-exists')
    const named = await test.app.dispatch(
      { name: 'usage.export', input: { format: 'csv', file: file('named.csv') } },
      { actor: 'cli', trusted: true }
    )
    expect(named).toMatchObject({ ok: true, value: { records: CALLS.length } })
  })

  it.each(['cancelled', 'vault-locked'])('leaves no half of a file behind: %s', async (code) => {
    test.chosen.push(file('half.csv'))
    test.app.onEvent((event) => {
      if (event.name !== 'usage.progress' || event.payload.exporting?.records !== 1_000) return
      if (code === 'cancelled') void test.call('usage.cancelExport', {})
      else void test.app.lock('user')
    })
    expect(['cancelled', code]).toContain(await test.failure('usage.export', { format: 'csv' }))
    expect(existsSync(file('half.csv'))).toBe(false)
  })

  it('is there of the audit trail, too', async () => {
    test.chosen.push(file('audit.csv'), file('audit.json'))
    const filter = { actions: ['key.added' as const, 'vault.created' as const] }
    const { entries } = await test.call('audit.export', { filter, format: 'csv' })
    const rows: Record<string, string>[] = parse(readFileSync(file('audit.csv')), { columns: true })
    expect(rows.map(({ action, key }) => [action, key])).toEqual([
      ['vault.created', ''],
      ['key.added', "'=ci"]
    ])
    expect(entries).toBe(2)
    await test.call('audit.export', { format: 'json' })
    const all = JSON.parse(readFileSync(file('audit.json'), 'utf8')) as { sequence: number }[]
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, at) => at + 1))
    expect((await test.call('audit.list', { ...filter, limit: 1 })).total).toBe(2)
  })
})

describe('saved views', () => {
  it('are saved, changed and removed, a hundred at most', async () => {
    const { id } = await test.call('views.save', {
      fields: { name: 'Unused', filter: { unusedDays: 90 }, group: 'provider' }
    })
    await test.call('views.save', { id, fields: { name: 'Unused for long', filter: { unusedDays: 365 } } })
    expect((await test.call('views.list', {})).items).toMatchObject([
      { id, fields: { name: 'Unused for long', group: 'none', filter: { unusedDays: 365, text: '' } } }
    ])
    for (let made = 1; made < 100; made += 1)
      await test.call('views.save', { fields: { name: `View ${String(made)}` } })
    expect(await test.failure('views.save', { fields: { name: 'One more' } })).toBe('input-invalid')
    await test.call('views.remove', { id })
    expect(await test.failure('views.save', { id, fields: { name: 'Gone' } })).toBe('view-not-found')
    expect((await test.call('views.list', {})).items).toHaveLength(99)
    expect(test.events.filter(({ name }) => name === 'views.changed').length).toBeGreaterThan(100)
  })
})
