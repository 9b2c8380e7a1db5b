import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { codeOf, createRealClient, get, post } from './clients'
import { createServers, type Servers } from './servers'

let servers: Servers
beforeEach(() => {
  servers = createServers()
})
afterEach(() => servers.close())

const status = (code: number) => (response: ServerResponse) =>
  void response.writeHead(code, { 'retry-after': '0' }).end('{}')

const faults: Record<string, { answer: (response: ServerResponse) => void; outcome: number | string }> = {
  'a reset before the headers': {
    answer: (response) => response.socket?.resetAndDestroy(),
    outcome: 'provider-unreachable'
  },
  'a close before the headers': { answer: (response) => response.socket?.end(), outcome: 'provider-unreachable' },
  'a reset after the headers': {
    answer: (response) => {
      response.writeHead(201, { 'content-length': '100' })
      response.write('{', () => response.socket?.resetAndDestroy())
    },
    outcome: 'provider-unreachable'
  },
  'a close in the middle of the body': {
    answer: (response) => {
      response.writeHead(201, { 'content-length': '100' })
      response.write('{', () => response.socket?.end())
    },
    outcome: 'provider-unreachable'
  },
  '408': { answer: status(408), outcome: 408 },
  '429': { answer: status(429), outcome: 429 },
  '500': { answer: status(500), outcome: 500 },
  '502': { answer: status(502), outcome: 502 },
  '503': { answer: status(503), outcome: 503 }
}

describe('check 70: POST is sent at most once per user action', () => {
  it.each(Object.keys(faults))('check 70: under %s', async (name) => {
    const { answer, outcome } = faults[name]!
    const server = await servers.plain(answer)
    const { clock, send } = createRealClient()
    expect(await send(post(`${server.origin}/keys`)).then((got) => got.status, codeOf)).toBe(outcome)
    expect(server.received.map(({ method }) => method)).toEqual(['POST'])
    expect(server.connections).toHaveLength(1)
    // Nothing is left that could send it later.
    expect(clock.pending).toBe(0)
  })

  it('check 70: under a timeout', async () => {
    const server = await servers.plain(() => {})
    const { clock, send } = createRealClient()
    const outcome = send(post(server.origin)).catch(codeOf)
    await server.requests(1)
    clock.pass(30_000)
    expect(await outcome).toBe('provider-timeout')
    expect(server.received).toHaveLength(1)
    expect(clock.pending).toBe(0)
  })

  it('check 70: after a connection the server kept open and then closed', async () => {
    const server = await servers.plain((response, { method }) => {
      if (method === 'POST') response.socket?.resetAndDestroy()
      else response.writeHead(200, { connection: 'keep-alive', 'keep-alive': 'timeout=60' }).end('{}')
    })
    const { send } = createRealClient()
    await send(get(server.origin))
    expect(await send(post(server.origin)).catch(codeOf)).toBe('provider-unreachable')
    expect(server.received.map(({ method }) => method)).toEqual(['GET', 'POST'])
    expect(server.connections).toHaveLength(2)
  })

  it.each(Object.keys(faults))('a request that only reads is sent four times under %s', async (name) => {
    const server = await servers.plain(faults[name]!.answer)
    const { send } = createRealClient()
    expect(await send(get(server.origin)).then((got) => got.status, codeOf)).toBe(faults[name]!.outcome)
    expect(server.received).toHaveLength(4)
  })

  it('tells whether the provider can know of a request that failed', async () => {
    const server = await servers.plain((response) => response.socket?.resetAndDestroy())
    const sending = vi.fn()
    const { send } = createRealClient()
    expect(await send(post(server.origin), {}, { sending }).catch(codeOf)).toBe('provider-unreachable')
    expect(sending).toHaveBeenCalledOnce()
    await servers.close()
    expect(await send(post(server.origin), {}, { sending }).catch(codeOf)).toBe('provider-unreachable')
    expect(sending).toHaveBeenCalledOnce()
  })
})
