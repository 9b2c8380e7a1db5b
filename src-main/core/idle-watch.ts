import type { Clock } from '../ports/clock'

export interface IdleWatch {
  start(): void
  stop(): void
  touch(): void
  /** How long until it is idle if nobody touches it; null for never. */
  leftMs(): number | null
}

/**
 * Calls `idle` once nobody touched it for `minutes()` (0: never). Measured on the monotonic clock,
 * so setting the computer's time neither locks nor keeps open.
 */
export function createIdleWatch(clock: Clock, minutes: () => number, idle: () => void): IdleWatch {
  const CHECK_MS = 5_000
  let touchedAtMs = 0
  let cancel: (() => void) | null = null

  function check(): void {
    const limitMs = minutes() * 60_000
    if (limitMs > 0 && clock.monotonicMs() - touchedAtMs >= limitMs) {
      cancel = null
      idle()
      return
    }
    // Looked at every few seconds, because the setting may change while it runs.
    cancel = clock.after(CHECK_MS, check)
  }

  return {
    start() {
      touchedAtMs = clock.monotonicMs()
      cancel?.()
      check()
    },
    stop() {
      cancel?.()
      cancel = null
    },
    touch() {
      touchedAtMs = clock.monotonicMs()
    },
    leftMs() {
      const limitMs = minutes() * 60_000
      return limitMs > 0 ? Math.max(0, touchedAtMs + limitMs - clock.monotonicMs()) : null
    }
  }
}
