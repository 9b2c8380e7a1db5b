import { AppError } from '@contract/errors'
import type { Clock } from '../../ports/clock'

export interface Deadline {
  readonly clock: Clock
  readonly deadlineMs: number
  readonly host: string
  readonly signal: AbortSignal
}

/**
 * Runs `work` with a signal whose reason is `cancelled` once the outer one aborts and `provider-timeout` when
 * `deadlineMs` have passed. `work` must reject with that reason.
 */
export async function withinDeadline<Value>(
  { clock, deadlineMs, host, signal }: Deadline,
  work: (signal: AbortSignal) => Promise<Value>
): Promise<Value> {
  if (signal.aborted) throw new AppError('cancelled', {})
  const ending = new AbortController()
  const cancel = (): void => {
    ending.abort(new AppError('cancelled', {}))
  }
  const stopTimer = clock.after(deadlineMs, () => {
    ending.abort(new AppError('provider-timeout', { host, seconds: Math.ceil(deadlineMs / 1_000) }))
  })
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return await work(ending.signal)
  } finally {
    stopTimer()
    signal.removeEventListener('abort', cancel)
  }
}
