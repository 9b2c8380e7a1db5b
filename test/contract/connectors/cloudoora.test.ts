import { expect, test } from 'vitest'
import type { MadeKey } from '@main/connectors/connector'
import { askDirectly, failureOf, benchForEach } from './bench'

const bench = benchForEach('cloudoora')

const create = (): Promise<MadeKey> => bench().create('key', { name: 'Website deployments', scopes: ['read-write'] })

test('permissions: exactly one of Read-Only, Read/Write, DNS-Only', async () => {
  const { scopes } = bench().kind('key')
  expect(scopes.kind).toBe('single')
  expect(scopes.catalogue.map(({ label }) => label)).toEqual(['Read-Only', 'Read/Write', 'DNS-Only'])
  for (const { id } of scopes.catalogue) {
    const { key, secret } = await bench().create('key', { name: `For ${id}`, scopes: [id] })
    expect(key.scopes).toEqual([id])
    expect(bench().server.useKey(secret, { method: 'POST', path: '/v1/sites' })).toBe(id === 'read-write' ? 201 : 403)
  }
  expect(await failureOf(bench().create('key', { name: 'x', scopes: ['full'] }))).toEqual({
    code: 'scope-unknown',
    details: { scope: 'full' }
  })
  expect(await failureOf(bench().create('key', { name: 'x', scopes: ['read-only', 'dns-only'] }))).toMatchObject({
    code: 'input-invalid',
    details: { path: 'scopes' }
  })
  expect(await failureOf(bench().create('key', { name: 'x' }))).toMatchObject({ code: 'input-invalid' })
})

test('rate limit: 1,000 calls per minute, then "retry after a short pause"', async () => {
  expect(bench().connector.description.requestsPerMinute).toBe(1_000)
  const { secret } = await create()
  const credentials = { credentials: { apiKey: secret } }
  expect(bench().server.useKey(secret, { times: 1_000 })).toBe(200)
  // No Retry-After is documented: the window of the rate is waited for.
  expect(await failureOf(bench().create('key', { name: 'x', scopes: ['read-only'] }, credentials))).toMatchObject({
    code: 'provider-rate-limited',
    details: { retryAfterMs: 60_000 }
  })
  expect(await failureOf(bench().connector.list('key', bench().exchange(credentials)))).toMatchObject({
    code: 'provider-rate-limited'
  })
  bench().sandbox.clock.advance(60_000)
  await bench().connector.list('key', bench().exchange(credentials))
})

test('Regenerate issues a new value for the same key, and the old one is dead at once', async () => {
  const { key, secret } = await create()
  const made = await bench().connector.rotate('key', key, null, bench().exchange())
  expect(made.previousEndsAt).toBeNull()
  expect(made.key).toMatchObject({ remoteId: key.remoteId, name: key.name, scopes: key.scopes, status: 'active' })
  expect(made.key.createdAt).toBe(key.createdAt)
  expect(made.key.preview).toBe(`${made.secret.slice(0, 4)}…${made.secret.slice(-4)}`)
  expect(bench().server.useKey(secret)).toBe(401)
  expect(bench().server.useKey(made.secret)).toBe(200)
})

test('rotation in the 3 documented steps, with Regenerate as the alternative', () => {
  const { rotation } = bench().kind('key')
  expect(rotation).toMatchObject({ mode: 'successor', alternatives: ['in-place'], graceHours: null })
  expect(rotation.note).toMatch(/1\. Generate.*2\. Update your applications.*3\. Revoke the old key/)
})

test('usage logs of a key: timestamps, endpoints accessed, response statuses', async () => {
  const { key, secret } = await create()
  bench().server.useKey(secret, { method: 'GET', path: '/v1/sites' })
  bench().server.useKey(secret, { method: 'POST', path: '/v1/dns/records' })
  const page = await bench().connector.usageLogPage(
    'key',
    key.remoteId,
    { cursor: null, since: null },
    bench().exchange()
  )
  expect(page.next).toBeNull()
  expect(page.records.map(({ method, path, status }) => [method, path, status])).toEqual([
    ['POST', '/v1/dns/records', 201],
    ['GET', '/v1/sites', 200]
  ])
  expect(page.records.every(({ at, id }) => at.endsWith('Z') && id !== null)).toBe(true)
})

test('a log of 2,500 calls is read in pages of 1,000', async () => {
  const { key } = await create()
  bench().server.logs.fill({ count: 2_500, keyIds: [key.remoteId] })
  const sizes: number[] = []
  let cursor: string | null = null
  do {
    const page = await bench().connector.usageLogPage('key', key.remoteId, { cursor, since: null }, bench().exchange())
    sizes.push(page.records.length)
    cursor = page.next
  } while (cursor !== null)
  expect(sizes).toEqual([1_000, 1_000, 500])
})

test('alerts: bandwidth, disk, CPU, memory at 75, 90 and 100 per cent; domain, certificate and plan renewals', async () => {
  expect(bench().manifest.thresholds).toEqual([75, 90, 100])
  bench().server.setUsage({ bandwidth: 750 })
  const totals = await bench().connector.usageTotals(bench().exchange())
  expect(totals.metrics.map(({ metric }) => metric)).toEqual(['bandwidth', 'disk', 'cpu', 'memory'])
  expect(totals.metrics[0]).toEqual({ metric: 'bandwidth', used: 750, limit: 1_000, unit: 'GB' })
  expect(totals.renewals.map(({ kind }) => kind)).toEqual(['domain', 'certificate', 'plan'])
  expect(totals).toMatchObject({ periodStart: '2026-03-01T00:00:00.000Z', periodEnd: '2026-03-31T00:00:00.000Z' })
})

test('plans Shared, VPS, Cloud: server provisioning and load-balancer controls require a VPS or higher', async () => {
  expect(bench().connector.description.plans.map(({ label }) => label)).toEqual(['Shared', 'VPS', 'Cloud'])
  expect(bench().connector.description.plans[0]!.note).toContain(
    'server provisioning or load-balancer controls) require a VPS or higher plan'
  )
  expect(await bench().connector.account(bench().exchange())).toEqual({
    plan: 'shared',
    keysUsed: null,
    keysLimit: null
  })
  const refused = await askDirectly(bench().server, 'POST /servers', { body: {} })
  expect(refused).toMatchObject({ status: 403, body: { error: { code: 'plan_required' } } })
  expect(bench().manifest.errors.rules).toContainEqual(
    expect.objectContaining({ code: ['plan_required'], means: 'limit' })
  )
  bench().server.setPlan('vps')
  expect((await bench().connector.account(bench().exchange())).plan).toBe('vps')
})

test('a list of 121 keys is read in 3 pages of 50', async () => {
  for (let at = 0; at < 120; at += 1)
    await askDirectly(bench().server, 'POST /keys', { body: { label: `Key ${String(at)}`, scope: 'read-only' } })
  bench().server.clearRequests()
  expect(await bench().connector.list('key', bench().exchange())).toHaveLength(121)
  expect(bench().server.countOf('GET', /^\/keys$/)).toBe(3)
})

test('a key that may only read is refused to manage keys with 403', async () => {
  const { secret } = await bench().create('key', { name: 'Billing report', scopes: ['read-only'] })
  const credentials = { credentials: { apiKey: secret } }
  expect(await failureOf(bench().create('key', { name: 'x', scopes: ['read-only'] }, credentials))).toMatchObject({
    code: 'provider-forbidden'
  })
})

test('keys have no expiry and no addresses', async () => {
  const ask = { name: 'x', scopes: ['read-only'] }
  expect(await failureOf(bench().create('key', { ...ask, expiry: { kind: 'days', days: 30 } }))).toMatchObject({
    code: 'input-invalid'
  })
  expect(await failureOf(bench().create('key', { ...ask, ipRanges: ['203.0.113.0/24'] }))).toMatchObject({
    code: 'input-invalid'
  })
})
