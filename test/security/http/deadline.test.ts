import { createGzip } from 'node:zlib'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemClock } from '@main/node/clock'
import { createBlockedListener } from './blocked-listener'
import { codeOf, createRealClient, get, post, until } from './clients'
import { createServers, makeCertificate, type Certificate, type Servers } from './servers'

const DEADLINE_MS = 10_000
let certificate: Certificate
let servers: Servers

beforeAll(() => {
  certificate = makeCertificate('IP:127.0.0.1')
})
beforeEach(() => {
  servers = createServers()
})
afterEach(() => servers.close())

type Start = (options: { signal: AbortSignal; sending: () => void }) => {
  clock: ReturnType<typeof createRealClient>['clock']
  outcome: Promise<unknown>
  /** Answers when the exchange hangs where it should. */
  hanging: Promise<unknown>
}

const starts: Record<string, () => Promise<{ start: Start; close?: () => Promise<void> }>> = {
  'a stalled name look-up': async () => ({
    start: (options) => {
      const asked = Promise.withResolvers<null>()
      const lookup = () => {
        asked.resolve(null)
        return new Promise<never>(() => {})
      }
      const { clock, send } = createRealClient({ lookup })
      const outcome = send(post('https://api.example.com/'), { deadlineMs: DEADLINE_MS }, options)
      return { clock, outcome, hanging: asked.promise }
    }
  }),
  'a stalled TLS handshake': async () => {
    const server = await servers.raw((socket) => socket.resume())
    return {
      start: startAt(server.origin.replace('http:', 'https:'), () => until(() => server.connections.length > 0))
    }
  },
  'stalled headers': async () => {
    const server = await servers.plain(() => {})
    return { start: startAt(server.origin, () => server.requests(1)) }
  },
  'headers that drip': async () => {
    const server = await servers.raw((socket) => socket.write('HTTP/1.1 200 OK\r\nx-a: '))
    const drip = (): void => server.connections.forEach((socket) => socket.write('a'))
    return { start: startAt(server.origin, () => until(() => server.connections.length > 0), drip) }
  },
  'a dripping body': async () => {
    const server = await servers.raw((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\na'))
    const drip = (): void => server.connections.forEach((socket) => socket.write('a'))
    return { start: startAt(server.origin, () => until(() => server.connections.length > 0), drip) }
  },
  'a dripping gzip body over TLS': async () => {
    const server = await servers.secure(certificate, (response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      const gzip = createGzip()
      gzip.pipe(response)
      gzip.write('a')
      gzip.flush()
    })
    return { start: startAt(server.origin, () => server.requests(1)) }
  }
}
if (process.platform === 'linux') {
  starts['a stalled connect'] = async () => {
    const listener = await createBlockedListener()
    return {
      start: startAt(
        `http://127.0.0.1:${String(listener.port)}`,
        () => new Promise((resolve) => setImmediate(resolve))
      ),
      close: () => listener.close()
    }
  }
}

const beforeSending = new Set(['a stalled name look-up', 'a stalled connect', 'a stalled TLS handshake'])

function startAt(origin: string, hanging: () => Promise<unknown>, drip = (): void => {}): Start {
  return (options) => {
    const { clock, send } = createRealClient()
    const outcome = send(post(origin), { deadlineMs: DEADLINE_MS, ca: certificate.cert }, options)
    return {
      clock,
      outcome,
      hanging: hanging().then(async () => {
        for (let passed = 0; passed < DEADLINE_MS - 1_000; passed += 1_000) {
          drip()
          clock.pass(1_000)
          await new Promise((resolve) => setImmediate(resolve))
        }
      })
    }
  }
}

describe('check 68: a stalled connect, stalled headers and a dripping body all end at the deadline', () => {
  it.each(Object.keys(starts))('check 68: %s', async (name) => {
    const { start, close } = await starts[name]!()
    const ended = vi.fn()
    const sending = vi.fn()
    const { clock, outcome, hanging } = start({ signal: new AbortController().signal, sending })
    outcome.then(ended, ended)
    await hanging
    const untilDeadlineMs = name === 'a stalled name look-up' ? DEADLINE_MS : 1_000
    clock.pass(untilDeadlineMs - 1)
    await new Promise((resolve) => setImmediate(resolve))
    expect(ended).not.toHaveBeenCalled()
    clock.pass(1)
    await expect(outcome).rejects.toMatchObject({ code: 'provider-timeout', details: { seconds: 10 } })
    expect(clock.pending).toBe(0)
    expect(sending).toHaveBeenCalledTimes(beforeSending.has(name) ? 0 : 1)
    await close?.()
  })

  it.each(Object.keys(starts))('check 74: a cancel ends %s at once', async (name) => {
    const { start, close } = await starts[name]!()
    const cancelling = new AbortController()
    const { clock, outcome, hanging } = start({ signal: cancelling.signal, sending: () => {} })
    await hanging
    cancelling.abort()
    expect(await outcome.catch(codeOf)).toBe('cancelled')
    expect(clock.pending).toBe(0)
    await close?.()
  })

  it('check 68: the connection is closed with it', async () => {
    const server = await servers.plain(() => {})
    const { clock, send } = createRealClient()
    const outcome = send(get(server.origin), { deadlineMs: DEADLINE_MS }).catch(codeOf)
    await server.requests(1)
    const closed = new Promise((resolve) => server.connections[0]!.once('close', resolve))
    clock.pass(DEADLINE_MS)
    expect(await outcome).toBe('provider-timeout')
    await closed
    expect(server.received).toHaveLength(1)
  })

  it('check 68: with the clock of the system', async () => {
    const server = await servers.plain(() => {})
    const { send } = createRealClient({ clock: systemClock })
    expect(await send(get(server.origin), { deadlineMs: 20 }).catch(codeOf)).toBe('provider-timeout')
  })
})
