import { describe, expect, test } from 'vitest'
import type { MadeKey } from '@main/connectors/connector'
import type { RemoteKey } from '@contract/model/connection'
import { askDirectly, failureOf, benchForEach, type Asked } from './bench'

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

describe('the value', () => {
  test('cnx_prod_, cnx_stg_, cnx_dev_ and 30 characters; the list shows the first 4 and "..."', async () => {
    for (const environment of ['prod', 'stg', 'dev']) {
      const { key, secret } = await create({ environment })
      const prefix = `cnx_${environment}_`
      expect(secret).toMatch(new RegExp(`^${prefix}[A-Za-z0-9]{30}$`))
      expect(key).toMatchObject({ environment, preview: `${secret.slice(0, prefix.length + 4)}...` })
    }
    expect(bench().connector.formatMismatch('key', `cnx_prod_${'a'.repeat(30)}`)).toBeNull()
    for (const wrong of [`cnx_prod_${'a'.repeat(29)}`, `cnx_prod_${'a'.repeat(31)}`, `cnx_ci_${'a'.repeat(30)}`])
      expect(bench().connector.formatMismatch('key', wrong)).toContain('30 letters or digits')
  })

  test('an environment is needed, and one of the three', async () => {
    expect(await failureOf(create({ environment: 'ci' }))).toMatchObject({ code: 'input-invalid' })
    expect(await failureOf(create({ environment: null }))).toMatchObject({ code: 'input-invalid' })
  })
})

describe('scopes', () => {
  test('the four sentences of the page', () => {
    const sentences = bench()
      .kind('key')
      .scopes.catalogue.map(({ id, description }) => `${id} - ${description}`)
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
    expect(await failureOf(bench().create('key', asked, { credentials: { apiKey: secret } }))).toMatchObject({
      code: 'provider-forbidden',
      details: { message: 'The scopes of this key do not cover the call.' }
    })
  })

  test('services are fetched, and a key is bound to them', async () => {
    const services = await bench().connector.options('services', bench().exchange())
    expect(services.map(({ id }) => id)).toEqual(['compute', 'storage', 'network', 'billing', 'admin'])
    expect((await get((await create({ services: ['storage'] })).key.remoteId)).services).toEqual(['storage'])
  })
})

describe('IP allowlist', () => {
  test('CIDR ranges such as 203.0.113.0/24 let in and shut out', async () => {
    const { key, secret } = await create({ scopes: ['admin:write'], ipRanges: ['203.0.113.0/24'] })
    const path = '/v2/keys'
    expect(bench().server.useKey(secret, { path, ip: '203.0.113.7' })).toBe(200)
    expect(bench().server.useKey(secret, { path, ip: '198.51.100.1' })).toBe(403)
    await bench().connector.update('key', key, { ipRanges: [] }, bench().exchange())
    expect(bench().server.useKey(secret, { path, ip: '198.51.100.1' })).toBe(200)
  })

  test('what is no range is refused before anything is sent', async () => {
    bench().server.clearRequests()
    expect(await failureOf(create({ ipRanges: ['203.0.113.0/33'] }))).toEqual({
      code: 'ip-range-invalid',
      details: { range: '203.0.113.0/33' }
    })
    expect(bench().server.requests).toEqual([])
  })
})

test('a list of 102 keys is read in 3 pages of 50', async () => {
  for (let at = 0; at < 101; at += 1) {
    const body = { name: `Key ${String(at)}`, environment: 'dev', scopes: ['compute:read'] }
    await askDirectly(bench().server, 'POST /keys', { body })
  }
  bench().server.clearRequests()
  expect(await bench().connector.list('key', bench().exchange())).toHaveLength(102)
  expect(bench().server.countOf('GET', /^\/keys$/)).toBe(3)
})

test('the table shows when a key was last used: at a time, or Never', async () => {
  const { key, secret } = await create()
  expect((await get(key.remoteId)).lastUsedAt).toBeNull()
  bench().server.useKey(secret)
  expect((await get(key.remoteId)).lastUsedAt).toMatch(/^2026-03-10T/)
})

test('the usage log of one key, with method, path, status and address', async () => {
  const { key, secret } = await create({ scopes: ['compute:read'] })
  bench().server.useKey(secret, { path: '/v2/instances', ip: '203.0.113.7' })
  const start = { cursor: null, since: null }
  const { records } = await bench().connector.usageLogPage('key', key.remoteId, start, bench().exchange())
  expect(records).toMatchObject([
    { remoteId: key.remoteId, method: 'GET', path: '/v2/instances', status: 200, ip: '203.0.113.7' }
  ])
})
