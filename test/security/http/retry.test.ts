import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createHttpClient } from '@main/connectors/http/http-client'
import { fullJitterMs, MOST_TRIES, nextTryInMs } from '@main/connectors/http/retry'
import type { HttpWait } from '@main/ports/http'
import { createManualClock } from '../../fakes/manual-clock'
import { answer, createFakeTransport, unreachable } from '../../unit/connectors/http/fake-transport'
import { codeOf, get, policyFor, until } from './clients'

/** Mulberry32: the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const URL = 'https://api.example.com/keys'
const policy = policyFor('https://api.example.com')

describe('check 74: retry delays follow full jitter', () => {
  it.each([
    [0, 1_000],
    [1, 2_000],
    [2, 4_000],
    [3, 8_000],
    [4, 8_000],
    [40, 8_000]
  ])('check 74: number %d is spread evenly from 0 to %d ms', (n, mostMs) => {
    const random = seeded(n + 1)
    const delays = Array.from({ length: 10_000 }, () => fullJitterMs(n, random))
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...delays)).toBeLessThan(mostMs)
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = delays.filter((delay) => Math.floor((delay / mostMs) * 10) === tenth).length
      expect(share).toBeGreaterThan(850)
      expect(share).toBeLessThan(1_150)
    }
  })

  it('check 74: each try waits for its own share of the growing bound', async () => {
    const clock = createManualClock()
    const transport = createFakeTransport(answer(503))
    const waits: (HttpWait | null)[] = []
    const client = createHttpClient({ transport, clock, random: () => 0.5 })
    const startMs = clock.nowMs()
    const outcome = client.send(get(URL), policy, {
      signal: new AbortController().signal,
      waiting: (wait) => waits.push(wait)
    })
    for (const delayMs of [500, 1_000, 2_000]) {
      await until(() => waits.at(-1)?.reason === 'retry')
      const before = transport.exchanges.length
      clock.pass(delayMs - 1)
      await new Promise((resolve) => setImmediate(resolve))
      expect(transport.exchanges).toHaveLength(before)
      clock.pass(1)
      await until(() => transport.exchanges.length > before)
    }
    expect((await outcome).status).toBe(503)
    expect(transport.exchanges).toHaveLength(MOST_TRIES)
    expect(waits).toEqual([500, 1_500, 3_500].flatMap((ms) => [{ reason: 'retry', untilMs: startMs + ms }, null]))
    expect(clock.pending).toBe(0)
  })
})

describe('check 74: at most 4 tries, and only of what may be repeated', () => {
  const parts = { nowMs: 0, random: () => 0.5 }

  it('check 74: a network error that stays', async () => {
    const transport = createFakeTransport(unreachable())
    const client = createHttpClient({ transport, clock: createManualClock(), random: () => 0 })
    const outcome = client.send(get(URL), policy, { signal: new AbortController().signal })
    expect(await outcome.catch(codeOf)).toBe('provider-unreachable')
    expect(transport.exchanges).toHaveLength(4)
  })

  it.each([408, 429, 500, 501, 502, 503, 504, 599])('check 74: %d is tried again', (status) => {
    for (const repeat of ['read', 'done-when-gone'] as const) {
      expect(nextTryInMs(repeat, { answer: answer(status) }, 3, parts)).toBe(2_000)
      expect(nextTryInMs(repeat, { answer: answer(status) }, 4, parts)).toBeNull()
    }
    expect(nextTryInMs('once', { answer: answer(status) }, 1, parts)).toBeNull()
  })

  it.each([200, 204, 304, 400, 401, 403, 404, 409, 410, 422, 600])('check 74: %d is final', (status) => {
    expect(nextTryInMs('read', { answer: answer(status) }, 1, parts)).toBeNull()
    expect(nextTryInMs('done-when-gone', { answer: answer(status) }, 1, parts)).toBeNull()
  })
})

describe('check 74: retries stop at once on lock or cancel', () => {
  it.each(['a retry', 'a rate limit', 'pacing'])('check 74: in the wait for %s', async (wait) => {
    const clock = createManualClock()
    const headers = wait === 'a rate limit' ? { 'retry-after': '30' } : {}
    const transport = createFakeTransport(answer(wait === 'pacing' ? 200 : wait === 'a retry' ? 503 : 429, headers))
    const client = createHttpClient({ transport, clock, random: () => 0.9 })
    const paced = { ...policy, requestsPerMinute: wait === 'pacing' ? 1 : null }
    if (wait === 'pacing') await client.send(get(URL), paced, { signal: new AbortController().signal })
    const cancelling = new AbortController()
    const waits: (HttpWait | null)[] = []
    const outcome = client.send(get(URL), paced, { signal: cancelling.signal, waiting: (told) => waits.push(told) })
    await until(() => waits.length === 1)
    expect(transport.exchanges).toHaveLength(1)
    cancelling.abort()
    expect(await outcome.catch(codeOf)).toBe('cancelled')
    expect(waits.at(-1)).toBeNull()
    expect(clock.pending).toBe(0)
    clock.pass(120_000)
    await new Promise((resolve) => setImmediate(resolve))
    expect(transport.exchanges).toHaveLength(1)
  })

  it('leaves nothing at a signal that outlives the request', async () => {
    const clock = createManualClock()
    const client = createHttpClient({ transport: createFakeTransport(answer(503)), clock, random: () => 0.5 })
    const { signal } = new AbortController()
    let ended = false
    const outcome = client.send(get(URL), { ...policy, requestsPerMinute: 1 }, { signal })
    void outcome.then(() => (ended = true))
    await until(() => {
      clock.pass(60_000)
      return ended
    })
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  it('check 74: before anything', async () => {
    const transport = createFakeTransport(answer(200))
    const client = createHttpClient({ transport, clock: createManualClock(), random: () => 0 })
    expect(await client.send(get(URL), policy, { signal: AbortSignal.abort() }).catch(codeOf)).toBe('cancelled')
    expect(transport.exchanges).toHaveLength(0)
  })
})
