import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRealClient, get, post } from '../../../security/http/clients'
import { createServers, type Servers } from '../../../security/http/servers'

let servers: Servers
beforeEach(() => {
  servers = createServers()
})
afterEach(() => servers.close())

const text = (body: Uint8Array): string => Buffer.from(body).toString()

describe('the transport', () => {
  it('sends method, path, headers and body as they are', async () => {
    const server = await servers.plain((response) => response.end())
    const { send } = createRealClient()
    const headers = { 'user-agent': 'Keyquay/0.1.0', 'content-type': 'application/json', 'x-name': 'a, b;c="d"' }
    await send(post(`${server.origin}/keys?name=a%20b`, { headers, body: '{"name":"Schlüssel"}' }))
    expect(server.received).toMatchObject([
      {
        method: 'POST',
        path: '/keys?name=a%20b',
        body: '{"name":"Schlüssel"}',
        headers: {
          ...headers,
          host: server.origin.slice('http://'.length),
          'content-length': '21',
          'accept-encoding': 'gzip, deflate, br',
          connection: 'close'
        }
      }
    ])
  })

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)('sends %s without a body', async (method) => {
    const server = await servers.plain((response) => response.end())
    expect((await createRealClient().send(get(server.origin, { method }))).status).toBe(200)
    expect(server.received).toMatchObject([{ method, body: '' }])
    expect(server.received[0]!.headers['transfer-encoding']).toBeUndefined()
  })

  it('joins the values of a header, in a record that inherits nothing', async () => {
    const server = await servers.raw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nX-A: 1\r\nx-a: 2\r\nSet-Cookie: a\r\nSet-Cookie: b\r\n__proto__: c\r\n\r\nbody')
    )
    const { headers } = await createRealClient().send(get(server.origin))
    expect(Object.entries(headers)).toEqual([
      ['x-a', '1, 2'],
      ['set-cookie', 'a, b'],
      ['__proto__', 'c']
    ])
    expect(Object.getPrototypeOf(headers)).toBeNull()
  })

  it.each([
    ['gzip', gzipSync],
    ['GZIP', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (body: Buffer) => body]
  ])('decodes %s', async (encoding, encode) => {
    const server = await servers.plain((response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(encode(Buffer.from('{"name":"ä"}')))
    )
    expect(text((await createRealClient().send(get(server.origin))).body)).toBe('{"name":"ä"}')
  })

  it.each([
    ['two encodings', 'gzip, gzip', gzipSync(gzipSync('{}'))],
    ['an unknown encoding', 'zstd', Buffer.from('{}')],
    ['plain text said to be gzip', 'gzip', Buffer.from('{}')],
    ['plain text said to be br', 'br', Buffer.from('<!doctype html><p>hello</p>')],
    ['gzip cut off', 'gzip', gzipSync('a long enough text').subarray(0, -4)],
    ['gzip with something behind it', 'gzip', Buffer.concat([gzipSync('{}'), Buffer.from('more')])],
    ['deflate without its wrapper', 'deflate', deflateRawSync('{}')]
  ])('does not read %s', async (_, encoding, body) => {
    const server = await servers.plain((response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body)
    )
    await expect(createRealClient().send(get(server.origin))).rejects.toMatchObject({
      code: 'provider-answer-unreadable',
      details: { expected: 'gzip, deflate, br' }
    })
    expect(server.received).toHaveLength(1)
  })

  it.each([
    ['HEAD', 200],
    ['GET', 204],
    ['GET', 304]
  ] as const)('takes %s %d without a body, whatever its encoding', async (method, status) => {
    const server = await servers.plain((response) => response.writeHead(status, { 'content-encoding': 'gzip' }).end())
    const answer = await createRealClient().send(get(server.origin, { method }))
    expect([answer.status, answer.body.length]).toEqual([status, 0])
  })

  it('takes an empty body in any encoding', async () => {
    const head = 'HTTP/1.1 500 Oops\r\ncontent-encoding: gzip\r\ncontent-length: 0\r\n\r\n'
    const server = await servers.raw((socket) => socket.end(head))
    expect((await createRealClient().send(post(server.origin))).body).toHaveLength(0)
  })

  it('reads no answer that is not HTTP', async () => {
    const server = await servers.raw((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'))
    await expect(createRealClient().send(get(server.origin))).rejects.toMatchObject({
      code: 'provider-answer-unreadable',
      details: { expected: 'HTTP' }
    })
  })

  it('waits past interim answers for the real one', async () => {
    const server = await servers.raw((socket) =>
      socket.end('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n\r\nbody')
    )
    expect(text((await createRealClient().send(get(server.origin))).body)).toBe('body')
  })

  it('switches to no other protocol', async () => {
    const server = await servers.raw((socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n')
    )
    await expect(createRealClient().send(post(server.origin))).rejects.toMatchObject({ code: 'provider-unreachable' })
  })

  it('takes a body of exactly the cap and none of one byte more', async () => {
    const server = await servers.plain((response) => response.end('12345'))
    expect((await createRealClient().send(get(server.origin), { maxBytes: 5 })).body).toHaveLength(5)
    await expect(createRealClient().send(get(server.origin), { maxBytes: 4 })).rejects.toMatchObject({
      code: 'provider-answer-too-large',
      details: { limitBytes: 4 }
    })
  })

  it('leaves no connection behind', async () => {
    const server = await servers.plain((response) => response.writeHead(200, { connection: 'keep-alive' }).end('{}'))
    await createRealClient().send(get(server.origin))
    const socket = server.connections[0]!
    if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve))
    expect(socket.destroyed).toBe(true)
  })
})
