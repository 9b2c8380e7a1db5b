import type { Clock } from '../ports/clock'

/** Node clamps longer delays to 1 ms (nodejs.org/api/timers.html). */
const LONGEST_DELAY_MS = 2_147_483_647

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, Math.min(Math.max(0, delayMs), LONGEST_DELAY_MS))
    timer.unref()
    return () => {
      clearTimeout(timer)
    }
  }
}
