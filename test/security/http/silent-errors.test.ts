import { inspect } from 'node:util'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@contract/errors'
import type { HttpPolicy, HttpRequest } from '@main/ports/http'
import { createRealClient, get, post, resolveTo, SECRET } from './clients'
import { createServers, makeCertificate, type Certificate, type Servers } from './servers'

let certificate: Certificate
let servers: Servers
beforeAll(() => {
  certificate = makeCertificate('IP:127.0.0.1')
})
beforeEach(() => {
  servers = createServers()
})
afterEach(() => servers.close())

/** Every failure there is, with the secret in path, query, header and body, and in what the server says. */
const failures: Record<
  string,
  () => Promise<{ origin: string; policy?: Partial<HttpPolicy>; request?: Partial<HttpRequest> }>
> = {
  'no URL': async () => ({ origin: 'https://api.example.com:99999' }),
  userinfo: async () => ({ origin: `https://user:${SECRET}@api.example.com` }),
  'plain http': async () => ({ origin: 'http://api.example.com' }),
  'another host': async () => ({ origin: 'https://api.example.com', policy: { origin: 'https://example.com' } }),
  'a private address': async () => ({ origin: 'https://10.0.0.1' }),
  'a private name': async () => ({ origin: 'https://api.example.com' }),
  'a header of two lines': async () => ({
    origin: 'https://api.example.com',
    request: { headers: { authorization: `Bearer ${SECRET}\r\nx-injected: 1` } }
  }),
  'a header outside ASCII': async () => ({
    origin: 'https://api.example.com',
    request: { headers: { authorization: `${SECRET}✓` } }
  }),
  'a header’s name': async () => ({ origin: 'https://api.example.com', request: { headers: { [`x ${SECRET}`]: '' } } }),
  'no server': async () => {
    const { origin } = await servers.raw(() => {})
    await servers.close()
    return { origin }
  },
  'a reset': async () => servers.raw((socket) => socket.resetAndDestroy()),
  'no HTTP': async () => servers.raw((socket) => socket.end(`${SECRET} is what you sent\r\n\r\n`)),
  'no certificate to trust': async () => servers.secure(certificate, (response) => response.end()),
  'a redirect': async () =>
    servers.plain((response) => response.writeHead(302, { location: `https://${SECRET}.test/?${SECRET}` }).end(SECRET)),
  'too large': async () => ({
    ...(await servers.plain((response) => response.end(SECRET.repeat(10)))),
    policy: { maxBytes: 20 }
  }),
  'no gzip': async () =>
    servers.plain((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(SECRET)),
  'an unknown encoding': async () =>
    servers.plain((response) => response.writeHead(200, { 'content-encoding': SECRET }).end(SECRET))
}

describe('check 78: no failure holds a URL’s path, a query, a header or a body', () => {
  it.each(Object.keys(failures))('check 78: %s', async (name) => {
    const { origin, policy = {}, request = {} } = await failures[name]!()
    const { client } = createRealClient({ lookup: resolveTo('10.0.0.1') })
    const url = `${origin}/keys/${SECRET}?token=${SECRET}`
    const sent = post(url, { headers: { authorization: SECRET }, ...request })
    const full = {
      origin,
      allowPrivate: false,
      ca: null,
      deadlineMs: 30_000,
      maxBytes: 1_000,
      requestsPerMinute: null,
      paceKey: 'a',
      ...policy
    }
    const error: unknown = await client.send(sent, full, { signal: new AbortController().signal }).then(
      () => null,
      (reason: unknown) => reason
    )
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).cause).toBeUndefined()
    const seen = inspect(error, { depth: Infinity, showHidden: true })
    // A stack may name a local file; it may not quote what was sent.
    expect(seen).not.toContain(SECRET)
    expect(seen).not.toContain('/keys')
  })

  it('check 78: the reason of a cancel is not handed on', async () => {
    const server = await servers.plain(() => {})
    const cancelling = new AbortController()
    const outcome = createRealClient().send(get(server.origin), {}, { signal: cancelling.signal })
    await server.requests(1)
    cancelling.abort(new Error(SECRET))
    const error: unknown = await outcome.catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'cancelled', details: {} })
    expect((error as AppError).cause).toBeUndefined()
    expect(inspect(error)).not.toContain(SECRET)
  })
})
