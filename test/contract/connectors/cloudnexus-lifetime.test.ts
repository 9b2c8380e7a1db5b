import { describe, expect, test } from 'vitest'
import type { MadeKey } from '@main/connectors/connector'
import type { RemoteKey } from '@contract/model/connection'
import { DAY_MS, failureOf, HOUR_MS, benchForEach, type Asked } from './bench'

const bench = benchForEach('cloudnexus')

const asked: Asked = {
  name: 'Production Backend',
  environment: 'prod',
  services: ['compute'],
  scopes: ['compute:read', 'storage:write', 'network:admin'],
  expiry: { kind: 'days', days: 92 }
}
const create = (more: Partial<Asked> = {}): Promise<MadeKey> => bench().create('key', { ...asked, ...more })
const get = (id: string): Promise<RemoteKey> => bench().connector.get('key', id, bench().exchange())
const verify = (secret: string): Promise<boolean> => bench().connector.verify('key', secret, bench().exchange())
const msFrom = (from: string | null, to: string | null): number => Date.parse(to!) - Date.parse(from!)

describe('POST /v2/keys/rotate', () => {
  test('keeps the old key active for 24 hours', async () => {
    expect(bench().kind('key').operations.rotate).toMatchObject({
      provenance: 'documented',
      method: 'POST',
      path: '/keys/rotate'
    })
    expect(bench().kind('key').rotation).toMatchObject({ mode: 'grace', graceHours: 24 })
    const { key, secret } = await create()
    const made = await bench().connector.rotate('key', key, null, bench().exchange())
    expect(made.secret).toMatch(/^cnx_prod_[A-Za-z0-9]{30}$/)
    expect(msFrom(made.key.createdAt, made.previousEndsAt) / HOUR_MS).toBeCloseTo(24, 3)
    expect(made.key).toMatchObject({ name: key.name, scopes: key.scopes, services: key.services, status: 'active' })
    expect(await get(key.remoteId)).toMatchObject({ status: 'grace', expiresAt: made.previousEndsAt })

    bench().sandbox.clock.advance(23 * HOUR_MS)
    expect([await verify(secret), await verify(made.secret)]).toEqual([true, true])
    bench().sandbox.clock.advance(HOUR_MS)
    expect([await verify(secret), await verify(made.secret)]).toEqual([false, true])
  })

  test('the 24 hours never pass the old key’s own expiry', async () => {
    const { key } = await create({ expiry: { kind: 'days', days: 1 } })
    bench().sandbox.clock.advance(12 * HOUR_MS)
    const made = await bench().connector.rotate('key', key, null, bench().exchange())
    expect(made.previousEndsAt).toBe(key.expiresAt)
    expect(msFrom(made.key.createdAt, made.previousEndsAt)).toBeLessThanOrEqual(12 * HOUR_MS)
  })

  test('the old key is revoked by hand before the 24 hours are over', async () => {
    const { key, secret } = await create()
    await bench().connector.rotate('key', key, null, bench().exchange())
    await bench().connector.revoke('key', key.remoteId, bench().exchange())
    expect(await verify(secret)).toBe(false)
  })

  test('a key that is disabled is not rotated, and nothing is made', async () => {
    const { key } = await create()
    await bench().connector.disable('key', key, bench().exchange())
    const before = bench().server.keys().length
    expect(await failureOf(bench().connector.rotate('key', key, null, bench().exchange()))).toMatchObject({
      code: 'provider-conflict'
    })
    expect(bench().server.keys()).toHaveLength(before)
  })
})

describe('expiry', () => {
  test('three months as on the page, Oct 24 to Jan 24, are 92 days', async () => {
    expect(bench().kind('key').expiry).toMatchObject({ kind: 'date', defaultDays: 92, allowNever: true })
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
    await bench().connector.list('key', bench().exchange(credentials))
    bench().sandbox.clock.advance(DAY_MS)
    for (const attempt of [
      bench().connector.list('key', bench().exchange(credentials)),
      bench().connector.account(bench().exchange(credentials)),
      bench().create('key', asked, credentials)
    ])
      expect(await failureOf(attempt)).toMatchObject({ code: 'provider-credential-refused' })
    expect(await get(key.remoteId)).toMatchObject({ status: 'expired' })
    expect(await verify(secret)).toBe(false)
  })

  test('notifications 7 and 1 day before expiration', () => {
    expect(bench().connector.description.noticeDays).toEqual([7, 1])
  })

  test('a key is renewed to another date, and to never', async () => {
    const { key, secret } = await create({ expiry: { kind: 'days', days: 1 } })
    const at = new Date(bench().sandbox.clock.nowMs() + 30 * DAY_MS).toISOString()
    const renewed = await bench().connector.renew('key', key, { kind: 'at', at, days: 30 }, bench().exchange())
    expect(renewed).toMatchObject({ remoteId: key.remoteId, expiresAt: at })
    bench().sandbox.clock.advance(29 * DAY_MS)
    expect(await verify(secret)).toBe(true)
    await bench().connector.renew('key', key, { kind: 'never' }, bench().exchange())
    bench().sandbox.clock.advance(365 * DAY_MS)
    expect(await get(key.remoteId)).toMatchObject({ expiresAt: null, status: 'active' })
  })
})
