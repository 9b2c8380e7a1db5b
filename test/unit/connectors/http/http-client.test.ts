import { describe, expect, it } from 'vitest'
import { createHttpClient } from '@main/connectors/http/http-client'
import type { HttpRequest, HttpResponse, HttpWait } from '@main/ports/http'
import { createManualClock } from '../../../fakes/manual-clock'
import { codeOf, get, policyFor, post, until } from '../../../security/http/clients'
import { answer, createFakeTransport, unreachable } from './fake-transport'

const URL = 'https://api.example.com/keys'

function setUp(...outcomes: (HttpResponse | Error)[]) {
  const clock = createManualClock()
  const transport = createFakeTransport(...outcomes)
  const waits: (HttpWait | null)[] = []
  const client = createHttpClient({ transport, clock, random: () => 0 })
  const send = (request: HttpRequest, requestsPerMinute: number | null = null) =>
    client.send(request, policyFor('https://api.example.com', { requestsPerMinute }), {
      signal: new AbortController().signal,
      waiting: (wait) => waits.push(wait)
    })
  return { clock, transport, waits, send }
}

describe('the HTTP client', () => {
  it('hands the judged request to the transport', async () => {
    const { transport, send } = setUp(answer(200))
    await send(post('https://API.example.com:443/keys?a=1', { headers: { 'user-agent': 'Keyquay/0.1.0' } }))
    expect(transport.exchanges).toMatchObject([
      {
        method: 'POST',
        url: 'https://api.example.com/keys?a=1',
        headers: { 'user-agent': 'Keyquay/0.1.0' },
        maxBytes: 2 * 1024 * 1024
      }
    ])
  })

  it('waits out a rate limit and says until when', async () => {
    const { clock, transport, waits, send } = setUp(answer(429, { 'retry-after': '12' }), answer(200))
    const startMs = clock.nowMs()
    const outcome = send(get(URL))
    await until(() => waits.length > 0)
    expect(waits).toEqual([{ reason: 'rate-limit', untilMs: startMs + 12_000 }])
    clock.pass(12_000)
    expect((await outcome).status).toBe(200)
    expect(waits.at(-1)).toBeNull()
    expect(transport.exchanges).toHaveLength(2)
  })

  it('gives the answer back when a provider asks for more than a minute', async () => {
    const { clock, transport, waits, send } = setUp(answer(429, { 'retry-after': '61' }))
    expect(await send(get(URL))).toMatchObject({ status: 429, headers: { 'retry-after': '61' } })
    expect(transport.exchanges).toHaveLength(1)
    expect(waits).toEqual([])
    expect(clock.pending).toBe(0)
  })

  it('paces every try', async () => {
    const { clock, transport, waits, send } = setUp(unreachable(), answer(200))
    const outcome = send(get(URL), 1)
    await until(() => waits.length > 0)
    expect(waits).toMatchObject([{ reason: 'pacing' }])
    expect(transport.exchanges).toHaveLength(1)
    clock.pass(60_000)
    expect((await outcome).status).toBe(200)
  })

  it('gives what ended the last try, whatever came before', async () => {
    expect((await setUp(unreachable(), answer(503), unreachable(), answer(404)).send(get(URL))).status).toBe(404)
    const { send } = setUp(answer(503), answer(503), answer(503), unreachable())
    expect(await send(get(URL)).catch(codeOf)).toBe('provider-unreachable')
  })

  it('takes a 404 as final for what is done when gone', async () => {
    const { transport, send } = setUp(unreachable(), answer(404))
    const request = get(URL, { method: 'DELETE', repeat: 'done-when-gone' })
    expect((await send(request)).status).toBe(404)
    expect(transport.exchanges).toHaveLength(2)
  })

  it.each([
    ['a line break', { 'x-a': 'b\r\nx-c: d' }, 'headers.x-a'],
    ['a null byte', { 'x-a': '\0' }, 'headers.x-a'],
    ['text outside ASCII', { 'x-a': 'é' }, 'headers.x-a'],
    ['capitals in a name', { 'X-A': 'b' }, 'headers'],
    ['a space in a name', { 'x a': 'b' }, 'headers'],
    ['no name', { '': 'b' }, 'headers'],
    ['another host', { host: 'evil.test' }, 'headers.host'],
    ['its own length', { 'content-length': '0' }, 'headers.content-length'],
    ['its own framing', { 'transfer-encoding': 'chunked' }, 'headers.transfer-encoding']
  ])('refuses a header with %s and sends nothing', async (_, headers, path) => {
    const { transport, send } = setUp(answer(200))
    await expect(send(post(URL, { headers }))).rejects.toMatchObject({ code: 'input-invalid', details: { path } })
    expect(transport.exchanges).toHaveLength(0)
  })
})
