import type { Clock } from '../ports/clock'

const LOOK_EVERY_MS = 5_000
const ASLEEP_FROM_MS = 20_000

/**
 * Calls `woke` once after the computer has slept: the wall clock went on and the monotonic one stood still. A clock that
 * was set ahead looks the same. The answer stops watching.
 */
export function watchSleep(clock: Clock, woke: () => void): () => void {
  let cancel = (): void => undefined
  const offsetMs = (): number => clock.nowMs() - clock.monotonicMs()

  function look(beforeMs: number): void {
    cancel = clock.after(LOOK_EVERY_MS, () => {
      const nowMs = offsetMs()
      if (nowMs - beforeMs >= ASLEEP_FROM_MS) woke()
      else look(nowMs)
    })
  }

  look(offsetMs())
  return () => {
    cancel()
  }
}
