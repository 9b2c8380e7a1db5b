import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '@contract/errors'
import type { MappingRunner } from '../connectors/connector'
import type { MappingReply } from '../connectors/mapping'
import { readReply } from '../connectors/mapping-in-thread'
import type { Clock } from '../ports/clock'

/** One expression over one answer may take this long; all that are known take milliseconds. */
const LONGEST_RUN_MS = 2_000
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

export interface MappingThread extends MappingRunner {
  /** Ends the thread; the next run starts another. */
  end(): Promise<void>
}

export interface MappingThreadParts {
  readonly clock: Clock
  /** Starts the built worker, which lies beside this bundle, unless a test has another. */
  readonly startWorker?: () => Worker
}

/**
 * Runs mapping expressions in a thread of their own, one after the other: it starts with the first, is ended when an
 * expression takes over two seconds or too much memory, and starts anew with the next.
 */
export function createMappingRunner({ clock, startWorker = startBuilt }: MappingThreadParts): MappingThread {
  let worker: Promise<Worker> | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function drop(): Promise<void> {
    const ending = worker
    worker = null
    // One that could not start has nothing to end.
    await ending?.then((thread) => thread.terminate()).catch(() => undefined)
  }

  async function evaluate(expression: string, input: unknown): Promise<unknown> {
    worker ??= ready(startWorker())
    try {
      return readReply(await ask(await worker, { expression, inputJson: JSON.stringify(input) }, clock))
    } catch (error) {
      if (error instanceof AppError) throw error
      await drop()
      throw tooMuch()
    }
  }

  return {
    async run(expression, input) {
      const turn = last.then(() => evaluate(expression, input))
      last = turn.catch(() => undefined)
      return turn
    },
    async end() {
      await last
      await drop()
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
