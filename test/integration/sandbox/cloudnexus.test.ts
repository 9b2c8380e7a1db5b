import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ManualClock } from '../../fakes/manual-clock'
import type { ProviderServer, Sandbox } from '../../sandbox/types.ts'
import { ask, DAY_MS, openSandbox, type Reply } from './ask'

let sandbox: Sandbox
let clock: ManualClock
let cloudnexus: ProviderServer<'cloudnexus'>

beforeEach(async () => {
  ;({ sandbox, clock } = await openSandbox({ providers: ['cloudnexus'] }))
  cloudnexus = sandbox.providers.cloudnexus
})
afterEach(() => sandbox.close())

const create = (more: object = {}): Promise<Reply> =>
  ask(cloudnexus, 'POST /keys', {
    body: {
      name: 'Backend',
      environment: 'prod',
      services: ['compute', 'storage'],
      scopes: ['compute:read', 'storage:write'],
      expires_at: null,
      ip_allowlist: [],
      ...more
    }
  })
const inDays = (days: number): string => new Date(clock.nowMs() + days * DAY_MS).toISOString()
const probe = async (key: string, headers: Record<string, string> = {}): Promise<number> =>
  (await ask(cloudnexus, 'GET /instances', { key, headers })).status

describe('the CloudNexus of the sandbox', () => {
  it.each(['prod', 'stg', 'dev'])(
    'creates a %s key in the documented format and masks it in lists',
    async (environment) => {
      const { status, body } = await create({ environment })
      expect(status).toBe(201)
      expect(body.key).toMatch(new RegExp(`^cnx_${environment}_[A-Za-z0-9]{30}$`))
      const item = (await ask(cloudnexus, `GET /keys/${body.id}`)).body
      expect(item.key_preview).toBe(`${body.key.slice(0, `cnx_${environment}_`.length + 4)}...`)
      expect(item).toMatchObject({ status: 'active', last_used_at: null, expires_at: null })
      expect(item.key).toBeUndefined()
    }
  )

  it('lists in pages', async () => {
    for (const name of ['One', 'Two']) await create({ name })
    const { body } = await ask(cloudnexus, 'GET /keys?page=2&limit=2')
    expect(body.pagination).toEqual({ total: 3, page: 2, limit: 2, pages: 2 })
    expect(body.data).toMatchObject([{ name: 'Two' }])
  })

  it.each([
    [{ scopes: ['compute:fly'] }, 'invalid_scope'],
    [{ scopes: [] }, 'invalid_scope'],
    [{ ip_allowlist: ['203.0.113.0/33'] }, 'invalid_cidr'],
    [{ ip_allowlist: ['harbour'] }, 'invalid_cidr'],
    [{ name: '' }, 'invalid_name'],
    [{ environment: 'moon' }, 'invalid_environment'],
    [{ expires_at: '2020-01-01T00:00:00Z' }, 'invalid_expiry'],
    [{ colour: 'red' }, 'unknown_field']
  ])('refuses %j as %s', async (more, code) => {
    const { status, body } = await create(more)
    expect([status, body.error.code]).toEqual([422, code])
  })

  it('keeps a key to its scopes, and its own management to admin', async () => {
    const { key } = (await create()).body
    expect(await probe(key)).toBe(200)
    expect((await ask(cloudnexus, 'GET /keys', { key })).body.error.code).toBe('insufficient_scope')
    const { key: writer } = (await create({ scopes: ['storage:write'] })).body
    expect(await probe(writer)).toBe(403)
    expect((await ask(cloudnexus, 'GET /account', { key: writer })).status).toBe(200)
  })

  it('takes the key from the query too', async () => {
    const { key } = (await create()).body
    expect((await ask(cloudnexus, `GET /instances?api_key=${key}`, { key: null })).status).toBe(200)
    expect(JSON.stringify(cloudnexus.requests)).not.toContain(key)
  })

  it('rotates with a grace of 24 hours: both values live, then the old one dies', async () => {
    const old = (await create()).body
    const next = await ask(cloudnexus, 'POST /keys/rotate', { body: { key_id: old.id } })
    expect(next.status).toBe(201)
    expect(next.body).toMatchObject({ name: 'Backend', environment: 'prod', scopes: old.scopes, expires_at: null })
    expect(next.body.previous).toEqual({ id: old.id, expires_at: inDays(1) })
    expect([await probe(old.key), await probe(next.body.key)]).toEqual([200, 200])
    expect((await ask(cloudnexus, `GET /keys/${old.id}`)).body.status).toBe('grace')
    expect((await ask(cloudnexus, 'POST /keys/rotate', { body: { key_id: old.id } })).status).toBe(409)
    clock.pass(DAY_MS - 1)
    expect(await probe(old.key)).toBe(200)
    clock.pass(1)
    expect([await probe(old.key), await probe(next.body.key)]).toEqual([401, 200])
    expect((await ask(cloudnexus, `GET /keys/${old.id}`)).body.status).toBe('revoked')
  })

  it('ends the grace at the old key’s own expiry when that is sooner', async () => {
    const expiresAt = inDays(0.5)
    const old = (await create({ expires_at: expiresAt })).body
    const next = await ask(cloudnexus, 'POST /keys/rotate', { body: { key_id: old.id } })
    expect(next.body.previous.expires_at).toBe(expiresAt)
    clock.pass(DAY_MS / 2)
    const answer = await ask(cloudnexus, 'GET /instances', { key: old.key })
    expect([answer.status, answer.body.error.code]).toEqual([401, 'token_expired'])
  })

  it('answers 401 from the moment of expiry, and renews only before it', async () => {
    const { id, key } = (await create({ expires_at: inDays(92) })).body
    const renewed = await ask(cloudnexus, `POST /keys/${id}/renew`, { body: { expires_at: inDays(100) } })
    expect(renewed.body.expires_at).toBe(inDays(100))
    clock.pass(100 * DAY_MS - 1)
    expect(await probe(key)).toBe(200)
    clock.pass(1)
    expect((await ask(cloudnexus, 'GET /account', { key })).body.error.code).toBe('token_expired')
    expect((await ask(cloudnexus, `GET /keys/${id}`)).body.status).toBe('expired')
    const late = await ask(cloudnexus, `POST /keys/${id}/renew`, { body: { expires_at: inDays(1) } })
    expect(late.status).toBe(409)
  })

  it('edits name, scopes, allowlist and status, and deletes', async () => {
    const { id, key } = (await create()).body
    const edited = await ask(cloudnexus, `PATCH /keys/${id}`, { body: { name: 'Front', scopes: ['compute:admin'] } })
    expect(edited.body).toMatchObject({ name: 'Front', scopes: ['compute:admin'] })
    await ask(cloudnexus, `PATCH /keys/${id}`, { body: { status: 'disabled' } })
    expect(await probe(key)).toBe(401)
    await ask(cloudnexus, `PATCH /keys/${id}`, { body: { status: 'active' } })
    expect(await probe(key)).toBe(200)
    expect((await ask(cloudnexus, `DELETE /keys/${id}`)).status).toBe(204)
    expect((await ask(cloudnexus, `DELETE /keys/${id}`)).status).toBe(404)
    expect(await probe(key)).toBe(401)
  })

  it('answers a key with an allowlist from within it only', async () => {
    const { key } = (await create({ ip_allowlist: ['203.0.113.0/24', '2001:db8::/32'] })).body
    expect(await probe(key, { 'x-sandbox-ip': '203.0.113.77' })).toBe(200)
    expect(await probe(key, { 'x-sandbox-ip': '2001:db8::7' })).toBe(200)
    expect(await probe(key, { 'x-sandbox-ip': '203.0.114.1' })).toBe(403)
    expect(await probe(key)).toBe(200)
    expect(cloudnexus.useKey(key, { ip: '198.51.100.1', path: '/v2/instances' })).toBe(403)
  })

  it.each([
    ['starter', 60, 100],
    ['professional', 1000, 2000]
  ])('on %s allows a burst, then %i a minute, with Retry-After', async (plan, perMinute, burst) => {
    cloudnexus.setPlan(plan)
    expect((await ask(cloudnexus, 'GET /account')).body).toEqual({ plan, requests_per_minute: perMinute, burst })
    const { key } = (await create()).body
    expect(cloudnexus.useKey(key, { path: '/v2/instances', times: burst })).toBe(200)
    const refused = await ask(cloudnexus, 'GET /instances', { key })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    clock.pass(60_000)
    expect(cloudnexus.useKey(key, { path: '/v2/instances', times: perMinute })).toBe(200)
    expect(await probe(key)).toBe(429)
  })

  it('has no limit on enterprise', async () => {
    cloudnexus.setPlan('enterprise')
    expect((await ask(cloudnexus, 'GET /account')).body).toEqual({
      plan: 'enterprise',
      requests_per_minute: null,
      burst: null
    })
    expect(cloudnexus.useKey((await create()).body.key, { path: '/v2/instances', times: 5000 })).toBe(200)
  })

  it('refuses a key more than the plan allows', async () => {
    cloudnexus.setPlan('starter', { maxKeys: 2 })
    expect((await create()).status).toBe(201)
    const refused = await create()
    expect([refused.status, refused.body.error.code]).toEqual([402, 'plan_limit'])
  })

  it('logs each call with its key and address, also those of dead keys', async () => {
    const { id, key } = (await create({ expires_at: inDays(1) })).body
    cloudnexus.useKey(key, { path: '/v2/instances', ip: '198.51.100.9' })
    clock.pass(DAY_MS)
    cloudnexus.useKey(key, { path: '/v2/instances', ip: '192.0.2.1' })
    const { body } = await ask(cloudnexus, `GET /logs?key_id=${id}`)
    expect(body.data).toMatchObject([
      { method: 'GET', path: '/v2/instances', status: 401, ip: '192.0.2.1', key_id: id },
      { method: 'GET', path: '/v2/instances', status: 200, ip: '198.51.100.9', key_id: id }
    ])
    expect((await ask(cloudnexus, `GET /keys/${id}`)).body.last_used_at).toBe('2026-03-10T09:00:00.000Z')
  })
})
