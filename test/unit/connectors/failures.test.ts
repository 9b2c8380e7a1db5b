import { describe, expect, it } from 'vitest'
import { showMessage } from '@main/connectors/hide'
import { connectorOf, CREDENTIAL, exchangeWith, failureOf, manifestWith, serve, type Reply } from './support'

async function failure(reply: Reply, top: object = {}) {
  const provider = await serve(() => reply)
  const failed = await failureOf(
    connectorOf(manifestWith({ top: { ...top } })).list('key', exchangeWith(provider.baseUrl))
  )
  return { ...failed, host: new URL(provider.baseUrl).host }
}
const rules = (...list: object[]) => ({ errors: { rules: list } })

describe('what a failure means', () => {
  it.each([
    [400, 'provider-rejected'],
    [401, 'provider-credential-refused'],
    [402, 'provider-limit-reached'],
    [403, 'provider-forbidden'],
    [404, 'provider-not-found'],
    [409, 'provider-conflict'],
    [410, 'provider-not-found'],
    [418, 'provider-rejected'],
    [422, 'provider-rejected']
  ])('is said by its status: %i', async (status, code) => {
    expect(await failure({ status, json: { error: { message: 'told' } } })).toMatchObject({ code })
  })

  it('is said by the rules of the manifest first: status, code, words', async () => {
    const limit = rules({ status: [403], messageIncludes: 'LIMIT OF', means: 'limit' })
    expect(await failure({ status: 403, json: { message: 'The limit of 10 keys is reached' } }, limit)).toMatchObject({
      code: 'provider-limit-reached',
      details: { message: 'The limit of 10 keys is reached' }
    })
    expect(await failure({ status: 403, json: { message: 'no' } }, limit)).toMatchObject({ code: 'provider-forbidden' })
    expect(
      await failure(
        { status: 400, json: { error: { code: 'token_expired' } } },
        rules({ code: ['token_expired'], means: 'credential' })
      )
    ).toMatchObject({ code: 'provider-credential-refused' })
    expect(await failure({ status: 400, json: { code: 7 } }, rules({ code: ['7'], means: 'not-found' }))).toMatchObject(
      { code: 'provider-not-found' }
    )
  })

  it('is server trouble at 500, after it was asked again', async () => {
    const provider = await serve(() => ({ status: 500, json: {} }))
    const failed = await failureOf(connectorOf(manifestWith()).list('key', exchangeWith(provider.baseUrl)))
    expect(failed).toEqual({ code: 'provider-failed', details: { host: new URL(provider.baseUrl).host, status: 500 } })
    expect(provider.received).toHaveLength(4)
  })
})

describe('a wait that is asked for', () => {
  const waits = (reply: object, top: object = {}) => failure({ status: 429, json: {}, ...reply }, top)

  it('is told in milliseconds', async () => {
    expect(await waits({ headers: { 'retry-after': '600' } })).toMatchObject({
      code: 'provider-rate-limited',
      details: { retryAfterMs: 600_000 }
    })
  })

  it('may stand in another header or in the body', async () => {
    const body = { rateLimit: { retryAfter: { in: 'body', path: 'retry_in', unit: 'ms' } } }
    const once = (await serve(() => ({ status: 429, json: { retry_in: 90_000 } }))).baseUrl
    const connector = connectorOf(manifestWith({ top: body, operations: { create: {} } }))
    const creating = connector.create(
      'key',
      {
        name: 'n',
        description: '',
        scopes: [],
        roles: [],
        services: [],
        ipRanges: [],
        environment: null,
        project: null,
        expiry: { kind: 'never' }
      },
      exchangeWith(once)
    )
    expect(await failureOf(creating)).toMatchObject({
      code: 'provider-rate-limited',
      details: { retryAfterMs: 90_000 }
    })
  })
})

describe('a message of the provider', () => {
  it('is one clean line without a secret', async () => {
    const message = `Bad key ${CREDENTIAL}\u0007\n${'x'.repeat(500)}`
    const { details } = await failure({ status: 422, json: { error: { message } } })
    const { message: shown } = details as { message: string }
    expect(shown).toMatch(/^Bad key •••• x+$/)
    expect(shown).toHaveLength(200)
  })

  it('may be a plain text, and is empty for a web page', async () => {
    expect(await failure({ status: 403, text: 'Too many keys' })).toMatchObject({
      details: { message: 'Too many keys' }
    })
    expect(await failure({ status: 403, text: '<html>no', headers: { 'content-type': 'text/html' } })).toMatchObject({
      details: { message: '' }
    })
  })

  it('hides a secret however it came back', () => {
    const secret = 'p@ss/word+1'
    const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')]
    for (const form of forms) expect(showMessage(`<${form}>`, [secret])).toBe('<••••>')
    expect(showMessage(secret.repeat(1_000), [secret])).not.toContain('p@ss')
    expect(showMessage(`${'•'.repeat(3_995)}${secret}`, [secret])).not.toContain('p@')
  })
})

describe('an answer that is no list of keys', () => {
  const cases: [string, Reply, string][] = [
    [
      'a web page',
      { text: '<!doctype html><title>Sign in</title>', headers: { 'content-type': 'text/html' } },
      'JSON, not a web page'
    ],
    ['plain text', { text: 'OK' }, 'JSON'],
    ['half of JSON', { text: '{"data": [', headers: { 'content-type': 'application/json' } }, 'JSON'],
    ['nothing', {}, 'JSON, not an empty answer'],
    ['another shape', { json: { keys: [] } }, 'an answer its fields can be read from'],
    ['records without an id', { json: { data: [{ name: 'x' }] } }, 'an id for each key'],
    ['an id that is an object', { json: { data: [{ id: {} }] } }, 'an id for each key'],
    ['a name that is a list', { json: { data: [{ id: 'a', name: ['x'] }] } }, 'name as text'],
    ['a date that is none', { json: { data: [{ id: 'a', created_at: 'soon' }] } }, 'createdAt as iso']
  ]
  it.each(cases)('%s', async (_, reply, expected) => {
    const { host, ...failed } = await failure(reply)
    expect(failed).toEqual({ code: 'provider-answer-unreadable', details: { host, expected } })
  })
})
