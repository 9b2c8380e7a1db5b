import type { Instant } from '@contract/model/base'
import type { ConnectionId, Failure } from '@contract/model/connection'
import type { Clock } from '../../ports/clock'

/** When each account is to be read again by itself. */
export interface Dues {
  knows(id: ConnectionId): boolean
  /** When it was read last, in whatever life of the app; null: never, or not to its end. */
  remember(id: ConnectionId, readAt: Instant | null): void
  wasRead(id: ConnectionId, failure: Failure | null): void
  isDue(id: ConnectionId): boolean
  /** Null where it is not read by itself. */
  nextAt(id: ConnectionId): Instant | null
  forget(): void
}

const MINUTE_MS = 60_000
const LONGEST_WAIT_MS = 6 * 3_600_000

/** Counts on the monotonic clock: a computer whose time is set reads neither at once nor never again. */
export function createDues(clock: Clock, everyMinutes: () => number): Dues {
  const all = new Map<ConnectionId, { dueMs: number; failures: number; readMs: number }>()
  const everyMs = (): number => everyMinutes() * MINUTE_MS

  return {
    knows: (id) => all.has(id),
    remember(id, readAt) {
      if (all.has(id)) return
      const nowMs = clock.monotonicMs()
      const agoMs = readAt === null ? Number.POSITIVE_INFINITY : Math.abs(clock.nowMs() - Date.parse(readAt))
      all.set(id, { dueMs: nowMs + Math.max(0, everyMs() - agoMs), failures: 0, readMs: nowMs - agoMs })
    },
    wasRead(id, failure) {
      const readMs = clock.monotonicMs()
      const failures = failure === null ? 0 : (all.get(id)?.failures ?? 0) + 1
      // After each failure twice as long, and never before the provider wants to be asked.
      const waitMs = Math.min(LONGEST_WAIT_MS, everyMs() * 2 ** Math.min(failures, 10))
      const askedMs = failure?.code === 'provider-rate-limited' ? Number(failure.details.retryAfterMs) : 0
      all.set(id, { dueMs: readMs + Math.max(waitMs, askedMs), failures, readMs })
    },
    isDue(id) {
      const due = all.get(id)
      if (due === undefined || everyMinutes() === 0) return false
      // A setting that was shortened holds at once.
      const soonerMs = due.failures === 0 ? Math.min(due.dueMs, due.readMs + everyMs()) : due.dueMs
      return soonerMs <= clock.monotonicMs()
    },
    nextAt(id) {
      const due = all.get(id)
      if (due === undefined || everyMinutes() === 0) return null
      return new Date(clock.nowMs() + Math.max(0, due.dueMs - clock.monotonicMs())).toISOString()
    },
    forget() {
      all.clear()
    }
  }
}
