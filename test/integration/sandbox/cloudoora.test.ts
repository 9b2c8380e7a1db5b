import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ManualClock } from '../../fakes/manual-clock'
import type { ProviderServer, Sandbox } from '../../sandbox/types.ts'
import { ask, openSandbox } from './ask'

let sandbox: Sandbox
let clock: ManualClock
let cloudoora: ProviderServer<'cloudoora'>

beforeEach(async () => {
  ;({ sandbox, clock } = await openSandbox({ providers: ['cloudoora'] }))
  cloudoora = sandbox.providers.cloudoora
})
afterEach(() => sandbox.close())

const create = (scope = 'read-write', label = 'Deploy') => ask(cloudoora, 'POST /keys', { body: { label, scope } })

describe('the Cloudoora of the sandbox', () => {
  it('creates, lists, regenerates in place and revokes', async () => {
    const made = await create()
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ label: 'Deploy', scope: 'read-write', created_at: '2026-03-10T09:00:00.000Z' })
    expect(made.body.key).toMatch(/^[A-Za-z0-9]{40}$/)

    const { body: list } = await ask(cloudoora, 'GET /keys')
    expect(list).toMatchObject({ page: 1, pages: 1, total: 2 })
    expect(list.keys[1]).toMatchObject({ id: made.body.id, status: 'active', last_used_at: null })
    expect(JSON.stringify(list)).not.toContain(made.body.key)

    const again = await ask(cloudoora, `POST /keys/${made.body.id}/regenerate`, { body: {} })
    expect(again.body.id).toBe(made.body.id)
    const state = cloudoora.keys()[1]!
    expect(state.secretWorks(made.body.key)).toBe(false)
    expect(state.secretWorks(again.body.key)).toBe(true)
    expect((await ask(cloudoora, 'GET /account', { key: made.body.key })).status).toBe(401)
    expect((await ask(cloudoora, 'GET /account', { key: again.body.key })).status).toBe(200)

    const revoked = await ask(cloudoora, `POST /keys/${made.body.id}/revoke`, { body: {} })
    expect(revoked.body).toEqual({ id: made.body.id, status: 'revoked' })
    expect((await ask(cloudoora, 'GET /account', { key: again.body.key })).status).toBe(401)
    expect((await ask(cloudoora, 'POST /keys/ck_none/revoke', { body: {} })).status).toBe(404)
  })

  it('pages its list', async () => {
    await create('read-only', 'One')
    await create('read-only', 'Two')
    const { body } = await ask(cloudoora, 'GET /keys?page=2&per_page=2')
    expect(body).toMatchObject({ page: 2, pages: 2, total: 3 })
    expect(body.keys.map(({ label }) => label)).toEqual(['Two'])
  })

  it('knows three permissions and keeps a key to its own', async () => {
    expect((await create('everything')).body.error.code).toBe('invalid_scope')
    expect((await create('read-only', ' ')).status).toBe(422)
    const { key: reader } = (await create('read-only')).body
    expect((await ask(cloudoora, 'GET /keys', { key: reader })).status).toBe(200)
    expect((await ask(cloudoora, 'POST /keys', { key: reader, body: {} })).body.error.code).toBe('insufficient_scope')
    const { key: dns } = (await create('dns-only')).body
    expect((await ask(cloudoora, 'GET /keys', { key: dns })).status).toBe(403)
    expect((await ask(cloudoora, 'GET /account', { key: dns })).status).toBe(200)
    expect(cloudoora.useKey(dns, { path: '/v1/dns/records' })).toBe(200)
    expect(cloudoora.useKey(dns, { path: '/v1/sites' })).toBe(403)
  })

  it('allows 1,000 calls a minute to a key, then refuses without a Retry-After', async () => {
    const { key } = (await create()).body
    expect(cloudoora.useKey(key, { path: '/v1/sites', times: 1000 })).toBe(200)
    const refused = await ask(cloudoora, 'GET /account', { key })
    expect(refused.status).toBe(429)
    expect(refused.body.error).toEqual({ code: 'rate_limited', message: 'Too many calls. Retry after a short pause.' })
    expect(refused.headers.has('retry-after')).toBe(false)
    expect((await ask(cloudoora, 'GET /account')).status).toBe(200)
    clock.pass(60_000)
    expect((await ask(cloudoora, 'GET /account', { key })).status).toBe(200)
  })

  it('logs time, endpoint and status of each call of a key, newest first', async () => {
    const { id, key } = (await create('read-only')).body
    cloudoora.useKey(key, { path: '/v1/sites' })
    clock.pass(1000)
    cloudoora.useKey(key, { method: 'DELETE', path: '/v1/sites/7' })
    const first = (await ask(cloudoora, `GET /keys/${id}/logs?limit=1`)).body
    expect(first.entries).toMatchObject([
      { timestamp: '2026-03-10T09:00:01.000Z', endpoint: 'DELETE /v1/sites/7', status: 403 }
    ])
    const second = (await ask(cloudoora, `GET /keys/${id}/logs?limit=1&cursor=${first.next_cursor}`)).body
    expect(second.entries).toMatchObject([{ endpoint: 'GET /v1/sites', status: 200 }])
    expect(second.next_cursor).toBeNull()
    expect((await ask(cloudoora, `GET /keys/${id}/logs?cursor=nonsense`)).status).toBe(422)
  })

  it('keeps server provisioning and load balancers for VPS and higher', async () => {
    expect((await ask(cloudoora, 'GET /account')).body.plan).toBe('shared')
    expect((await ask(cloudoora, 'POST /servers', { body: {} })).body.error).toEqual({
      code: 'plan_required',
      message: 'Server provisioning requires a VPS plan or higher.'
    })
    expect((await ask(cloudoora, 'POST /load-balancers', { body: {} })).status).toBe(403)
    for (const plan of ['vps', 'cloud']) {
      cloudoora.setPlan(plan)
      expect((await ask(cloudoora, 'POST /servers', { body: {} })).status).toBe(201)
    }
    expect(() => cloudoora.setPlan('gold')).toThrow('shared, vps, cloud')
  })

  it('reports bandwidth, disk, CPU and memory with their limits, and what is to be renewed', async () => {
    cloudoora.setUsage({ bandwidth: 900 })
    const { body } = await ask(cloudoora, 'GET /usage')
    expect(body).toMatchObject({ period_start: '2026-03-01', period_end: '2026-03-31' })
    expect(body.metrics.map(({ metric }) => metric)).toEqual(['bandwidth', 'disk', 'cpu', 'memory'])
    expect(body.metrics[0]).toEqual({ metric: 'bandwidth', used: 900, limit: 1000, unit: 'GB' })
    expect(body.renewals.map(({ kind }) => kind)).toEqual(['domain', 'certificate', 'plan'])
  })
})
