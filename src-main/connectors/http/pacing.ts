import { AppError } from '@contract/errors'
import type { Clock } from '../../ports/clock'
import type { HttpPolicy, HttpWait } from '../../ports/http'

/** Keeps requests that share a key below a rate, in the order they came. */
export interface Pacing {
  /** Answers when the request may go. Rejects with `cancelled` once the signal aborts, and then used up nothing. */
  turn(
    policy: Pick<HttpPolicy, 'paceKey' | 'requestsPerMinute'>,
    signal: AbortSignal,
    waiting: (wait: HttpWait | null) => void
  ): Promise<void>
}

interface Lane {
  burst: number
  intervalMs: number
  /** When the next request would go if all were spread evenly, in monotonic milliseconds. */
  evenMs: number
  readonly queue: (() => void)[]
  cancelTimer: () => void
}

const MINUTE_MS = 60_000

/** Requests that go out at once after a pause: a screen asks for a few things together. */
const LARGEST_BURST = 5

/**
 * Paces by the generic cell rate algorithm (ITU-T I.371): a burst of at most {@link LARGEST_BURST}, then even spacing;
 * both together stay within the rate in any 60 s.
 */
export function createPacing(clock: Clock): Pacing {
  const lanes = new Map<string, Lane>()

  const laneOf = (key: string, requestsPerMinute: number): Lane => {
    const lane = lanes.get(key) ?? { burst: 1, intervalMs: 0, evenMs: 0, queue: [], cancelTimer: () => undefined }
    const rate = Math.max(1, requestsPerMinute)
    lane.burst = Math.max(1, Math.min(LARGEST_BURST, Math.floor(rate / 10)))
    lane.intervalMs = Math.ceil(MINUTE_MS / Math.max(1, rate - lane.burst))
    lanes.set(key, lane)
    return lane
  }
  const freeInMs = (lane: Lane, ahead: number): number =>
    Math.max(0, lane.evenMs - (lane.burst - 1 - ahead) * lane.intervalMs - clock.monotonicMs())
  const take = (lane: Lane): void => {
    lane.evenMs = Math.max(lane.evenMs, clock.monotonicMs()) + lane.intervalMs
  }
  const serve = (lane: Lane): void => {
    lane.cancelTimer()
    while (lane.queue.length > 0 && freeInMs(lane, 0) === 0) {
      take(lane)
      lane.queue.shift()?.()
    }
    if (lane.queue.length > 0) {
      lane.cancelTimer = clock.after(freeInMs(lane, 0), () => {
        serve(lane)
      })
    }
  }

  return {
    async turn({ paceKey, requestsPerMinute }, signal, waiting) {
      if (signal.aborted) throw new AppError('cancelled', {})
      if (requestsPerMinute === null) return
      const lane = laneOf(paceKey, requestsPerMinute)
      if (lane.queue.length === 0 && freeInMs(lane, 0) === 0) {
        take(lane)
        return
      }
      waiting({ reason: 'pacing', untilMs: clock.nowMs() + freeInMs(lane, lane.queue.length) })
      try {
        await new Promise<void>((resolve, reject) => {
          const go = (): void => {
            signal.removeEventListener('abort', leave)
            resolve()
          }
          const leave = (): void => {
            lane.queue.splice(lane.queue.indexOf(go), 1)
            serve(lane)
            reject(new AppError('cancelled', {}))
          }
          signal.addEventListener('abort', leave, { once: true })
          lane.queue.push(go)
          serve(lane)
        })
      } finally {
        waiting(null)
      }
    }
  }
}
