import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createRealClient, get } from './clients'
import { createServers, type Servers } from './servers'

const MIB = 1024 * 1024
const DECODED = 50 * MIB
const CAP = 2 * MIB

const bombs = new Map<string, Buffer>()
let servers: Servers

beforeAll(() => {
  const zeros = Buffer.alloc(DECODED)
  for (const [encoding, encode] of [
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync]
  ] as const) {
    bombs.set(encoding, encode(zeros))
  }
})
beforeEach(() => {
  servers = createServers()
})
afterEach(() => servers.close())

/** How far the bytes held outside the heap rose while `work` ran. */
async function peakBytes(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().arrayBuffers
  let [peak, running] = [before, true]
  const look = (): void => {
    peak = Math.max(peak, process.memoryUsage().arrayBuffers)
    if (running) setImmediate(look)
  }
  look()
  await work()
  running = false
  return peak - before
}

const tooLarge = { code: 'provider-answer-too-large', details: { limitBytes: CAP } }

describe('check 69: a response of 50 MB when decoded is cut at the cap', () => {
  it.each(['gzip', 'deflate', 'br'])('check 69: %s', async (encoding) => {
    const bomb = bombs.get(encoding)!
    expect(bomb.length).toBeLessThan(CAP / 10)
    const server = await servers.plain((response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb)
    )
    const { send } = createRealClient()
    const peak = await peakBytes(() => expect(send(get(server.origin))).rejects.toMatchObject(tooLarge))
    expect(peak).toBeLessThan(5 * CAP)
    expect(server.received).toHaveLength(1)
  })

  it('check 69: it is 50 MB to whoever takes them', async () => {
    const server = await servers.plain((response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bombs.get('gzip'))
    )
    const answer = await createRealClient().send(get(server.origin), { maxBytes: DECODED })
    expect(answer.body.length).toBe(DECODED)
    await expect(createRealClient().send(get(server.origin), { maxBytes: DECODED - 1 })).rejects.toMatchObject({
      code: 'provider-answer-too-large'
    })
  })

  it('check 69: plain and without an end', async () => {
    const server = await servers.raw((socket) => {
      const more = (): void => {
        while (!socket.destroyed && socket.write(Buffer.alloc(64 * 1024, 'a')));
      }
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.on('drain', more)
      more()
    })
    const closed = new Promise((resolve) => {
      void createRealClient()
        .send(get(server.origin))
        .catch((error: unknown) => {
          expect(error).toMatchObject(tooLarge)
          server.connections[0]!.once('close', resolve)
        })
    })
    await closed
  })

  it('check 69: in pieces of one byte', async () => {
    const piece = '1\r\na\r\n'.repeat(10_000)
    const server = await servers.raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
      for (let times = 0; times < 30; times += 1) socket.write(piece)
      socket.end('0\r\n\r\n')
    })
    const answer = await createRealClient().send(get(server.origin))
    expect(answer.body.length).toBe(300_000)
  })

  it('check 69: headers of more than 16 KiB', async () => {
    const server = await servers.raw((socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`))
    await expect(createRealClient().send(get(server.origin))).rejects.toMatchObject({
      code: 'provider-answer-too-large',
      details: { limitBytes: 16 * 1024 }
    })
  })
})
