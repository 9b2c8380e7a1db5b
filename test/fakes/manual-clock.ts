import type { Clock } from '../../src-main/ports/clock'

interface Timer {
  dueMs: number
  run: () => void
}

export interface ManualClock extends Clock {
  /** Lets time pass; timers run when due, in order. */
  pass(ms: number): void
  /** The wall clock jumps, the monotonic one does not notice. */
  jump(ms: number): void
  readonly pending: number
}

export function createManualClock(startIso = '2026-11-20T09:00:00.000Z'): ManualClock {
  let wallMs = Date.parse(startIso)
  let monotonicMs = 1_000
  let timers: Timer[] = []
  return {
    nowMs: () => wallMs,
    monotonicMs: () => monotonicMs,
    after(delayMs, run) {
      const timer = { dueMs: monotonicMs + delayMs, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    pass(ms) {
      const endMs = monotonicMs + ms
      for (;;) {
        const next = timers.filter(({ dueMs }) => dueMs <= endMs).sort((one, other) => one.dueMs - other.dueMs)[0]
        if (next === undefined) break
        timers = timers.filter((timer) => timer !== next)
        wallMs += Math.max(0, next.dueMs - monotonicMs)
        monotonicMs = Math.max(monotonicMs, next.dueMs)
        next.run()
      }
      wallMs += endMs - monotonicMs
      monotonicMs = endMs
    },
    jump(ms) {
      wallMs += ms
    },
    get pending() {
      return timers.length
    }
  }
}
