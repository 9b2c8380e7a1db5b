import { expect, test } from 'vitest'
import type { MadeKey } from '@main/connectors/connector'
import { askDirectly, failureOf, benchForEach } from './bench'

const bench = benchForEach('cloudapi')

const PROJECT = 'proj_8f2c4'
const createKey = (): Promise<MadeKey> => bench().create('key', { name: 'Core', project: PROJECT })

test('base URL https://api.cloudapi.dev/v1, the version in the path', () => {
  expect(bench().connector.description).toMatchObject({
    baseUrl: 'https://api.cloudapi.dev/v1',
    baseUrlProvenance: 'documented'
  })
})

test('POST /v1/keys takes a dashboard session, DELETE /v1/keys/{key_id} the API key', async () => {
  const { operations } = bench().kind('key')
  expect(operations.create).toMatchObject({
    provenance: 'documented',
    method: 'POST',
    path: '/keys',
    credential: 'dashboardSession'
  })
  expect(operations.revoke).toMatchObject({
    provenance: 'documented',
    method: 'DELETE',
    path: '/keys/{id}',
    credential: 'apiKey'
  })
  const { key } = await createKey()
  await bench().connector.revoke('key', key.remoteId, bench().exchange())
  expect(bench().server.requests.map(({ method, credentialName }) => [method, credentialName])).toEqual([
    ['POST', 'dashboardSession'],
    ['DELETE', 'apiKey']
  ])
})

test('without a dashboard session everything but creating keys goes on', async () => {
  const { apiKey } = bench().server.credentials
  const credentials = { credentials: { apiKey } }
  expect(await failureOf(bench().create('key', { name: 'Core', project: PROJECT }, credentials))).toEqual({
    code: 'credential-missing',
    details: { credential: 'Dashboard session token', connection: 'CloudAPI' }
  })
  await bench().connector.list('key', bench().exchange(credentials))
  await bench().create('token', { name: 'ci-token', scopes: ['users:read'] }, credentials)
})

test('an API key in the place of the dashboard session is refused with 401', async () => {
  const { apiKey } = bench().server.credentials
  const credentials = { credentials: { apiKey, dashboardSession: apiKey } }
  expect(await failureOf(bench().create('key', { name: 'Core', project: PROJECT }, credentials))).toMatchObject({
    code: 'provider-credential-refused'
  })
})

test('keys are scoped per project: proj_8f2c4 "Core Platform" is offered, and one is needed', async () => {
  const projects = await bench().connector.options('projects', bench().exchange())
  expect(projects[0]).toMatchObject({ id: PROJECT, label: 'Core Platform', description: 'active' })
  expect(await failureOf(bench().create('key', { name: 'Core' }))).toMatchObject({
    code: 'input-invalid',
    details: { path: 'project' }
  })
  expect(await failureOf(bench().create('key', { name: 'Core', project: 'proj_other' }))).toMatchObject({
    code: 'provider-rejected',
    details: { status: 422 }
  })
  expect((await createKey()).key.project).toBe(PROJECT)
})

test('prefixes: sk_live_ for keys, cap_ for tokens, key_ and tok_ for their ids', async () => {
  const { key, secret } = await createKey()
  expect(key.remoteId).toMatch(/^key_/)
  expect(secret).toMatch(/^sk_live_/)
  const token = await bench().create('token', { name: 'ci-token', scopes: ['users:read', 'usage:read'] })
  expect(token.key.remoteId).toMatch(/^tok_/)
  expect(token.secret).toMatch(/^cap_/)
  expect(bench().connector.formatMismatch('key', token.secret)).toBe('sk_live_ and letters or digits')
  expect(bench().connector.formatMismatch('token', secret)).toBe('cap_ and letters or digits')
})

test('a key has no name, a token has one and its scopes', async () => {
  expect(bench().kind('key').nameLabel).toBeNull()
  const { key } = await bench().create('token', { name: 'ci-token', scopes: ['users:read', 'usage:read'] })
  const [listed] = await bench().connector.list('token', bench().exchange())
  expect(listed).toMatchObject({ remoteId: key.remoteId, name: 'ci-token', scopes: ['users:read', 'usage:read'] })
})

test('scopes are <resource>:<action>; users:read and usage:read are known', async () => {
  expect(
    bench()
      .kind('token')
      .scopes.catalogue.map(({ id }) => id)
  ).toEqual(['users:read', 'usage:read'])
  expect(await failureOf(bench().create('token', { name: 'x', scopes: ['everything'] }))).toEqual({
    code: 'scope-unknown',
    details: { scope: 'everything' }
  })
  // Of the right form, but not one of the provider's.
  expect(await failureOf(bench().create('token', { name: 'x', scopes: ['billing:write'] }))).toMatchObject({
    code: 'provider-rejected',
    details: { status: 422 }
  })
  expect(await failureOf(bench().create('token', { name: 'x' }))).toMatchObject({ code: 'input-invalid' })
})

test('a token without usage:read is accepted all the same', async () => {
  const { secret } = await bench().create('token', { name: 'users only', scopes: ['users:read'] })
  expect(await bench().connector.verify('token', secret, bench().exchange())).toBe(true)
})

test('a token is refused what its scopes do not cover with 403', async () => {
  const { secret } = await bench().create('token', { name: 'users only', scopes: ['users:read'] })
  const credentials = { credentials: { apiKey: secret } }
  expect(await failureOf(bench().connector.list('token', bench().exchange(credentials)))).toMatchObject({
    code: 'provider-forbidden'
  })
})

test('usage of the billing period 2026-03-01 to 2026-03-31: 184,902 requests, overage 0', async () => {
  bench().server.setUsage({ requests: 184_902 })
  expect(await bench().connector.usageTotals(bench().exchange())).toMatchObject({
    periodStart: '2026-03-01T00:00:00.000Z',
    periodEnd: '2026-03-31T00:00:00.000Z',
    metrics: [
      { metric: 'requests', used: 184_902, limit: 200_000, unit: 'requests' },
      { metric: 'overage', used: 0, limit: null, unit: 'requests' }
    ],
    renewals: []
  })
})

test('a list of 120 tokens is read with next_cursor in 3 pages of 50', async () => {
  for (let at = 0; at < 120; at += 1)
    await askDirectly(bench().server, 'POST /tokens', { body: { name: `ci-${String(at)}`, scopes: ['users:read'] } })
  bench().server.clearRequests()
  const tokens = await bench().connector.list('token', bench().exchange())
  expect(new Set(tokens.map(({ name }) => name)).size).toBe(120)
  expect(bench().server.countOf('GET', /^\/tokens$/)).toBe(3)
})

test('revoking a key is said to be immediate and not to be undone', () => {
  expect(bench().kind('key').confirmRevoke).toBe('Revokes an API key immediately. This action cannot be undone.')
})

test('what is not documented says so: lists, revoking tokens', () => {
  const provenanceOf = (kind: string): object =>
    Object.fromEntries(
      Object.entries(bench().kind(kind).operations).map(([name, operation]) => [name, operation.provenance])
    )
  const common = { list: 'assumed', create: 'documented', verify: 'documented' }
  expect(provenanceOf('key')).toEqual({ ...common, revoke: 'documented' })
  expect(provenanceOf('token')).toEqual({ ...common, revoke: 'assumed' })
})
