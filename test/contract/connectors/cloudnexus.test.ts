import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { RemoteKey } from '@contract/model/connection'
import { askDirectly, DAY_MS, failureOf, HOUR_MS, openBench, type Asked, type Bench } from './bench'

let bench: Bench<'cloudnexus'>
beforeEach(async () => {
  await (bench as typeof bench | undefined)?.close()
  bench = await openBench('cloudnexus')
})
afterAll(() => bench.close())

const asked: Asked = {
  name: 'Production Backend',
  environment: 'prod',
  services: ['compute'],
  scopes: ['compute:read', 'storage:write', 'network:admin'],
  expiry: { kind: 'days', days: 92 }
}
const create = (more: Partial<Asked> = {}): ReturnType<typeof bench.create> =>
  bench.create('key', { ...asked, ...more })
const get = (id: string): Promise<RemoteKey> => bench.connector.get('key', id, bench.exchange())
const verify = (secret: string): Promise<boolean> => bench.connector.verify('key', secret, bench.exchange())
const msFrom = (from: string | null, to: string | null): number => Date.parse(to!) - Date.parse(from!)

describe('POST /v2/keys/rotate', () => {
  test('keeps the old key active for 24 hours', async () => {
    expect(bench.kind('key').operations.rotate).toMatchObject({
      provenance: 'documented',
      method: 'POST',
      path: '/keys/rotate'
    })
    expect(bench.kind('key').rotation).toMatchObject({ mode: 'grace', graceHours: 24 })
    const { key, secret } = await create()
    const made = await bench.connector.rotate('key', key, null, bench.exchange())
    expect(made.secret).toMatch(/^cnx_prod_[A-Za-z0-9]{30}$/)
    expect(msFrom(made.key.createdAt, made.previousEndsAt) / HOUR_MS).toBeCloseTo(24, 3)
    expect(made.key).toMatchObject({ name: key.name, scopes: key.scopes, services: key.services, status: 'active' })
    expect(await get(key.remoteId)).toMatchObject({ status: 'grace', expiresAt: made.previousEndsAt })

    bench.sandbox.clock.advance(23 * HOUR_MS)
    expect([await verify(secret), await verify(made.secret)]).toEqual([true, true])
    bench.sandbox.clock.advance(HOUR_MS)
    expect([await verify(secret), await verify(made.secret)]).toEqual([false, true])
  })

  test('the 24 hours never pass the old key’s own expiry', async () => {
    const { key } = await create({ expiry: { kind: 'days', days: 1 } })
    bench.sandbox.clock.advance(12 * HOUR_MS)
    const made = await bench.connector.rotate('key', key, null, bench.exchange())
    expect(made.previousEndsAt).toBe(key.expiresAt)
    expect(msFrom(made.key.createdAt, made.previousEndsAt)).toBeLessThanOrEqual(12 * HOUR_MS)
  })

  test('the old key is revoked by hand before the 24 hours are over', async () => {
    const { key, secret } = await create()
    await bench.connector.rotate('key', key, null, bench.exchange())
    await bench.connector.revoke('key', key.remoteId, bench.exchange())
    expect(await verify(secret)).toBe(false)
  })

  test('a key that is disabled is not rotated, and nothing is made', async () => {
    const { key } = await create()
    await bench.connector.disable('key', key, bench.exchange())
    const before = bench.server.keys().length
    expect(await failureOf(bench.connector.rotate('key', key, null, bench.exchange()))).toMatchObject({
      code: 'provider-conflict'
    })
    expect(bench.server.keys()).toHaveLength(before)
  })
})

describe('expiry', () => {
  test('three months as on the page, Oct 24 to Jan 24, are 92 days', async () => {
    expect(bench.kind('key').expiry).toMatchObject({ kind: 'date', defaultDays: 92, allowNever: true })
    const { key } = await create({ expiry: { kind: 'date', at: '2026-06-10T00:00:00.000Z' } })
    expect((await get(key.remoteId)).expiresAt).toBe('2026-06-10T00:00:00.000Z')
  })

  test('a key that never ends, and one whose end is left to the provider', async () => {
    expect((await create({ expiry: { kind: 'never' } })).key.expiresAt).toBeNull()
    expect((await create({ expiry: { kind: 'default' } })).key.expiresAt).toBeNull()
  })

  test('an expired token returns 401 Unauthorized on all requests', async () => {
    const { key, secret } = await create({ scopes: ['admin:write'], expiry: { kind: 'days', days: 1 } })
    const credentials = { credentials: { apiKey: secret } }
    await bench.connector.list('key', bench.exchange(credentials))
    bench.sandbox.clock.advance(DAY_MS)
    for (const attempt of [
      bench.connector.list('key', bench.exchange(credentials)),
      bench.connector.account(bench.exchange(credentials)),
      bench.create('key', asked, credentials)
    ])
      expect(await failureOf(attempt)).toMatchObject({ code: 'provider-credential-refused' })
    expect(await get(key.remoteId)).toMatchObject({ status: 'expired' })
    expect(await verify(secret)).toBe(false)
  })

  test('notifications 7 and 1 day before expiration', () => {
    expect(bench.connector.description.noticeDays).toEqual([7, 1])
  })

  test('a key is renewed to another date, and to never', async () => {
    const { key, secret } = await create({ expiry: { kind: 'days', days: 1 } })
    const at = new Date(bench.sandbox.clock.nowMs() + 30 * DAY_MS).toISOString()
    const renewed = await bench.connector.renew('key', key, { kind: 'at', at, days: 30 }, bench.exchange())
    expect(renewed).toMatchObject({ remoteId: key.remoteId, expiresAt: at })
    bench.sandbox.clock.advance(29 * DAY_MS)
    expect(await verify(secret)).toBe(true)
    await bench.connector.renew('key', key, { kind: 'never' }, bench.exchange())
    bench.sandbox.clock.advance(365 * DAY_MS)
    expect(await get(key.remoteId)).toMatchObject({ expiresAt: null, status: 'active' })
  })
})

describe('the value', () => {
  test('cnx_prod_, cnx_stg_, cnx_dev_ and 30 characters; the list shows the first 4 and "..."', async () => {
    for (const environment of ['prod', 'stg', 'dev']) {
      const { key, secret } = await create({ environment })
      const prefix = `cnx_${environment}_`
      expect(secret).toMatch(new RegExp(`^${prefix}[A-Za-z0-9]{30}$`))
      expect(key).toMatchObject({ environment, preview: `${secret.slice(0, prefix.length + 4)}...` })
    }
    expect(bench.connector.formatMismatch('key', `cnx_prod_${'a'.repeat(30)}`)).toBeNull()
    for (const wrong of [`cnx_prod_${'a'.repeat(29)}`, `cnx_prod_${'a'.repeat(31)}`, `cnx_ci_${'a'.repeat(30)}`])
      expect(bench.connector.formatMismatch('key', wrong)).toContain('30 letters or digits')
  })

  test('an environment is needed, and one of the three', async () => {
    expect(await failureOf(create({ environment: 'ci' }))).toMatchObject({ code: 'input-invalid' })
    expect(await failureOf(create({ environment: null }))).toMatchObject({ code: 'input-invalid' })
  })
})

describe('scopes', () => {
  test('the four sentences of the page', () => {
    const sentences = bench.kind('key').scopes.catalogue.map(({ id, description }) => `${id} - ${description}`)
    expect(sentences.slice(0, 4)).toEqual([
      'compute:read - List and describe VPS/VM instances',
      'compute:write - Create, update, and terminate instances',
      'storage:admin - Full access to object storage and databases',
      'network:read - View load balancers, firewalls, and DNS records'
    ])
  })

  test('compute, storage, network, billing, admin with read, write, admin, and no other', async () => {
    const { key } = await create({ scopes: ['billing:read', 'admin:admin'] })
    expect(key.scopes).toEqual(['billing:read', 'admin:admin'])
    for (const scope of ['compute:fly', 'dns:read', 'compute'])
      expect(await failureOf(create({ scopes: [scope] }))).toEqual({ code: 'scope-unknown', details: { scope } })
  })

  test('a management key without admin:write is forbidden to make keys with 403', async () => {
    const { secret } = await create({ scopes: ['compute:read'] })
    expect(await failureOf(bench.create('key', asked, { credentials: { apiKey: secret } }))).toMatchObject({
      code: 'provider-forbidden',
      details: { message: 'The scopes of this key do not cover the call.' }
    })
  })

  test('services are fetched, and a key is bound to them', async () => {
    const services = await bench.connector.options('services', bench.exchange())
    expect(services.map(({ id }) => id)).toEqual(['compute', 'storage', 'network', 'billing', 'admin'])
    expect((await get((await create({ services: ['storage'] })).key.remoteId)).services).toEqual(['storage'])
  })
})

describe('IP allowlist', () => {
  test('CIDR ranges such as 203.0.113.0/24 let in and shut out', async () => {
    const { key, secret } = await create({ scopes: ['admin:write'], ipRanges: ['203.0.113.0/24'] })
    const path = '/v2/keys'
    expect(bench.server.useKey(secret, { path, ip: '203.0.113.7' })).toBe(200)
    expect(bench.server.useKey(secret, { path, ip: '198.51.100.1' })).toBe(403)
    await bench.connector.update('key', key, { ipRanges: [] }, bench.exchange())
    expect(bench.server.useKey(secret, { path, ip: '198.51.100.1' })).toBe(200)
  })

  test('what is no range is refused before anything is sent', async () => {
    bench.server.clearRequests()
    expect(await failureOf(create({ ipRanges: ['203.0.113.0/33'] }))).toEqual({
      code: 'ip-range-invalid',
      details: { range: '203.0.113.0/33' }
    })
    expect(bench.server.requests).toEqual([])
  })
})

describe('plans', () => {
  test('Starter 60 a minute, burst 100: the next call is 429 Too Many Requests with Retry-After', async () => {
    bench.server.setPlan('starter')
    const { secret } = await create({ scopes: ['admin:write'] })
    expect(bench.server.useKey(secret, { times: 100 })).toBe(200)
    const failure = await failureOf(bench.create('key', asked, { credentials: { apiKey: secret } }))
    expect(failure).toMatchObject({ code: 'provider-rate-limited' })
    expect((failure.details as { retryAfterMs: number }).retryAfterMs).toBeLessThanOrEqual(60_000)
    // A list waits as long as Retry-After says, and then is there.
    await bench.connector.list('key', bench.exchange({ credentials: { apiKey: secret } }))
  })

  test('Professional 1,000 a minute, burst 2,000', async () => {
    bench.server.setPlan('professional')
    const { secret } = await create()
    expect(bench.server.useKey(secret, { times: 2_000 })).toBe(200)
    expect(bench.server.useKey(secret, { times: 100 })).toBe(429)
  })

  test('Enterprise: custom, burst unlimited', async () => {
    bench.server.setPlan('enterprise')
    const { secret } = await create()
    expect(bench.server.useKey(secret, { times: 5_000 })).toBe(200)
  })

  test('requests stay below the lowest rate, 60 a minute, and say that they wait', async () => {
    expect(bench.connector.description.requestsPerMinute).toBe(60)
    expect(bench.manifest.plans.map(({ label, requestsPerMinute }) => [label, requestsPerMinute])).toEqual([
      ['Starter', 60],
      ['Professional', 1_000],
      ['Enterprise', null]
    ])
    const startMs = bench.sandbox.clock.nowMs()
    for (let at = 0; at < 15; at += 1) await bench.connector.account(bench.exchange())
    expect(bench.waits.some(({ reason }) => reason === 'pacing')).toBe(true)
    expect(15 / ((bench.sandbox.clock.nowMs() - startMs) / 60_000)).toBeLessThanOrEqual(90)
    expect(bench.server.requests.every(({ status }) => status === 200)).toBe(true)
  })

  test('the plan is shown, and its limit on keys is met with 402', async () => {
    bench.server.setPlan('starter', { maxKeys: 1 })
    expect(await bench.connector.account(bench.exchange())).toEqual({
      plan: 'starter',
      keysUsed: null,
      keysLimit: null
    })
    expect(await failureOf(create())).toMatchObject({
      code: 'provider-limit-reached',
      details: { message: 'The plan allows 1 keys.' }
    })
  })
})

test('a list of 102 keys is read in 3 pages of 50', async () => {
  for (let at = 0; at < 101; at += 1) {
    const body = { name: `Key ${String(at)}`, environment: 'dev', scopes: ['compute:read'] }
    await askDirectly(bench.server, 'POST /keys', { body })
  }
  bench.server.clearRequests()
  expect(await bench.connector.list('key', bench.exchange())).toHaveLength(102)
  expect(bench.server.countOf('GET', /^\/keys$/)).toBe(3)
})

test('the table shows when a key was last used: at a time, or Never', async () => {
  const { key, secret } = await create()
  expect((await get(key.remoteId)).lastUsedAt).toBeNull()
  bench.server.useKey(secret)
  expect((await get(key.remoteId)).lastUsedAt).toMatch(/^2026-03-10T/)
})

test('the usage log of one key, with method, path, status and address', async () => {
  const { key, secret } = await create({ scopes: ['compute:read'] })
  bench.server.useKey(secret, { path: '/v2/instances', ip: '203.0.113.7' })
  const start = { cursor: null, since: null }
  const { records } = await bench.connector.usageLogPage('key', key.remoteId, start, bench.exchange())
  expect(records).toMatchObject([
    { remoteId: key.remoteId, method: 'GET', path: '/v2/instances', status: 200, ip: '203.0.113.7' }
  ])
})
