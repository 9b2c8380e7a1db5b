import { AppError, isAppError } from '@contract/errors'
import type { PayloadOf } from '@contract/ipc'
import type { HttpWait } from '../../ports/http'
import type { Clock } from '../../ports/clock'
import { newId } from '../ids'

export type WorkItem = PayloadOf<'work.changed'>['items'][number]

/** How a piece of work reports and ends. */
export interface WorkSteps {
  readonly signal: AbortSignal
  readonly waiting: (wait: HttpWait | null) => void
}

/** Provider calls under way: shown while they last, cancellable, and ended by a lock. */
export interface Work {
  items(): readonly WorkItem[]
  /** Runs `work` and shows it as `job` on `name`. Throws what it throws; `cancelled` once {@link Work.cancel} was called. */
  run<Value>(job: string, name: string, work: (steps: WorkSteps) => Promise<Value>): Promise<Value>
  /** Ends all of it. Answers when every piece has stopped. */
  cancel(): Promise<void>
}

export function createWork(clock: Clock, changed: (items: readonly WorkItem[]) => void): Work {
  const running = new Map<string, { item: WorkItem; abort: AbortController; ended: Promise<void> }>()
  const tell = (): void => {
    changed([...running.values()].map(({ item }) => item))
  }

  return {
    items: () => [...running.values()].map(({ item }) => item),
    async run(job, name, work) {
      const id = newId(clock.nowMs())
      const abort = new AbortController()
      const { promise: ended, resolve: end } = Promise.withResolvers<undefined>()
      const startedAt = new Date(clock.nowMs()).toISOString()
      running.set(id, { item: { id, job, name, startedAt, waitsUntil: null, waitsFor: null }, abort, ended })
      tell()
      try {
        return await work({
          signal: abort.signal,
          waiting(wait) {
            const entry = running.get(id)
            if (entry === undefined) return
            const waitsUntil = wait === null ? null : new Date(wait.untilMs).toISOString()
            entry.item = { ...entry.item, waitsUntil, waitsFor: wait?.reason ?? null }
            tell()
          }
        })
      } catch (error) {
        if (abort.signal.aborted && !isAppError(error)) throw new AppError('cancelled', {})
        throw error
      } finally {
        running.delete(id)
        end(undefined)
        tell()
      }
    },
    async cancel() {
      const all = [...running.values()]
      for (const { abort } of all) abort.abort()
      await Promise.all(all.map(({ ended }) => ended))
    }
  }
}
