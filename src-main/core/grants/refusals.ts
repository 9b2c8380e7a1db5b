import type { Clock } from '../../ports/clock'
import type { Caller } from '../../ports/agent'

/** One that was refused is not asked about again for so long. */
const REFUSED_FOR_MS = 60_000
/** Whoever makes a new terminal session for each question gets no further than this many in that time. */
const MOST_REFUSALS = 3

/** Who is not to be asked about for a while, because somebody has just said no. */
export interface Refusals {
  note(caller: Caller): void
  isRefused(caller: Caller): boolean
  clear(): void
}

export function createRefusals(clock: Clock): Refusals {
  let refused: { readonly who: string; readonly untilMs: number }[] = []
  // Those that cannot be told from each other count as one.
  const nameOf = ({ session }: Caller): string => session ?? 'nameless'

  return {
    note(caller) {
      refused.push({ who: nameOf(caller), untilMs: clock.monotonicMs() + REFUSED_FOR_MS })
    },
    isRefused(caller) {
      refused = refused.filter(({ untilMs }) => untilMs > clock.monotonicMs())
      return refused.length >= MOST_REFUSALS || refused.some(({ who }) => who === nameOf(caller))
    },
    clear() {
      refused = []
    }
  }
}
