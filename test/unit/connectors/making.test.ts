import { describe, expect, it } from 'vitest'
import type { RemoteKey } from '@contract/model/connection'
import type { CreateInput, Exchange } from '@main/connectors/connector'
import {
  connectorOf,
  CREDENTIAL,
  exchangeWith,
  failureOf,
  manifestWith,
  newKey,
  NOW,
  SECRET,
  serve,
  type Reply
} from './support'

const ANSWER = { id: 'k1', name: 'deploy', key: SECRET, created_at: NOW }
const AT = '2026-12-20T09:00:00.000Z'

async function create(
  change: Parameters<typeof manifestWith>[0],
  input: Partial<CreateInput> = {},
  reply: Reply = { status: 201, json: ANSWER },
  more: Partial<Exchange['account']> = {}
) {
  const provider = await serve(() => reply)
  const made = connectorOf(manifestWith(change)).create('key', newKey(input), exchangeWith(provider.baseUrl, more))
  return { made: await made, sent: provider.received[0]! }
}
const bodyOf = async (body: string, input: Partial<CreateInput> = {}, operation: object = {}): Promise<unknown> => {
  const { sent } = await create({ operations: { create: { body, ...operation } } }, input)
  return JSON.parse(sent.body) as unknown
}

describe('a new key', () => {
  it('is what the answer says, with its value and a masked form', async () => {
    const { made } = await create({})
    expect(made).toMatchObject({
      key: { remoteId: 'k1', name: 'deploy', preview: 'ex_AbCd…', status: 'active', createdAt: NOW },
      secret: SECRET,
      previousEndsAt: null
    })
  })

  it('is what was asked for where the answer says nothing', async () => {
    const { made } = await create(
      { kind: { fields: { remoteId: 'id', name: 'name', scopes: 'scopes' } } },
      { scopes: ['a:read'], expiry: { kind: 'at', at: AT, days: 30 } },
      { json: { id: 'k1', key: SECRET } }
    )
    expect(made.key).toMatchObject({ name: 'deploy', scopes: ['a:read'], expiresAt: AT })
  })

  it('is not lost over a fact that cannot be read', async () => {
    const { made } = await create({}, {}, { json: { id: 'k1', key: SECRET, name: { a: 1 }, created_at: 'soon' } })
    expect(made).toMatchObject({ key: { remoteId: 'k1', name: 'deploy', createdAt: null }, secret: SECRET })
  })

  it('is asked for with a body of what was asked, without what is null', async () => {
    expect(
      await bodyOf('{label: name, note: description || null, scopes: scopes, env: environment}', { scopes: ['a'] })
    ).toEqual({ label: 'deploy', scopes: ['a'] })
    expect(await bodyOf('{name: name, env: environment, more: {a: project}}', {}, { omitNull: false })).toEqual({
      name: 'deploy',
      env: null,
      more: { a: null }
    })
  })

  it('ends when it is said, in the form the provider wants', async () => {
    const forms =
      '{iso: expiry.iso, date: expiry.date, s: expiry.unix_s, ms: expiry.unix_ms, ttl: expiry.ttl_s, days: expiry.ttl_days, hours: expiry.ttl_hours}'
    expect(await bodyOf(forms, { expiry: { kind: 'at', at: AT, days: 30 } })).toEqual({
      iso: AT,
      date: '2026-12-20',
      s: Date.parse(AT) / 1_000,
      ms: Date.parse(AT),
      ttl: 2_592_000,
      days: 30,
      hours: 720
    })
  })

  it('never ends, or as the provider does, as the manifest says either', async () => {
    const body = '{name: name, expires_at: expiry.iso}'
    const operation = { omitNull: false, omitOnDefaultExpiry: ['expires_at'] }
    expect(await bodyOf(body, { expiry: { kind: 'never' } }, operation)).toEqual({ name: 'deploy', expires_at: null })
    expect(await bodyOf(body, { expiry: { kind: 'default' } }, operation)).toEqual({ name: 'deploy' })
    expect(await bodyOf('{ttl: expiry.never && `0` || expiry.ttl_s}', { expiry: { kind: 'never' } })).toEqual({
      ttl: 0
    })
  })

  it('is asked for as a form where the provider wants one', async () => {
    const { sent } = await create(
      { operations: { create: { bodyType: 'form', body: '{name: name, scope: scopes}' } } },
      { name: 'a b&c', scopes: ['x', 'y'] }
    )
    expect(sent.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(sent.body).toBe('name=a%20b%26c&scope=x&scope=y')
  })

  it('is asked for with a password in the body that no expression sees', async () => {
    const credentials = { apiKey: { kind: 'bearer', label: 'Key' }, password: { kind: 'body', label: 'Password' } }
    const { sent } = await create(
      { top: { credentials }, operations: { create: { body: '{all: @}', bodySecrets: { password: 'password' } } } },
      {},
      undefined,
      { credentials: { apiKey: CREDENTIAL, password: 'hunter2!' } }
    )
    const body = JSON.parse(sent.body) as { all: unknown; password: string }
    expect(body.password).toBe('hunter2!')
    expect(JSON.stringify(body.all)).not.toContain('hunter2!')
    expect(JSON.stringify(body.all)).not.toContain(CREDENTIAL)
  })

  it('carries a fresh idempotency key where the manifest names its header', async () => {
    const change = { operations: { create: { idempotencyHeader: 'Idempotency-Key' } } }
    const one = await create(change)
    const other = await create(change)
    expect(one.sent.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/)
    expect(one.sent.headers['idempotency-key']).not.toBe(other.sent.headers['idempotency-key'])
  })
})

describe('credentials go their own way', () => {
  const sentWith = async (
    credential: object,
    values: Record<string, string> = { apiKey: CREDENTIAL },
    top: object = {}
  ) =>
    (
      await create({ top: { credentials: { apiKey: { label: 'Key', ...credential } }, ...top } }, {}, undefined, {
        credentials: values
      })
    ).sent

  it('in a header of their own, with what stands before them', async () => {
    expect((await sentWith({ kind: 'header', header: 'X-Api-Key' })).headers['x-api-key']).toBe(CREDENTIAL)
    expect((await sentWith({ kind: 'header', header: 'Authorization', prefix: 'Token ' })).headers.authorization).toBe(
      `Token ${CREDENTIAL}`
    )
  })

  it('as user and password', async () => {
    const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`
    expect((await sentWith({ kind: 'basic', user: 'api' })).headers.authorization).toBe(basic(`api:${CREDENTIAL}`))
    expect((await sentWith({ kind: 'basic', secretIs: 'user' })).headers.authorization).toBe(basic(`${CREDENTIAL}:`))
  })

  it('in the query', async () => {
    expect((await sentWith({ kind: 'query', param: 'api_key' })).path).toBe(`/keys?api_key=${CREDENTIAL}`)
  })

  it('and are missed by their name', async () => {
    const provider = await serve(() => ({ json: ANSWER }))
    const making = connectorOf(manifestWith()).create(
      'key',
      newKey(),
      exchangeWith(provider.baseUrl, { credentials: {} })
    )
    expect(await failureOf(making)).toEqual({
      code: 'credential-missing',
      details: { credential: 'Management key', connection: 'Example' }
    })
    expect(provider.received).toEqual([])
  })
})

describe('what may have been done is never called not done', () => {
  const unknown = { code: 'provider-outcome-unknown', details: { name: 'deploy' } }
  const cases: [string, Reply][] = [
    ['a reset', 'reset'],
    ['500', { status: 500, json: {} }],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '5' }, json: {} }],
    ['408', { status: 408, json: {} }],
    ['a redirection', { status: 303, headers: { location: '/v1/keys/k1' } }],
    ['a web page', { status: 200, text: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } }],
    ['nothing at all', { status: 201 }],
    ['no secret', { status: 201, json: { id: 'k1' } }],
    ['a secret that is none', { status: 201, json: { id: 'k1', key: 12345 } }],
    ['a secret with a control character', { status: 201, json: { id: 'k1', key: 'ex_\u0007abc' } }],
    ['no id', { status: 201, json: { key: SECRET } }]
  ]
  it.each(cases)('%s', async (_, reply) => {
    const provider = await serve(() => reply)
    const making = connectorOf(manifestWith()).create('key', newKey(), exchangeWith(provider.baseUrl))
    expect(await failureOf(making)).toEqual(unknown)
    expect(provider.received).toHaveLength(1)
  })

  it('not even where a rule of the manifest would say so', async () => {
    const provider = await serve(() => ({ status: 503, json: {} }))
    const manifest = manifestWith({ top: { rateLimit: { statuses: [429, 503] } } })
    expect(await failureOf(connectorOf(manifest).create('key', newKey(), exchangeWith(provider.baseUrl)))).toEqual(
      unknown
    )
  })

  it('nor when it is cancelled on its way', async () => {
    const stop = new AbortController()
    const provider = await serve(() => {
      stop.abort()
      return 'reset'
    })
    const exchange = { ...exchangeWith(provider.baseUrl), signal: stop.signal }
    expect(await failureOf(connectorOf(manifestWith()).create('key', newKey(), exchange))).toEqual(unknown)
  })

  it('but before it left it is', async () => {
    const making = connectorOf(manifestWith())
    expect((await failureOf(making.create('key', newKey(), exchangeWith('http://api.example.com/v1')))).code).toBe(
      'url-not-https'
    )
    expect((await failureOf(making.create('key', newKey(), exchangeWith('https://10.0.0.1/v1')))).code).toBe(
      'url-private'
    )
    const stopped = { ...exchangeWith('http://127.0.0.1:9/v1'), signal: AbortSignal.abort() }
    expect((await failureOf(making.create('key', newKey(), stopped))).code).toBe('cancelled')
  })

  it.each([
    [401, 'provider-credential-refused'],
    [402, 'provider-limit-reached'],
    [403, 'provider-forbidden'],
    [409, 'provider-conflict'],
    [422, 'provider-rejected'],
    [429, 'provider-rate-limited']
  ])('and %i is a plain no', async (status, code) => {
    const provider = await serve(() => ({ status, json: { error: { message: 'no' } } }))
    expect(
      (await failureOf(connectorOf(manifestWith()).create('key', newKey(), exchangeWith(provider.baseUrl)))).code
    ).toBe(code)
    expect(provider.received).toHaveLength(1)
  })
})

describe('rotation', () => {
  const current: RemoteKey = {
    remoteId: 'k1',
    name: 'deploy',
    description: '',
    preview: 'ex_AbCd…',
    scopes: ['a:read'],
    roles: [],
    services: [],
    ipRanges: [],
    environment: null,
    project: null,
    status: 'active',
    createdAt: '2026-01-01T00:00:00.000Z',
    expiresAt: AT,
    lastUsedAt: null
  }
  const rotate = async (kind: object, reply: Reply, operation: object = {}) => {
    const provider = await serve(() => reply)
    const fields = { secret: 'key', previousEndsAt: 'previous.expires_at' }
    const rotating = { method: 'POST', path: '/keys/{id}/rotate', body: '{key_id: id}', fields, ...operation }
    const manifest = manifestWith({ kind, operations: { rotate: rotating } })
    const made = await connectorOf(manifest).rotate('key', current, 'ex_old', exchangeWith(provider.baseUrl))
    return { made, sent: provider.received[0]! }
  }

  it('with grace gives a key of its own and says when the old value ends', async () => {
    const { made, sent } = await rotate(
      {
        rotation: { mode: 'grace', graceHours: 24 },
        fields: { remoteId: 'id', name: 'name', expiresAt: 'expires_at' }
      },
      {
        status: 201,
        json: { id: 'k2', key: SECRET, expires_at: null, previous: { id: 'k1', expires_at: '2026-11-21T09:00:00Z' } }
      }
    )
    expect(sent).toMatchObject({ method: 'POST', path: '/keys/k1/rotate', body: '{"key_id":"k1"}' })
    expect(made).toMatchObject({
      key: { remoteId: 'k2', name: 'deploy', scopes: ['a:read'], expiresAt: null },
      secret: SECRET,
      previousEndsAt: '2026-11-21T09:00:00.000Z'
    })
  })

  it('in place keeps the id and what the answer does not say', async () => {
    const { made } = await rotate(
      { rotation: { mode: 'in-place' }, fields: { remoteId: 'id', createdAt: 'created_at', expiresAt: 'ends' } },
      { json: { key: SECRET } }
    )
    expect(made.key).toMatchObject({ remoteId: 'k1', name: 'deploy', createdAt: current.createdAt, expiresAt: AT })
  })

  it('with grace and no new id is not known', async () => {
    await expect(
      rotate({ rotation: { mode: 'grace', graceHours: 24 } }, { json: { key: SECRET } })
    ).rejects.toMatchObject({ code: 'provider-outcome-unknown', details: { name: 'deploy' } })
  })

  it('sends the old value where the provider asks for it', async () => {
    const { sent } = await rotate(
      {},
      { json: { id: 'k2', key: SECRET } },
      { body: null, bodySecrets: { token: 'secret' } }
    )
    expect(sent.body).toBe('{"token":"ex_old"}')
  })
})
