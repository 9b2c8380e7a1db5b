import { expect, test } from 'vitest'
import type { MadeKey } from '@main/connectors/connector'
import type { ExpiryChoice, RemoteKey } from '@contract/model/connection'
import { askDirectly, DAY_MS, failureOf, benchForEach } from './bench'

const bench = benchForEach('cloodot')

const create = (expiry: ExpiryChoice, name = 'Zapier integration'): Promise<MadeKey> =>
  bench().create('key', { name, expiry })
const listed = async (id: string): Promise<RemoteKey | undefined> =>
  (await bench().connector.list('key', bench().exchange())).find(({ remoteId }) => remoteId === id)

test('expiration: Never, 30 days, 90 days or 1 year', async () => {
  expect(bench().kind('key').expiry.presets).toEqual([
    { label: 'Never', days: null },
    { label: '30 days', days: 30 },
    { label: '90 days', days: 90 },
    { label: '1 year', days: 365 }
  ])
  const { key } = await create({ kind: 'never' })
  expect(key.expiresAt).toBeNull()
  for (const days of [30, 90, 365]) {
    const made = await create({ kind: 'days', days })
    const livesMs = Date.parse(made.key.expiresAt!) - Date.parse(made.key.createdAt!)
    expect(livesMs / DAY_MS).toBeCloseTo(days, 3)
  }
  bench().server.clearRequests()
  expect(await failureOf(create({ kind: 'days', days: 60 }))).toMatchObject({
    code: 'input-invalid',
    details: { path: 'expiry', expected: 'Never, 30 days, 90 days, 1 year' }
  })
  expect(bench().server.requests).toEqual([])
})

test('after 30 days the key is dead, and the table says Disabled', async () => {
  const { key, secret } = await create({ kind: 'days', days: 30 })
  bench().sandbox.clock.advance(30 * DAY_MS - 60 * 60_000)
  expect(await bench().connector.verify('key', secret, bench().exchange())).toBe(true)
  bench().sandbox.clock.advance(60 * 60_000)
  expect(await bench().connector.verify('key', secret, bench().exchange())).toBe(false)
  expect(await listed(key.remoteId)).toMatchObject({ status: 'disabled' })
})

test('an expired management key is refused with 401', async () => {
  const { secret } = await create({ kind: 'days', days: 30 })
  bench().sandbox.clock.advance(31 * DAY_MS)
  const credentials = { credentials: { apiKey: secret } }
  expect(await failureOf(bench().connector.list('key', bench().exchange(credentials)))).toMatchObject({
    code: 'provider-credential-refused'
  })
})

test('the preview is clo_ and 8 stars', async () => {
  const { key, secret } = await create({ kind: 'never' })
  expect(secret.startsWith('clo_')).toBe(true)
  expect([key.preview, (await listed(key.remoteId))?.preview]).toEqual(['clo_********', 'clo_********'])
})

test('the words of deleting, exactly', () => {
  expect(bench().kind('key').confirmRevoke).toBe(
    'Any applications using this key will lose access immediately. This action cannot be undone.'
  )
})

test('the words of creating, exactly', () => {
  expect(bench().kind('key').revealWarning).toBe(
    "This is the only time the full key will be shown. Copy it somewhere safe before closing the dialog — if you lose it, you'll need to delete the key and create a new one."
  )
})

test('admins and owners only', () => {
  expect(bench().connector.description.permissionsNote).toBe(
    'Developer settings are available to admins and owners only.'
  )
})

test('there are no scopes, and nothing but the status changes after creation', async () => {
  expect(bench().kind('key')).toMatchObject({ scopes: { kind: 'none' }, editable: [], ipRanges: false, roles: 'none' })
  expect(await failureOf(bench().create('key', { name: 'x', scopes: ['read'] }))).toMatchObject({
    code: 'input-invalid'
  })
})

test('Developer Logs: Time, Method, Path, Status, Duration (ms), IP, Source', async () => {
  const { key, secret } = await create({ kind: 'never' })
  bench().server.useKey(secret, { method: 'POST', path: '/v1/contacts', ip: '203.0.113.7' })
  const start = { cursor: null, since: null }
  const { records } = await bench().connector.usageLogPage('key', key.remoteId, start, bench().exchange())
  expect(records).toEqual([
    {
      id: expect.any(String) as string,
      at: expect.stringMatching(/^2026-03-10T/) as string,
      remoteId: key.remoteId,
      method: 'POST',
      path: '/v1/contacts',
      status: 201,
      durationMs: 12,
      ip: '203.0.113.7',
      source: 'API'
    }
  ])
})

test('the logs name the sources API, MCP and Skillset', async () => {
  bench().server.logs.fill({ count: 400 })
  const start = { cursor: null, since: null }
  const sources = new Set<string | null>()
  let page = await bench().connector.usageLogPage('key', null, start, bench().exchange())
  for (;;) {
    page.records.forEach(({ source }) => sources.add(source))
    if (page.next === null) break
    page = await bench().connector.usageLogPage('key', null, { ...start, cursor: page.next }, bench().exchange())
  }
  expect([...sources].sort()).toEqual(['API', 'MCP', 'Skillset'])
})

test('a list of 121 keys is read in 3 pages', async () => {
  for (let at = 0; at < 120; at += 1)
    await askDirectly(bench().server, 'POST /api-keys', { body: { name: `Key ${String(at)}`, expires_in_days: null } })
  bench().server.clearRequests()
  expect(await bench().connector.list('key', bench().exchange())).toHaveLength(121)
  expect(bench().server.countOf('GET', /^\/api-keys$/)).toBe(3)
})

test('deleting is instant', async () => {
  const { key, secret } = await create({ kind: 'never' })
  await bench().connector.revoke('key', key.remoteId, bench().exchange())
  expect(bench().server.useKey(secret)).toBe(401)
  expect(await listed(key.remoteId)).toBeUndefined()
})
