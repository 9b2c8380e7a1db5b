import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ManualClock } from '../../fakes/manual-clock'
import type { ProviderServer, Sandbox } from '../../sandbox/types.ts'
import { ask, DAY_MS, openSandbox, type Reply } from './ask'

let sandbox: Sandbox
let clock: ManualClock
let cloudapi: ProviderServer<'cloudapi'>

beforeEach(async () => {
  ;({ sandbox, clock } = await openSandbox({ providers: ['cloudapi'] }))
  cloudapi = sandbox.providers.cloudapi
})
afterEach(() => sandbox.close())

const create = (key = cloudapi.credentials.dashboardSession): Promise<Reply> =>
  ask(cloudapi, 'POST /keys', { key, body: { project_id: 'proj_8f2c4' } })

describe('the CloudAPI of the sandbox', () => {
  it('creates a key with a dashboard session only, and answers everything else to a key only', async () => {
    const made = await create()
    expect(made.status).toBe(201)
    expect(made.body.id).toMatch(/^key_/)
    expect(made.body.key).toMatch(/^sk_live_/)
    expect(made.body.request_id).toMatch(/^req_/)
    expect((await create(cloudapi.credentials.apiKey)).body.error.code).toBe('wrong_credential')
    expect((await ask(cloudapi, 'GET /keys', { key: cloudapi.credentials.dashboardSession })).status).toBe(401)
    expect(cloudapi.requests.map(({ credentialName }) => credentialName)).toEqual([
      'dashboardSession',
      'apiKey',
      'dashboardSession'
    ])
    const slashed = await ask(cloudapi, 'POST /keys/', { body: { project_id: 'proj_8f2c4' } })
    expect(slashed.status).toBe(401)
    const unknown = await ask(cloudapi, 'POST /keys', {
      key: cloudapi.credentials.dashboardSession,
      body: { project_id: 'proj_none' }
    })
    expect(unknown.status).toBe(422)
  })

  it('revokes a key immediately and for good', async () => {
    const { id, key } = (await create()).body
    expect((await ask(cloudapi, 'GET /projects', { key })).status).toBe(200)
    expect((await ask(cloudapi, `DELETE /keys/${id}`)).body).toEqual({ id, revoked: true })
    expect((await ask(cloudapi, 'GET /projects', { key })).status).toBe(401)
    expect((await ask(cloudapi, `DELETE /keys/${id}`)).status).toBe(404)
    const { body } = await ask(cloudapi, 'GET /keys')
    expect(body.data[1]).toMatchObject({ id, project_id: 'proj_8f2c4', status: 'revoked' })
    expect(body.data[1]?.preview).toBe(`${key.slice(0, 12)}…`)
  })

  it('makes scoped tokens, shows them once and keeps them to their scopes', async () => {
    const made = await ask(cloudapi, 'POST /tokens', { body: { name: 'ci-token', scopes: ['users:read'] } })
    expect(made.body).toMatchObject({ scopes: ['users:read'] })
    expect(made.body.id).toMatch(/^tok_/)
    expect(made.body.token).toMatch(/^cap_/)
    const key = made.body.token
    expect((await ask(cloudapi, 'GET /users', { key })).status).toBe(200)
    expect((await ask(cloudapi, 'GET /usage', { key })).body.error.code).toBe('insufficient_scope')
    const list = await ask(cloudapi, 'GET /tokens')
    expect(list.body.data).toMatchObject([
      { id: made.body.id, name: 'ci-token', preview: 'cap_****', status: 'active' }
    ])
    expect((await ask(cloudapi, `DELETE /tokens/${made.body.id}`)).body).toEqual({ id: made.body.id, revoked: true })
    expect((await ask(cloudapi, 'GET /users', { key })).status).toBe(401)
    const wrong = await ask(cloudapi, 'POST /tokens', { body: { name: 'x', scopes: ['users:write'] } })
    expect(wrong.status).toBe(422)
  })

  it('lists projects, and users in pages whose cursor is the last id', async () => {
    const projects = await ask(cloudapi, 'GET /projects')
    expect(projects.body.data[0]).toEqual({ id: 'proj_8f2c4', name: 'Core Platform', status: 'active' })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`
      const { body } = await ask(cloudapi, `GET /users?limit=25${query}`)
      seen.push(...body.data.map(({ id }) => id))
      cursor = body.next_cursor
      if (cursor !== null) expect(cursor).toBe(seen.at(-1))
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(60)
    expect(cloudapi.countOf('GET', /^\/users$/)).toBe(3)
  })

  it('counts the calls of keys in the calendar month, and what is over the quota', async () => {
    cloudapi.setUsage({ requests: 184_902 })
    cloudapi.setPlan('standard', { quota: 184_902 })
    expect((await ask(cloudapi, 'GET /usage')).body).toEqual({
      period_start: '2026-03-01',
      period_end: '2026-03-31',
      requests: 184_902,
      overage: 0,
      quota: 184_902
    })
    expect((await ask(cloudapi, 'GET /usage')).body).toMatchObject({ requests: 184_903, overage: 1 })
    clock.pass(30 * DAY_MS)
    expect((await ask(cloudapi, 'GET /usage')).body).toMatchObject({ period_start: '2026-04-01', requests: 0 })
  })
})
