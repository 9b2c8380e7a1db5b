import type { Worker } from 'node:worker_threads'
import { AppError, type ErrorDetails } from '@contract/errors'
import { bytesIn, type Reply, type Request } from './protocol'

/** A way to an engine. Bytes inside `args` are handed over: the caller's copy is zeroed when the call returns. */
export interface EngineLink {
  call(call: string, args: readonly unknown[]): Promise<unknown>
  /** Ends the engine's thread. Calls still waiting fail with `vault-locked`, and so does every later one. */
  end(): Promise<void>
  /** Resolves when the engine's thread died or its session ended by itself; never after {@link EngineLink.end}. */
  readonly broken: Promise<void>
}

/** An engine on a thread of its own. When the thread dies, waiting calls fail with `internal`, later ones with `vault-locked`. */
export function linkToWorker(worker: Worker): EngineLink {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: AppError) => void }>()
  let lastId = 0
  let ended = false
  const { promise: broken, resolve: noteBroken } = Promise.withResolvers<undefined>()

  function breakOff(code: 'internal' | 'vault-locked'): void {
    if (ended) return
    endWaiting(code)
    noteBroken(undefined)
  }

  function endWaiting(code: 'internal' | 'vault-locked'): void {
    ended = true
    const left = [...waiting.values()]
    waiting.clear()
    for (const { reject } of left) reject(new AppError(code, {}))
  }

  worker.on('message', (reply: Reply) => {
    const call = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.ok) call?.resolve(reply.value)
    else call?.reject(errorOf(reply))
    if (reply.hasEnded) breakOff('vault-locked')
  })
  worker.on('error', () => {
    breakOff('internal')
  })
  worker.on('exit', () => {
    breakOff('internal')
  })

  return {
    broken,
    call(call, args) {
      const own = handOver(args)
      if (ended) {
        for (const bytes of bytesIn(own)) bytes.fill(0)
        return Promise.reject(new AppError('vault-locked', {}))
      }
      return new Promise((resolve, reject) => {
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        const request: Request = { id: lastId, call, args: own }
        worker.postMessage(
          request,
          bytesIn(own).map((bytes) => bytes.buffer as ArrayBuffer)
        )
      })
    },
    async end() {
      endWaiting('vault-locked')
      await worker.terminate()
    }
  }
}

/** The failure a reply tells of. */
export function errorOf({ code, details }: Extract<Reply, { ok: false }>): AppError {
  return new AppError(code, details as ErrorDetails)
}

/**
 * Copies bytes into buffers of their own, which can be transferred alone (a small Buffer shares its pool), and zeroes
 * the originals: one copy of each secret is left, and it leaves with the message.
 */
export function handOver(args: readonly unknown[]): readonly unknown[] {
  return args.map(moved)
}

function moved(value: unknown): unknown {
  if (value instanceof Uint8Array) {
    const own = new Uint8Array(value)
    value.fill(0)
    return own
  }
  if (Array.isArray(value)) return value.map(moved)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, moved(part)]))
}
