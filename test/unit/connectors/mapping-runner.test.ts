import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Worker } from 'node:worker_threads'
import { Worker as Thread } from 'node:worker_threads'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createMappingRunnerInThread } from '@main/connectors/mapping-in-thread'
import type { MappingRunner } from '@main/connectors/connector'
import { createMappingRunner } from '@main/node/mapping-runner'
import { createManualClock } from '../../fakes/manual-clock'
import { bundle } from '../../fixtures/vaults/build-worker'

let file = ''
let runner: MappingRunner
let started: Worker[] = []
const clock = createManualClock()

beforeAll(async () => {
  file = await bundle('src-main/node/mapping-worker.ts', 'mapping-worker')
  runner = createMappingRunner({
    clock,
    startWorker: () => {
      const worker = new Thread(file)
      started.push(worker)
      return worker
    }
  })
})
afterEach(async () => {
  await runner.end()
  started = []
})

/** Doubles what it is given as often as it is repeated: small in memory, endless when walked or written. */
const doubling = (times: number): string => Array.from({ length: times }, () => '[@, @]').join(' | ')
const unreadable = { code: 'provider-answer-unreadable', details: { host: '' } }

describe('the mapping thread', () => {
  it('starts with the first expression and answers as the one in this thread does', async () => {
    const input = { list: [{ id: 1 }, { id: 2 }], none: null }
    expect(started).toHaveLength(0)
    for (const expression of ['list[*].id', 'none', 'missing.path', "{a: list[0].id, b: 'x'}"]) {
      expect(await runner.run(expression, input)).toEqual(await createMappingRunnerInThread().run(expression, input))
    }
    expect(started).toHaveLength(1)
  })

  it('runs one expression after the other', async () => {
    const answers = await Promise.all([1, 2, 3].map((id) => runner.run('id', { id })))
    expect(answers).toEqual([1, 2, 3])
    expect(started).toHaveLength(1)
  })

  it('refuses what fails, without quoting it, and goes on', async () => {
    const failing = runner.run("to_number(secret) | merge(@, 'x')", { secret: 'sk_live_1' })
    await expect(failing).rejects.toMatchObject(unreadable)
    await expect(runner.run('pad_left(a, `9`)', { a: 'x' })).rejects.toMatchObject(unreadable)
    expect(await runner.run('a', { a: 1 })).toBe(1)
    expect(started).toHaveLength(1)
  })

  it('is ended when an expression takes too long, and starts anew', async () => {
    const endless = runner.run(doubling(60), 'x')
    const ended = expect(endless).rejects.toMatchObject(unreadable)
    // The limit is set once the thread says that it is there.
    while (clock.pending === 0) await new Promise((resolve) => setImmediate(resolve))
    clock.pass(2_000)
    await ended
    expect(await runner.run('a', { a: 1 })).toBe(1)
    expect(started).toHaveLength(2)
  })

  it('hides nothing away: an answer that was handed over is not kept', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const answer = new WeakRef((await runner.run('@', { secret: 'sk_live_1' })) as object)
    while (answer.deref() !== undefined) {
      await new Promise((resolve) => setImmediate(resolve))
      collect()
    }
    expect(answer.deref()).toBeUndefined()
  })

  it('is ended with all that waits for it, and starts anew', async () => {
    await runner.run('a', { a: 1 })
    const gone = new Promise((resolve) => started[0]?.once('exit', resolve))
    const asked = [doubling(60), 'a', 'a'].map((expression) => runner.run(expression, { a: 1 }))
    const refused = Promise.all(asked.map((answer) => expect(answer).rejects.toMatchObject(unreadable)))
    const ending = runner.end()
    const after = runner.run('a', { a: 2 })
    await Promise.all([ending, gone, refused])
    expect(await after).toBe(2)
    expect(started).toHaveLength(2)
    expect(clock.pending).toBe(0)
  })

  it('refuses to let one manifest hold up another: their turns alternate', async () => {
    const order: string[] = []
    const ask = async (lane: string) => runner.run('a', { a: 1 }, lane).then(() => order.push(lane))
    await Promise.all([...['slow', 'slow', 'slow', 'slow'].map(ask), ask('other')])
    expect(order).toEqual(['slow', 'other', 'slow', 'slow', 'slow'])
  })

  it('refuses what has waited for ten seconds', async () => {
    const timers = clock.pending
    const endless = runner.run(doubling(60), 'x')
    const first = expect(endless).rejects.toMatchObject(unreadable)
    while (clock.pending === timers) await new Promise((resolve) => setImmediate(resolve))
    const waiting = runner.run('a', { a: 1 })
    const second = expect(waiting).rejects.toMatchObject(unreadable)
    clock.pass(10_000)
    await Promise.all([first, second])
    expect(await runner.run('a', { a: 1 })).toBe(1)
  })

  it('is ended with the app, and nobody waits for it', async () => {
    await runner.run('a', { a: 1 })
    const gone = new Promise((resolve) => started[0]?.once('exit', resolve))
    await runner.end()
    await gone
  })
})
