import type { Clock } from '../ports/clock'
import type { SessionKeeper } from './session-keeper'

/** A window that is hidden or shows something else may ask for no keys; what waits for them begins all the same. */
const LONGEST_MS = 3_000

/** What an unlocked vault does without being asked gives way to what a person waits for: the first page of keys. */
export interface FirstPage {
  /**
   * Runs `started` after each unlock, in the order registered: once the window has its first page of keys, or after
   * three seconds without one; at once where no window is. A lock before that drops it. Failures are its own.
   */
  after(started: () => void): void
  /** A page of keys has been answered. */
  answered(): void
}

interface Parts {
  readonly session: Pick<SessionKeeper, 'afterUnlock' | 'beforeLock'>
  readonly clock: Pick<Clock, 'after'>
  readonly hasWindow: boolean
}

export function createFirstPage({ session, clock, hasWindow }: Parts): FirstPage {
  const starts: (() => void)[] = []
  let cancel: (() => void) | null = null

  function begin(): void {
    if (cancel === null) return
    cancel()
    cancel = null
    for (const started of starts) started()
  }

  session.afterUnlock(() => {
    cancel = hasWindow ? clock.after(LONGEST_MS, begin) : () => undefined
    if (!hasWindow) begin()
  })
  session.beforeLock(() => {
    cancel?.()
    cancel = null
  })

  return {
    after(started) {
      starts.push(started)
    },
    answered: begin
  }
}
