import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { remoteRequest } from '@contract/model/connection'
import type { Exchange, MadeKey } from '@main/connectors/connector'
import { createConnector } from '@main/connectors/create-connector'
import { createHttpClient } from '@main/connectors/http/http-client'
import { createMappingRunnerInThread } from '@main/connectors/mapping-in-thread'
import { toCreateInput } from '@main/core/remote/request'
import { systemClock } from '@main/node/clock'
import { createHttpTransport } from '@main/node/http-transport'
import type { HttpWait } from '@main/ports/http'
import { failureOf, readBuiltIn, type Asked } from '../contract/connectors/bench'
import { installVerdaccio } from './verdaccio/install'
import { startVerdaccio, type Verdaccio } from './verdaccio/start'

const PASSWORD = 'correct horse'
const manifest = readBuiltIn('npm-registry')
const http = createHttpClient({ transport: createHttpTransport(), clock: systemClock, random: Math.random })
const parts = { http, mapping: createMappingRunnerInThread(), userAgent: 'Keyquay/0.0.0' }
const connector = createConnector(manifest, parts, { builtIn: true })
const [kind] = connector.description.kinds
const waits: HttpWait[] = []

function exchangeWith(verdaccio: Verdaccio, credentials: Record<string, string>): Exchange {
  return {
    account: {
      baseUrl: verdaccio.url,
      variables: {},
      overrides: {},
      credentials,
      policy: { allowPrivate: false, ca: null, paceKey: verdaccio.url }
    },
    signal: AbortSignal.timeout(60_000),
    nowMs: Date.now(),
    waiting: (wait) => {
      if (wait !== null) waits.push(wait)
    }
  }
}

function create(exchange: Exchange, asked: Partial<Asked> = {}): Promise<MadeKey> {
  const request = remoteRequest.parse({ name: 'ci', scopes: ['read-write'], ...asked })
  return connector.create('token', toCreateInput(kind!, request, exchange.nowMs), exchange)
}

const program = { path: '' }
beforeAll(() => {
  program.path = installVerdaccio()
}, 300_000)

describe('tokens of a real Verdaccio', () => {
  let verdaccio: Verdaccio
  let sessionToken: string
  let exchange: Exchange
  beforeAll(async () => {
    verdaccio = await startVerdaccio(program.path)
    sessionToken = await verdaccio.addUser('ada', PASSWORD)
    exchange = exchangeWith(verdaccio, { sessionToken, password: PASSWORD })
  }, 60_000)
  afterAll(() => verdaccio.stop())

  test('the session token is accepted', async () => {
    await connector.test(exchange)
  })

  test('a read-only token bound to addresses is created, listed, works, is revoked and works no more', async () => {
    const ipRanges = ['127.0.0.0/8', '203.0.113.0/24']
    const { key, secret } = await create(exchange, { scopes: ['read-only'], ipRanges })
    expect(key).toMatchObject({ name: 'ci', scopes: ['read-only'], ipRanges, status: 'active', expiresAt: null })
    expect(key.remoteId).toMatch(/^[0-9a-f]{16,}$/)
    expect(await verdaccio.whoami(secret)).toBe('ada')
    expect(await connector.verify('token', secret, exchange)).toBe(true)

    const list = await connector.list('token', exchange)
    expect(JSON.stringify(list)).not.toContain(secret)
    const listed = list.find(({ remoteId }) => remoteId === key.remoteId)
    expect(listed).toMatchObject({ scopes: ['read-only'], ipRanges, status: 'active', createdAt: key.createdAt })
    expect(listed?.preview).toMatch(/^\S+\.\.\.\S+$/)

    await connector.revoke('token', key.remoteId, exchange)
    expect(await verdaccio.whoami(secret)).toBeNull()
    expect(await connector.verify('token', secret, exchange)).toBe(false)
    expect(await connector.list('token', exchange)).toEqual(list.filter((one) => one !== listed))
  })

  test('a token bound to other addresses is not accepted from here', async () => {
    const { key, secret } = await create(exchange, { ipRanges: ['203.0.113.0/24'] })
    expect(await connector.verify('token', secret, exchange)).toBe(false)
    await connector.revoke('token', key.remoteId, exchange)
  })

  test('a read-only token lists tokens and cannot make or revoke any', async () => {
    const { key, secret } = await create(exchange, { scopes: ['read-only'] })
    const readOnly = exchangeWith(verdaccio, { sessionToken: secret, password: PASSWORD })
    expect(await connector.list('token', readOnly)).toHaveLength(1)
    expect(await failureOf(create(readOnly))).toMatchObject({ code: 'provider-forbidden' })
    const revoking = connector.revoke('token', key.remoteId, readOnly)
    expect(await failureOf(revoking)).toMatchObject({ code: 'provider-forbidden' })
    await connector.revoke('token', key.remoteId, exchange)
  })

  test('a token that may write is told apart from a read-only one', async () => {
    const { key } = await create(exchange)
    const listed = (await connector.list('token', exchange)).find(({ remoteId }) => remoteId === key.remoteId)
    expect(listed).toMatchObject({ scopes: ['read-write'], ipRanges: [] })
    await connector.revoke('token', key.remoteId, exchange)
  })

  test('rotated by a successor: both work until the old one is revoked', async () => {
    const old = await create(exchange)
    const fresh = await create(exchange)
    expect([await verdaccio.whoami(old.secret), await verdaccio.whoami(fresh.secret)]).toEqual(['ada', 'ada'])
    await connector.revoke('token', old.key.remoteId, exchange)
    expect([await verdaccio.whoami(old.secret), await verdaccio.whoami(fresh.secret)]).toEqual([null, 'ada'])
    await connector.revoke('token', fresh.key.remoteId, exchange)
  })

  test('a list of 40 tokens is read whole', async () => {
    const made: MadeKey[] = []
    for (let at = 0; at < 40; at += 1) made.push(await create(exchange))
    const ids = new Set((await connector.list('token', exchange)).map(({ remoteId }) => remoteId))
    expect(made.every(({ key }) => ids.has(key.remoteId))).toBe(true)
    for (const { key } of made) await connector.revoke('token', key.remoteId, exchange)
  })

  test('a wrong password makes no token', async () => {
    const wrong = exchangeWith(verdaccio, { sessionToken, password: 'wrong' })
    expect(await failureOf(create(wrong))).toMatchObject({ code: 'provider-credential-refused' })
    expect(await connector.list('token', exchange)).toEqual([])
  })

  test('without a password nothing is sent', async () => {
    const without = exchangeWith(verdaccio, { sessionToken })
    expect(await failureOf(create(without))).toEqual({
      code: 'credential-missing',
      details: { credential: 'Password of the account', connection: 'npm registry' }
    })
  })

  test('an unknown session token is refused', async () => {
    const unknown = exchangeWith(verdaccio, { sessionToken: 'b3RoZXI6dG9rZW4=', password: PASSWORD })
    for (const attempt of [
      () => connector.test(unknown),
      () => connector.list('token', unknown),
      () => create(unknown)
    ])
      expect(await failureOf(attempt())).toMatchObject({ code: 'provider-credential-refused' })
  })

  test('a one-time password goes along as a header and does no harm where none is asked for', async () => {
    const withOtp = exchangeWith(verdaccio, { sessionToken, password: PASSWORD, otp: '123456' })
    const { key } = await create(withOtp)
    await connector.revoke('token', key.remoteId, withOtp)
  })

  test('a token that is not there counts as revoked', async () => {
    await connector.revoke('token', '0123456789abcdef', exchange)
  })

  test('a registry that is not there is unreachable', async () => {
    const gone = exchangeWith({ ...verdaccio, url: 'http://127.0.0.1:1' }, { sessionToken, password: PASSWORD })
    expect(await failureOf(create(gone))).toMatchObject({ code: 'provider-unreachable' })
  })
})

describe('the rate limit of a real Verdaccio: 3 requests in 3 seconds', () => {
  let verdaccio: Verdaccio
  let exchange: Exchange
  beforeAll(async () => {
    verdaccio = await startVerdaccio(program.path, { windowMs: 3_000, max: 3 })
    const sessionToken = await verdaccio.addUser('ada', PASSWORD)
    exchange = exchangeWith(verdaccio, { sessionToken, password: PASSWORD })
  }, 60_000)
  afterAll(() => verdaccio.stop())

  test('429 with Retry-After and plain text: nothing is made, and the wait is told', async () => {
    const made = await Promise.all([create(exchange), create(exchange), create(exchange)])
    const failure = await failureOf(create(exchange))
    expect(failure).toMatchObject({ code: 'provider-rate-limited' })
    const { retryAfterMs } = failure.details as { retryAfterMs: number }
    expect(retryAfterMs).toBeGreaterThan(0)
    expect(retryAfterMs).toBeLessThanOrEqual(3_000)
    expect(await connector.list('token', exchange)).toHaveLength(made.length)
  })

  test('a list is asked for again after the wait, and then is whole', async () => {
    waits.length = 0
    const lists = await Promise.all([1, 2, 3, 4, 5].map(() => connector.list('token', exchange)))
    expect(lists.map((list) => list.length)).toEqual([3, 3, 3, 3, 3])
    expect(waits.map(({ reason }) => reason)).toContain('rate-limit')
  })
})
