import { describe, expect, it } from 'vitest'
import { checkOverrides, overridden, overrideNames, withOverrides } from '@main/connectors/overrides'
import { connectorOf, exchangeWith, failureOf, manifestWith, serve } from './support'

const manifest = manifestWith({
  top: { account: { test: { provenance: 'assumed', method: 'GET', path: '/me', credential: 'apiKey' } } }
})

describe('a connection may have otherwise', () => {
  it('the paths of operations and the fields of keys', () => {
    const names = overrideNames(manifest)
    expect(names).toEqual(
      expect.arrayContaining([
        'account.test.path',
        'key.operations.list.path',
        'key.operations.revoke.path',
        'key.fields.name',
        'key.fields.lastUsedAt'
      ])
    )
    expect(names).toHaveLength(1 + 3 + 14)
    expect(overridden(manifest, 'key.operations.revoke.path')).toBe('/keys/{id}')
    expect(overridden(manifest, 'key.fields.createdAt')).toBe('created_at')
    expect(overridden(manifest, 'key.fields.lastUsedAt')).toBeNull()
    expect(overridden(manifest, 'key.operations.constructor.path')).toBeNull()
  })

  it('which are then used, and in the manifest stay as they are', async () => {
    const provider = await serve(() => ({ json: { data: [{ id: 'a', title: 'deploy' }] } }))
    const overrides = {
      'key.operations.list.path': '/tokens',
      'key.fields.name': 'title',
      'account.test.path': '/whoami',
      'gone.fields.name': 'x'
    }
    const connector = connectorOf(manifest)
    const exchange = exchangeWith(provider.baseUrl, { overrides })
    expect(await connector.list('key', exchange)).toMatchObject([{ name: 'deploy' }])
    await connector.test(exchange)
    expect(provider.received.map(({ path }) => path)).toEqual(['/tokens?limit=50', '/whoami'])
    expect(overridden(manifest, 'key.operations.list.path')).toBe('/keys')
  })

  it.each([
    ['key.operations.list.path', 'tokens', /begins with \//],
    ['key.operations.list.path', '/tokens/{secret}', /only these blanks/],
    ['key.fields.name', 'pad_left(name, `9`)', /without pad_left/],
    ['account.test.path', '/../admin', /without \/\/ and \.\./]
  ])('but nothing wrong: %s = %s', async (name, value, expected) => {
    const failed = await failureOf(Promise.resolve().then(() => withOverrides(manifest, { [name]: value })))
    expect(failed).toMatchObject({
      code: 'input-invalid',
      details: { path: name, expected: expect.stringMatching(expected) as string }
    })
  })
})

describe('an override leads to no other key', () => {
  it.each(['/keys/k_foreign', '/keys/{name}', '/keys/%7Bid%7D', '/keys/k_foreign;{id}'])(
    'refuses a path without the blanks of its own: %s',
    async (path) => {
      const provider = await serve(() => ({ json: {} }))
      const overrides = { 'key.operations.revoke.path': path }
      const refused = {
        code: 'input-invalid',
        details: { path: 'key.operations.revoke.path', expected: 'a path with {id}' }
      }
      const connector = connectorOf(manifest)
      expect(await failureOf(connector.revoke('key', 'k_own', exchangeWith(provider.baseUrl, { overrides })))).toEqual(
        refused
      )
      expect(provider.received).toEqual([])
      for (const check of [() => connector.checkOverrides(overrides), () => checkOverrides(manifest, overrides)]) {
        expect(await failureOf(Promise.resolve().then(check))).toEqual(refused)
      }
    }
  )

  it('and takes one that keeps them, whatever the rest is', () => {
    expect(() =>
      checkOverrides(manifest, {
        'key.operations.revoke.path': '/tokens/{id}/end',
        'key.fields.name': 'title',
        'gone.operations.revoke.path': '/x'
      })
    ).not.toThrow()
  })

  it('takes one without a variable of the connection, which is the same for every key', () => {
    const own = manifestWith({
      top: {
        connection: {
          baseUrl: 'https://api.example.com',
          provenance: 'assumed',
          variables: [{ id: 'org', label: 'Organization' }]
        }
      },
      operations: { revoke: { method: 'DELETE', path: '/{org}/keys/{id}' } }
    })
    expect(() => checkOverrides(own, { 'key.operations.revoke.path': '/acme/keys/{id}' })).not.toThrow()
    expect(() => checkOverrides(own, { 'key.operations.revoke.path': '/{org}/keys' })).toThrow()
  })
})

describe('variables of a connection', () => {
  const variables = [
    { id: 'org', label: 'Organization', pattern: '[a-z]{2,8}' },
    { id: 'site', label: 'Site', default: 'eu', options: ['eu', 'us'] },
    { id: 'team', label: 'Team', required: false }
  ]
  const withVariables = manifestWith({
    top: { connection: { baseUrl: 'https://{site}.example.com', provenance: 'assumed', variables } },
    operations: {
      list: {
        path: '/orgs/{org}/keys',
        query: { site: '{site}', team: '{team}' },
        headers: { 'X-Org': '{org}' },
        pagination: { kind: 'none' }
      }
    }
  })

  it('stand in the path, the query and the headers; an empty one leaves its parameter out', async () => {
    const provider = await serve(() => ({ json: { data: [] } }))
    await connectorOf(withVariables).list('key', exchangeWith(provider.baseUrl, { variables: { org: 'acme' } }))
    expect(provider.received[0]).toMatchObject({ path: '/orgs/acme/keys?site=eu', headers: { 'x-org': 'acme' } })
  })

  it.each([
    [{}, 'org', 'a value'],
    [{ org: 'ACME' }, 'org', 'a value that fits [a-z]{2,8}'],
    [{ org: 'acme', site: 'mars' }, 'site', 'one of eu, us']
  ])('are checked before anything is sent: %j', async (given, id, expected) => {
    const provider = await serve(() => ({ json: {} }))
    const listing = connectorOf(withVariables).list('key', exchangeWith(provider.baseUrl, { variables: given }))
    expect(await failureOf(listing)).toEqual({ code: 'input-invalid', details: { path: `variables.${id}`, expected } })
    expect(provider.received).toEqual([])
  })
})
