import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProviderServer, Sandbox } from '../../sandbox/types.ts'
import { ask, openSandbox, type Reply } from './ask'

let sandbox: Sandbox
let cloudcasa: ProviderServer<'cloudcasa'>
let roles: Reply['body'][]

beforeEach(async () => {
  ;({ sandbox } = await openSandbox({ providers: ['cloudcasa'] }))
  cloudcasa = sandbox.providers.cloudcasa
  roles = [...(await ask(cloudcasa, 'GET /roles')).body._items]
})
afterEach(() => sandbox.close())

const create = (name: string, role = 0): Promise<Reply> =>
  ask(cloudcasa, 'POST /apikeys', { body: { name, description: 'for a test', roles: [roles[role]!._id] } })
const documentOf = ({ name, description, roles: given }: Reply['body']): object => ({
  name,
  description,
  roles: given
})

describe('the CloudCasa of the sandbox', () => {
  it('offers the built-in roles and custom ones', () => {
    expect(roles.map(({ name, type }) => [name, type])).toEqual([
      ['ADMIN', 'BUILTIN'],
      ['USER', 'BUILTIN'],
      ['Backup operator', 'CUSTOM']
    ])
  })

  it('creates, shows the last four characters, edits and deletes by etag', async () => {
    const made = (await create('Reports')).body
    expect(made.apikey).toMatch(/^[A-Za-z0-9-_]{100,255}$/)
    expect(made._id).toMatch(/^[0-9a-f]{24}$/)
    expect(made._etag).toMatch(/^[0-9a-f]{40}$/)
    expect(made._created).toBe('Tue, 10 Mar 2026 09:00:00 GMT')
    const item = (await ask(cloudcasa, `GET /apikeys/${made._id}`)).body
    expect(item).toMatchObject({ name: 'Reports', description: 'for a test', last4: made.apikey.slice(-4) })
    expect(item.apikey).toBeUndefined()

    const body = { ...documentOf(item), name: 'Monthly reports' }
    const put = (etag: string | null): Promise<Reply> =>
      ask(cloudcasa, `PUT /apikeys/${made._id}`, { body, headers: etag === null ? {} : { 'if-match': etag } })
    expect((await put(null)).status).toBe(428)
    expect((await put('0'.repeat(40))).status).toBe(412)
    const edited = await put(item._etag)
    expect(edited.status).toBe(200)
    expect(edited.body._etag).not.toBe(item._etag)
    expect((await put(item._etag)).status).toBe(412)

    expect((await ask(cloudcasa, `DELETE /apikeys/${made._id}`)).status).toBe(428)
    const headers = { 'if-match': edited.body._etag }
    expect((await ask(cloudcasa, `DELETE /apikeys/${made._id}`, { headers })).status).toBe(204)
    expect((await ask(cloudcasa, `DELETE /apikeys/${made._id}`, { headers })).status).toBe(404)
    expect((await ask(cloudcasa, 'GET /orgs/current', { key: made.apikey })).status).toBe(401)
  })

  it('refuses fields that are the server’s own, and roles that are not there', async () => {
    const { _id, _etag } = (await create('Reports')).body
    const headers = { 'if-match': _etag }
    const refused = await ask(cloudcasa, `PUT /apikeys/${_id}`, { headers, body: { _id, name: 'x', roles: ['none'] } })
    expect([refused.status, refused.body._issues]).toEqual([
      422,
      { _id: 'unknown field', roles: 'one or more existing roles are required' }
    ])
  })

  it('allows ten active keys an organization, each name once', async () => {
    const twice = await create('Keyquay management')
    expect(twice.status).toBe(422)
    expect(twice.body).toEqual({
      _status: 'ERR',
      _issues: { name: "value 'Keyquay management' is not unique" },
      _error: { code: 422, message: 'Insertion failure: 1 document(s) contain(s) error(s)' }
    })
    for (let at = 2; at <= 10; at += 1) expect((await create(`Key ${String(at)}`)).status).toBe(201)
    expect((await ask(cloudcasa, 'GET /orgs/current')).body).toMatchObject({
      plan: 'PRO',
      apikeys_limit: 10,
      apikeys_used: 10
    })
    const eleventh = await create('Key 11')
    expect(eleventh.status).toBe(403)
    expect(eleventh.body._error.message).toContain('limit of 10 active API keys')
    expect(cloudcasa.keys()).toHaveLength(10)
  })

  it.each([
    [undefined, 'limit of 1 active API keys'],
    [{ maxKeys: 0 }, 'not available on the Free Service Plan']
  ])('creates no further key on the Free plan (%j)', async (limits, message) => {
    cloudcasa.setPlan('FREE', limits)
    const refused = await create('Another')
    expect([refused.status, refused.body._error.message]).toEqual([403, expect.stringContaining(message)])
  })

  it('pages, sorts and searches as Eve does, at most 50 a page', async () => {
    await create('B')
    await create('A')
    const sorted = (await ask(cloudcasa, 'GET /apikeys?sort=name&max_results=2&page=1')).body
    expect(sorted._items.map(({ name }) => name)).toEqual(['A', 'B'])
    expect(sorted._meta).toEqual({ page: 1, max_results: 2, total: 3 })
    expect((await ask(cloudcasa, 'GET /apikeys?max_results=500')).body._meta.max_results).toBe(50)
    const found = await ask(cloudcasa, `GET /apikeys?where=${encodeURIComponent('{"name":"B"}')}`)
    expect(found.body._items).toHaveLength(1)
  })

  it('keeps key management to the Admin role, and users from every key', async () => {
    const { apikey } = (await create('Reader', 1)).body
    expect((await ask(cloudcasa, 'GET /apikeys', { key: apikey })).status).toBe(403)
    expect((await ask(cloudcasa, 'GET /orgs/current', { key: apikey })).status).toBe(200)
    expect((await ask(cloudcasa, 'GET /users')).body._error).toEqual({
      code: 403,
      message: 'API Key access is not allowed for this resource'
    })
  })

  it('asks for JSON in both headers, and for credentials', async () => {
    expect((await ask(cloudcasa, 'GET /roles', { headers: { accept: 'text/html' } })).status).toBe(406)
    expect((await ask(cloudcasa, 'GET /roles', { headers: { 'content-type': 'text/plain' } })).status).toBe(415)
    expect((await ask(cloudcasa, 'GET /roles', { key: 'nobody' })).body).toEqual({
      _status: 'ERR',
      _error: { code: 401, message: 'Please provide proper credentials' }
    })
  })

  it('audits what was changed and by which key, not what was read or refused', async () => {
    await create('Reports')
    await create('Reports')
    const { body } = await ask(cloudcasa, 'GET /auditlogs')
    expect(body._meta.total).toBe(1)
    expect(body._items[0]).toMatchObject({
      method: 'POST',
      resource: '/api/v1/apikeys',
      status: 201,
      by: { type: 'apikey', name: 'Keyquay management' }
    })
  })
})
