import { describe, expect, it } from 'vitest'
import { createPacing } from '@main/connectors/http/pacing'
import type { HttpWait } from '@main/ports/http'
import { createManualClock } from '../../../fakes/manual-clock'
import { codeOf } from '../../../security/http/clients'

const MINUTE_MS = 60_000
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

function setUp() {
  const clock = createManualClock()
  const pacing = createPacing(clock)
  const went: { name: string; atMs: number }[] = []
  const startMs = clock.monotonicMs()
  const ask = (
    name: string,
    requestsPerMinute: number | null,
    { key = 'a', signal = new AbortController().signal } = {}
  ) => {
    const waits: (HttpWait | null)[] = []
    const outcome = pacing
      .turn({ paceKey: key, requestsPerMinute }, signal, (wait) => waits.push(wait))
      .then(() => void went.push({ name, atMs: clock.monotonicMs() - startMs }), codeOf)
    return { outcome, waits }
  }
  const pass = async (ms: number, stepMs = 100): Promise<void> => {
    for (let passed = 0; passed < ms; passed += stepMs) {
      clock.pass(stepMs)
      await settle()
    }
  }
  return { clock, went, ask, pass }
}

describe('pacing', () => {
  it.each([1, 2, 7, 10, 60, 600, 1_000])('stays within %d a minute, in the order they came', async (rate) => {
    const { clock, went, ask, pass } = setUp()
    const count = Math.min(rate * 3, 3_000)
    for (let number = 0; number < count; number += 1) ask(String(number), rate)
    await settle()
    await pass(rate < 5 ? 6 * MINUTE_MS : 4 * MINUTE_MS)
    expect(went.map(({ name }) => name)).toEqual(Array.from({ length: count }, (_, number) => String(number)))
    for (const [index, { atMs }] of went.entries()) {
      expect(went.slice(index).filter((other) => other.atMs < atMs + MINUTE_MS).length).toBeLessThanOrEqual(rate)
    }
    expect(clock.pending).toBe(0)
  })

  it('lets a few go at once and spreads the rest', async () => {
    const { went, ask, pass } = setUp()
    for (let number = 0; number < 8; number += 1) ask(String(number), 60)
    await settle()
    expect(went).toHaveLength(5)
    await pass(4_000, 1)
    const spacingMs = Math.ceil(MINUTE_MS / 55)
    expect(went.slice(5).map(({ atMs }) => atMs)).toEqual([spacingMs, 2 * spacingMs, 3 * spacingMs])
    await pass(MINUTE_MS)
    for (let number = 0; number < 5; number += 1) ask('again', 60)
    await settle()
    expect(went).toHaveLength(13)
  })

  it('tells how long it waits, and when it is over', async () => {
    const { clock, ask, pass } = setUp()
    const startMs = clock.nowMs()
    ask('first', 2)
    const [second, third] = [ask('second', 2), ask('third', 2)]
    expect(second.waits).toEqual([{ reason: 'pacing', untilMs: startMs + MINUTE_MS }])
    expect(third.waits).toEqual([{ reason: 'pacing', untilMs: startMs + 2 * MINUTE_MS }])
    await pass(MINUTE_MS)
    expect(second.waits.at(-1)).toBeNull()
    expect(third.waits).toHaveLength(1)
  })

  it('keeps no place for whoever left', async () => {
    const { clock, went, ask, pass } = setUp()
    const leaving = new AbortController()
    ask('first', 2)
    const second = ask('second', 2, { signal: leaving.signal })
    ask('third', 2)
    leaving.abort()
    expect(await second.outcome).toBe('cancelled')
    expect(second.waits.at(-1)).toBeNull()
    await pass(MINUTE_MS)
    expect(went.map(({ name }) => name)).toEqual(['first', 'third'])
    expect(clock.pending).toBe(0)
  })

  it('loses nobody when one leaves who had gone already', async () => {
    const { went, ask, pass } = setUp()
    const leaving = new AbortController()
    ask('first', 2)
    ask('second', 2, { signal: leaving.signal })
    ask('third', 2)
    await pass(MINUTE_MS)
    leaving.abort()
    await pass(MINUTE_MS)
    expect(went.map(({ name }) => name)).toEqual(['first', 'second', 'third'])
  })

  it('does not notice that the wall clock jumps', async () => {
    const { clock, went, ask, pass } = setUp()
    ask('first', 1)
    ask('second', 1)
    clock.jump(-86_400_000)
    await pass(MINUTE_MS)
    expect(went).toHaveLength(2)
  })

  it('paces each connection by itself, and none without a rate', async () => {
    const { went, ask } = setUp()
    ask('a', 1, { key: 'a' })
    ask('b', 1, { key: 'b' })
    for (let number = 0; number < 100; number += 1) ask('free', null)
    await settle()
    expect(went).toHaveLength(102)
  })
})
