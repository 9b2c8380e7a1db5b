import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { codeOf, createRealClient, get, post, resolveTo } from './clients'
import { createServers, makeCertificate, type Certificate, type Servers } from './servers'

let own: Certificate
let another: Certificate
let expired: Certificate
let otherHost: Certificate
let servers: Servers

beforeAll(() => {
  own = makeCertificate('IP:127.0.0.1')
  another = makeCertificate('IP:127.0.0.1')
  expired = makeCertificate('IP:127.0.0.1', -1)
  otherHost = makeCertificate('DNS:api.example.com')
})
beforeEach(() => {
  servers = createServers()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await servers.close()
})

describe('check 66: http is refused except to loopback', () => {
  it.each([
    'http://api.example.com/keys',
    'http://10.0.0.5/',
    'http://[2606:4700::1111]/',
    'http://0/',
    'http://foo.localhost/'
  ])('check 66: %s', async (url) => {
    const lookup = resolveTo('127.0.0.1')
    await expect(createRealClient({ lookup }).send(post(url), { allowPrivate: true })).rejects.toMatchObject({
      code: 'url-not-https'
    })
    expect(lookup.asked).toEqual([])
  })

  it('check 66: localhost that leads away from this computer', async () => {
    const { send } = createRealClient({ lookup: resolveTo('93.184.215.14') })
    await expect(send(post('http://localhost/'))).rejects.toMatchObject({ code: 'url-not-https' })
  })

  it.each(['http://127.0.0.1', 'http://127.9.8.7', 'http://localhost', 'http://[::1]'])(
    'goes to %s',
    async (origin) => {
      const server = await servers.plain((response) => response.end('here'))
      const url = `${origin}:${String(server.port)}/`
      const { send } = createRealClient()
      const outcome = await send(get(url, { repeat: 'once' })).then(({ status }) => status, codeOf)
      // The server listens on 127.0.0.1 only; what counts is that the others were tried, not refused.
      expect([200, 'provider-unreachable']).toContain(outcome)
      if (origin === 'http://127.0.0.1') expect(outcome).toBe(200)
    }
  )
})

describe('check 66: URLs with userinfo are refused', () => {
  it.each([
    'https://user:pass@api.example.com/',
    'https://user@api.example.com/',
    'https://@api.example.com/',
    'https://:@api.example.com/'
  ])('check 66: %s', async (url) => {
    const lookup = resolveTo('127.0.0.1')
    await expect(createRealClient({ lookup }).send(post(url))).rejects.toMatchObject({
      code: 'url-invalid',
      details: {}
    })
    expect(lookup.asked).toEqual([])
  })
})

describe('check 66: TLS errors are refused', () => {
  const refused = async (certificate: Certificate, ca: string | null): Promise<void> => {
    const server = await servers.secure(certificate, (response) => response.end('trusted'))
    const sending = vi.fn()
    await expect(createRealClient().send(post(server.origin), { ca }, { sending })).rejects.toMatchObject({
      code: 'provider-tls-failed',
      details: { host: `127.0.0.1:${String(server.port)}` }
    })
    expect(server.received).toEqual([])
    expect(sending).not.toHaveBeenCalled()
  }

  it('check 66: a certificate nobody vouches for', () => refused(own, null))
  it('check 66: one that another authority vouches for', () => refused(own, another.cert))
  it('check 66: an expired one', () => refused(expired, expired.cert))
  it('check 66: one of another host', () => refused(otherHost, otherHost.cert))

  it('check 66: NODE_TLS_REJECT_UNAUTHORIZED=0 changes nothing', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    const server = await servers.secure(own, (response) => response.end('trusted'))
    // Node's own default does change: otherwise this test would show nothing.
    const status = await new Promise((resolve, reject) => {
      https
        .get(server.origin, { agent: false }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
        .on('error', reject)
    })
    expect(status).toBe(200)
    await refused(own, null)
  })

  it('check 66: a server that speaks no TLS', async () => {
    const server = await servers.plain((response) => response.end())
    const url = server.origin.replace('http:', 'https:')
    await expect(createRealClient().send(post(url))).rejects.toMatchObject({ code: 'provider-tls-failed' })
    expect(server.received).toEqual([])
  })

  it('tells a connection that was lost from a certificate that is not trusted', async () => {
    for (const lose of [(socket: Socket) => socket.resetAndDestroy(), (socket: Socket) => socket.end()]) {
      const server = await servers.raw((socket) => {
        socket.once('data', () => lose(socket))
      })
      const url = server.origin.replace('http:', 'https:')
      await expect(createRealClient().send(post(url))).rejects.toMatchObject({ code: 'provider-unreachable' })
    }
  })

  it('trusts the authority of the connection, for that connection only', async () => {
    const server = await servers.secure(own, (response) => response.end('trusted'))
    const { send } = createRealClient()
    const answer = await send(post(server.origin), { ca: own.cert })
    expect(Buffer.from(answer.body).toString()).toBe('trusted')
    await expect(send(post(server.origin))).rejects.toMatchObject({ code: 'provider-tls-failed' })
    expect(server.received).toHaveLength(1)
  })
})

describe('the environment has no say', () => {
  it('proxy variables are not read', async () => {
    const proxy = await servers.plain((response) => response.end('proxied'))
    const server = await servers.plain((response) => response.end('direct'))
    const restore = http.setGlobalProxyFromEnv({ http_proxy: proxy.origin, https_proxy: proxy.origin })
    try {
      // Node's own requests do go there: otherwise this test would show nothing.
      await new Promise((resolve, reject) => {
        http.get(server.origin, (response) => response.resume().on('end', resolve)).on('error', reject)
      })
      expect(proxy.received).toHaveLength(1)
      const answer = await createRealClient().send(get(server.origin))
      expect(Buffer.from(answer.body).toString()).toBe('direct')
      expect(proxy.connections).toHaveLength(1)
    } finally {
      restore()
    }
  })
})
