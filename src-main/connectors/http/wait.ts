import { AppError } from '@contract/errors'
import type { Clock } from '../../ports/clock'
import type { HttpWait } from '../../ports/http'

export interface Wait {
  readonly clock: Clock
  readonly delayMs: number
  readonly reason: HttpWait['reason']
  readonly signal: AbortSignal
  readonly waiting: (wait: HttpWait | null) => void
}

/** Waits `delayMs`, tells so, and tells when it is over. Rejects with `cancelled` as soon as the signal aborts. */
export async function waitFor({ clock, delayMs, reason, signal, waiting }: Wait): Promise<void> {
  if (signal.aborted) throw new AppError('cancelled', {})
  if (delayMs <= 0) return
  waiting({ reason, untilMs: clock.nowMs() + delayMs })
  try {
    await new Promise<void>((resolve, reject) => {
      const stop = (): void => {
        cancel()
        reject(new AppError('cancelled', {}))
      }
      const cancel = clock.after(delayMs, () => {
        signal.removeEventListener('abort', stop)
        resolve()
      })
      signal.addEventListener('abort', stop, { once: true })
    })
  } finally {
    waiting(null)
  }
}
