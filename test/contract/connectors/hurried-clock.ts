import type { Clock } from '@main/ports/clock'

/** How much faster time goes: pacing and Retry-After are waited for, deadlines stay far off. */
const TIMES = 10

/** A clock that hurries, for a client that really waits. */
export function createHurriedClock(startIso = '2026-03-10T09:00:00.000Z'): Clock {
  const startedMs = performance.now()
  const sinceMs = (): number => (performance.now() - startedMs) * TIMES
  return {
    nowMs: () => Math.floor(Date.parse(startIso) + sinceMs()),
    monotonicMs: sinceMs,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs / TIMES)
      return () => {
        clearTimeout(timer)
      }
    }
  }
}
