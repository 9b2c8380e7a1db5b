import { randomUUID } from 'node:crypto'
import type { Instant } from '@contract/model/base'
import type { GrantCaller, GrantId } from '@contract/model/grant'
import type { Clock } from '../../ports/clock'
import { covers, joined, type Extent, type GrantNeed } from './extent'

/** Without use; 1Password's command line has the same two limits. */
export const IDLE_MS = 10 * 60_000
export const LONGEST_MS = 12 * 3_600_000

export interface LiveGrant {
  readonly id: GrantId
  readonly holder: string
  readonly caller: GrantCaller
  readonly extent: Extent
  readonly once: boolean
  readonly givenAt: Instant
  readonly lastUsedAt: Instant
  readonly idleEndsAt: Instant
  readonly endsAt: Instant
}

interface Kept {
  readonly id: GrantId
  readonly holder: string
  readonly once: boolean
  readonly givenMs: number
  readonly lengthMs: number
  caller: GrantCaller
  extent: Extent
  usedMs: number
}

export interface LiveGrants {
  /** Whether what `holder` has reaches so far; being asked counts as a use when it does. */
  use(holder: string, need: GrantNeed): boolean
  /** What was allowed still runs: a use. False when the grant has ended. */
  inUse(holder: string): boolean
  of(holder: string): Extent | null
  /** For at most 12 hours. One that has some already gets more, and never for longer than was said before. */
  give(holder: string, caller: GrantCaller, extent: Extent, limit: { once: boolean; lengthMs: number }): void
  /** Answers who had it; null when there is none. */
  end(id: GrantId): GrantCaller | null
  endOf(holder: string): void
  endAll(): readonly GrantCaller[]
  list(): LiveGrant[]
}

/** The grants that hold now, one for each holder. Measured on the monotonic clock; `changed` is told of each end. */
export function createLiveGrants(clock: Clock, changed: () => void): LiveGrants {
  const grants = new Map<string, Kept>()
  let cancel = (): void => undefined

  const endMs = (grant: Kept): number => Math.min(grant.usedMs + IDLE_MS, grant.givenMs + grant.lengthMs)

  /** Looks for those that have ended, and again when the next one does. */
  function look(): void {
    cancel()
    const nowMs = clock.monotonicMs()
    const before = grants.size
    for (const [holder, grant] of grants) if (endMs(grant) <= nowMs) grants.delete(holder)
    const nextMs = Math.min(...[...grants.values()].map(endMs))
    if (Number.isFinite(nextMs)) cancel = clock.after(nextMs - nowMs, look)
    if (grants.size !== before) changed()
  }

  function held(holder: string): Kept | undefined {
    const grant = grants.get(holder)
    return grant !== undefined && endMs(grant) > clock.monotonicMs() ? grant : undefined
  }

  /** A moment of the monotonic clock as the wall clock shows it now. */
  function instantOf(monotonicMs: number): Instant {
    return new Date(clock.nowMs() + (monotonicMs - clock.monotonicMs())).toISOString()
  }

  return {
    use(holder, need) {
      const grant = held(holder)
      if (grant === undefined || !covers(grant.extent, need)) return false
      grant.usedMs = clock.monotonicMs()
      return true
    },
    inUse(holder) {
      const grant = held(holder)
      if (grant !== undefined) grant.usedMs = clock.monotonicMs()
      return grant !== undefined
    },
    of: (holder) => held(holder)?.extent ?? null,
    give(holder, caller, extent, { once, lengthMs }) {
      const before = held(holder)
      const nowMs = clock.monotonicMs()
      grants.set(holder, {
        id: before?.id ?? (randomUUID() as GrantId),
        holder,
        once,
        caller,
        extent: before === undefined ? extent : joined(before.extent, extent),
        givenMs: nowMs,
        lengthMs: Math.min(
          lengthMs,
          LONGEST_MS,
          before === undefined ? LONGEST_MS : before.givenMs + before.lengthMs - nowMs
        ),
        usedMs: nowMs
      })
      look()
      changed()
    },
    end(id) {
      const grant = [...grants.values()].find((other) => other.id === id)
      if (grant === undefined) return null
      grants.delete(grant.holder)
      changed()
      return grant.caller
    },
    endOf(holder) {
      if (grants.delete(holder)) changed()
    },
    endAll() {
      const callers = [...grants.values()].map(({ caller }) => caller)
      grants.clear()
      cancel()
      if (callers.length > 0) changed()
      return callers
    },
    list() {
      return [...grants.values()]
        .filter(({ holder }) => held(holder) !== undefined)
        .sort((one, other) => other.usedMs - one.usedMs)
        .map((grant) => ({
          id: grant.id,
          holder: grant.holder,
          caller: grant.caller,
          extent: grant.extent,
          once: grant.once,
          givenAt: instantOf(grant.givenMs),
          lastUsedAt: instantOf(grant.usedMs),
          idleEndsAt: instantOf(Math.min(grant.usedMs + IDLE_MS, grant.givenMs + grant.lengthMs)),
          endsAt: instantOf(grant.givenMs + grant.lengthMs)
        }))
    }
  }
}
