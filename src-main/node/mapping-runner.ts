import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '@contract/errors'
import type { MappingRunner } from '../connectors/connector'
import type { MappingReply } from '../connectors/mapping'
import { readReply } from '../connectors/mapping-in-thread'
import type { Clock } from '../ports/clock'

/** One expression over one answer may take this long; all that are known take milliseconds. */
const LONGEST_RUN_MS = 2_000
/** One run of each of four slow lanes, and then some: whoever waits longer is told so instead of hanging. */
const LONGEST_WAIT_MS = 10_000
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

export interface MappingRunnerParts {
  readonly clock: Clock
  /** Starts the built worker, which lies beside this bundle, unless a test has another. */
  readonly startWorker?: () => Worker
}

interface Job {
  readonly expression: string
  readonly input: unknown
  /** Before its turn it stops waiting, at the end of its time or of the runner. */
  readonly stopWaiting: () => void
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * Runs mapping expressions in a thread of their own, one after the other: it starts with the first, is ended when an
 * expression takes over two seconds or too much memory, and starts anew with the next. Lanes take turns: however many
 * expressions wait in one, those of another wait for at most one of them. What waits over ten seconds is refused.
 * Nothing of an answer is kept here.
 */
export function createMappingRunner({ clock, startWorker = startBuilt }: MappingRunnerParts): MappingRunner {
  const lanes = createLanes<Job>()
  let worker: Promise<Worker> | null = null
  let running = false

  async function drop(ending: Promise<Worker> | null): Promise<void> {
    // Another may run in its place already.
    if (worker === ending) worker = null
    // One that could not start has nothing to end.
    await ending?.then((thread) => thread.terminate()).catch(() => undefined)
  }

  async function evaluate({ expression, input }: Job): Promise<unknown> {
    const thread = (worker ??= ready(startWorker()))
    try {
      return readReply(await ask(await thread, { expression, inputJson: JSON.stringify(input) }, clock))
    } catch (error) {
      if (error instanceof AppError) throw error
      await drop(thread)
      throw tooMuch()
    }
  }

  async function runAll(): Promise<void> {
    if (running) return
    running = true
    for (let job = lanes.take(); job !== undefined; job = lanes.take()) {
      job.stopWaiting()
      await evaluate(job).then(job.resolve, job.reject)
    }
    running = false
  }

  return {
    async run(expression, input, lane = '') {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      const stopWaiting = clock.after(LONGEST_WAIT_MS, () => {
        lanes.remove(job)
        reject(tooMuch())
      })
      const job = { expression, input, stopWaiting, resolve, reject }
      lanes.add(lane, job)
      void runAll()
      return promise
    },
    async end() {
      for (let job = lanes.take(); job !== undefined; job = lanes.take()) {
        job.stopWaiting()
        job.reject(tooMuch())
      }
      await drop(worker)
    }
  }
}

interface Lanes<Item extends object> {
  add(lane: string, item: Item): void
  /** The next of the lane whose turn it is. */
  take(): Item | undefined
  remove(item: Item): void
}

function createLanes<Item extends object>(): Lanes<Item> {
  // In the order of their turns.
  const waiting = new Map<string, Item[]>()
  let last: string | null = null
  return {
    add(lane, item) {
      waiting.set(lane, [...(waiting.get(lane) ?? []), item])
    },
    take() {
      const lane = [...waiting.keys()].find((one) => one !== last) ?? last ?? ''
      const [item, ...others] = waiting.get(lane) ?? []
      last = lane
      waiting.delete(lane)
      if (others.length > 0) waiting.set(lane, others)
      return item
    },
    remove(item) {
      for (const [lane, items] of waiting) {
        const others = items.filter((one) => one !== item)
        if (others.length > 0) waiting.set(lane, others)
        else waiting.delete(lane)
      }
    }
  }
}

function startBuilt(): Worker {
  return new Worker(join(import.meta.dirname, 'mapping-worker.js'), { resourceLimits: LIMITS })
}

async function ready(worker: Worker): Promise<Worker> {
  await next(worker)
  // From here on it keeps the command line from ending only while it is asked something.
  worker.unref()
  return worker
}

async function ask(
  worker: Worker,
  question: { expression: string; inputJson: string },
  clock: Clock
): Promise<MappingReply> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const cancel = clock.after(LONGEST_RUN_MS, () => {
    reject(new Error('the expression took too long'))
  })
  worker.ref()
  try {
    const reply = next(worker)
    worker.postMessage(question)
    return (await Promise.race([reply, late])) as MappingReply
  } finally {
    cancel()
    worker.unref()
  }
}

/** The worker's next message; rejects when it ends before. */
async function next(worker: Worker): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const ended = (): void => {
    reject(new Error('the mapping thread ended'))
  }
  worker.once('message', resolve)
  worker.once('error', ended)
  worker.once('exit', ended)
  try {
    return await promise
  } finally {
    worker.off('message', resolve)
    worker.off('error', ended)
    worker.off('exit', ended)
  }
}

const tooMuch = (): AppError =>
  new AppError('provider-answer-unreadable', { host: '', expected: 'an answer that can be read in two seconds' })
