import { setTimeout as passed } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import type { RemoteKey } from '@contract/model/connection'
import type { MadeKey } from '@main/connectors/connector'
import { askDirectly, benchForEach, failureOf } from './bench'

const bench = benchForEach('cloudcasa')
let admin: string
beforeEach(async () => {
  const [role] = await bench().connector.options('roles', bench().exchange())
  admin = role!.id
})

const create = (): Promise<MadeKey> =>
  bench().create('key', { name: 'Terraform', description: 'Nightly', roles: [admin] })
const get = (id: string): Promise<RemoteKey> => bench().connector.get('key', id, bench().exchange())

describe('etags', () => {
  test('an edit and a delete send If-Match, fetched right before', async () => {
    const { key } = await create()
    bench().server.clearRequests()
    await bench().connector.update('key', key, { description: 'Weekly' }, bench().exchange())
    await bench().connector.revoke('key', key.remoteId, bench().exchange())
    expect(bench().server.requests.map(({ method, status }) => [method, status])).toEqual([
      ['GET', 200],
      ['PUT', 200],
      ['GET', 200],
      ['DELETE', 204]
    ])
    expect((await askDirectly(bench().server, 'DELETE /apikeys/none')).status).toBe(404)
  })

  test('412: somebody else changed the key in between, and their change stays', async () => {
    const { key } = await create()
    bench().server.fault({ kind: 'delay', ms: 200, method: 'PUT', times: 1 })
    const mine = failureOf(bench().connector.update('key', key, { description: 'mine' }, bench().exchange()))
    while (bench().server.countOf('PUT', /^\/apikeys/) === 0) await passed(5)
    const seen = await askDirectly(bench().server, `GET /apikeys/${key.remoteId}`)
    const body = { name: 'Theirs', description: 'theirs', roles: key.roles }
    const headers = { 'if-match': String(seen.body._etag) }
    expect((await askDirectly(bench().server, `PUT /apikeys/${key.remoteId}`, { body, headers })).status).toBe(200)
    expect(await mine).toMatchObject({ code: 'provider-conflict' })
    expect(await get(key.remoteId)).toMatchObject({ name: 'Theirs', description: 'theirs' })
  })

  test('428 without If-Match is a conflict too', async () => {
    const { key } = await create()
    bench().server.fault({ kind: 'status', code: 428, method: 'PUT', times: 1 })
    expect(await failureOf(bench().connector.update('key', key, { name: 'x' }, bench().exchange()))).toMatchObject({
      code: 'provider-conflict'
    })
  })
})

describe('errors', () => {
  test('422 for a name that is taken, with the field', async () => {
    await create()
    expect(await failureOf(create())).toMatchObject({
      code: 'provider-rejected',
      details: { status: 422, message: "name: value 'Terraform' is not unique" }
    })
  })

  test('a resource that refuses API keys says so with 403', async () => {
    const overrides = { 'key.operations.list.path': '/users' }
    expect(await failureOf(bench().connector.list('key', bench().exchange({ overrides })))).toMatchObject({
      code: 'provider-forbidden',
      details: { message: 'API Key access is not allowed for this resource' }
    })
  })
})

test('the resource of API keys is assumed to be "apikeys", and the connection may say another', async () => {
  const [variable] = bench().connector.description.variables
  expect(variable).toMatchObject({ id: 'keysPath', default: 'apikeys' })
  const list = (keysPath: string): Promise<RemoteKey[]> =>
    bench().connector.list('key', bench().exchange({ variables: { keysPath } }))
  expect(await list('apikeys')).toHaveLength(1)
  expect(await failureOf(list('api-keys'))).toMatchObject({ code: 'provider-not-found' })
  expect(await failureOf(list('../users'))).toMatchObject({
    code: 'input-invalid',
    details: { path: 'variables.keysPath' }
  })
})
