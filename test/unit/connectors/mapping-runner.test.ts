import type { Worker } from 'node:worker_threads'
import { Worker as Thread } from 'node:worker_threads'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createMappingRunnerInThread } from '@main/connectors/mapping-in-thread'
import { createMappingRunner, type MappingThread } from '@main/node/mapping-runner'
import { createManualClock } from '../../fakes/manual-clock'
import { bundle } from '../../fixtures/vaults/build-worker'

let file = ''
let runner: MappingThread
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

  it('is ended with the app, and nobody waits for it', async () => {
    await runner.run('a', { a: 1 })
    const gone = new Promise((resolve) => started[0]?.once('exit', resolve))
    await runner.end()
    await gone
  })
})
