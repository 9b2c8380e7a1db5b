import { randomUUID } from 'node:crypto'
import { AppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { Grant, GrantCaller, GrantId, GrantRequest } from '@contract/model/grant'
import type { Caller } from '../../ports/agent'
import type { Clock } from '../../ports/clock'
import { auditOf, type Actor } from '../actor'
import type { SessionKeeper } from '../session-keeper'
import { covers, EVERYTHING, joined, type Extent, type GrantNeed } from './extent'
import { createLiveGrants, LONGEST_MS, type LiveGrant } from './live-grants'
import { createRefusals } from './refusals'
import { auditDetail } from './words'

export interface Grants {
  /**
   * Resolves once `caller` may do what needs `need`: at once where its session has a grant that reaches so far, else
   * after somebody allowed it in the window. Throws `grant-denied`, `grant-timed-out`, `grant-queue-full`,
   * `grant-needs-password` where there is no window, `cancelled` when the caller left, `vault-locked`.
   */
  require(caller: Caller, need: GrantNeed): Promise<void>
  /** The master password was just given in this very terminal: it may do everything. */
  giveWithPassword(caller: Caller): void
  /** The connection has ended, and what was allowed for it alone. */
  left(caller: Caller): void
  /** Whether anything is allowed to it at this moment, for its session or for this connection alone. */
  has(caller: Caller): boolean
  /** The same while what was allowed still runs, which is a use of the grant. */
  inUse(caller: Caller): boolean
  /** Until when the caller's session has a grant; null when it has none. */
  of(caller: Caller): Pick<LiveGrant, 'idleEndsAt' | 'endsAt'> | null
  pending(): Promise<GrantRequest[]>
  answer(id: GrantId, answer: GrantAnswer, actor: Actor): Promise<void>
  list(): Promise<Grant[]>
  /** Null: every one. */
  revoke(id: GrantId | null, actor: Actor): Promise<void>
  counts(): { readonly pending: number; readonly live: number }
}

export interface GrantAnswer {
  readonly allow: boolean
  /** 0: for this command only. */
  readonly minutes: number
  readonly scope: 'asked' | 'all'
}

interface Waiter {
  readonly caller: Caller
  readonly end: (failure: AppError | null) => void
  /** Waits for a request that shows itself, or another one that waits. */
  readonly askAnew: () => void
}

interface Request {
  readonly id: GrantId
  readonly holder: string
  readonly caller: Caller
  readonly extent: Extent
  readonly extends: boolean
  readonly askedMs: number
  readonly waiters: Set<Waiter>
  readonly cancelTimer: () => void
}

interface Parts {
  readonly session: SessionKeeper
  readonly clock: Clock
  /** Whether this process has a window to ask in. */
  readonly hasWindow: boolean
  /** Brings the window forward: somebody waits. */
  readonly wanted: () => void
  readonly changed: () => void
}

const ANSWER_WITHIN_MS = 120_000
const MOST_PENDING = 8

/** Who may ask the open vault from a terminal, and what somebody allowed them. All of it is gone with a lock. */
export function createGrants({ session, clock, hasWindow, wanted, changed }: Parts): Grants {
  const live = createLiveGrants(clock, changed)
  const requests = new Map<GrantId, Request>()
  const refusals = createRefusals(clock)
  const alone = new WeakMap<Caller, string>()

  session.beforeLock(() => {
    for (const request of [...requests.values()]) settle(request, new AppError('vault-locked', {}))
    refusals.clear()
    live.endAll()
  })

  /** Names the connection itself, for what is allowed for it alone. */
  function aloneOf(caller: Caller): string {
    const known = alone.get(caller)
    if (known !== undefined) return known
    const made = randomUUID()
    alone.set(caller, made)
    return made
  }

  const holderOf = (caller: Caller): string => caller.session ?? aloneOf(caller)
  const isAllowed = (caller: Caller, need: GrantNeed): boolean =>
    live.use(holderOf(caller), need) || live.use(aloneOf(caller), need)

  function require(caller: Caller, need: GrantNeed): Promise<void> {
    session.store()
    if (isAllowed(caller, need)) return Promise.resolve()
    const holder = holderOf(caller)
    if (!hasWindow) return Promise.reject(new AppError('grant-needs-password', {}))
    if (refusals.isRefused(caller)) return Promise.reject(new AppError('grant-denied', {}))
    if (caller.gone.aborted) return Promise.reject(new AppError('cancelled', {}))
    const request = requestFor(caller, holder, need)
    caller.asked()
    return waitFor(request, caller, need)
  }

  /** The request of the same session that reaches so far, or a new one. */
  function requestFor(caller: Caller, holder: string, need: GrantNeed): Request {
    const same = [...requests.values()].find((other) => other.holder === holder && covers(other.extent, need))
    if (same !== undefined) return same
    if (requests.size >= MOST_PENDING) throw new AppError('grant-queue-full', {})
    const has = live.of(holder)
    const request: Request = {
      id: randomUUID() as GrantId,
      holder,
      caller,
      extent: joined({ reach: need.reach, secrets: new Set(), made: false }, need),
      extends: has !== null,
      askedMs: clock.nowMs(),
      waiters: new Set(),
      cancelTimer: clock.after(ANSWER_WITHIN_MS, () => {
        settle(request, new AppError('grant-timed-out', { seconds: ANSWER_WITHIN_MS / 1000 }))
      })
    }
    requests.set(request.id, request)
    changed()
    wanted()
    return request
  }

  function waitFor(request: Request, caller: Caller, need: GrantNeed): Promise<void> {
    return new Promise((resolve, reject) => {
      const detach = (): void => {
        caller.gone.removeEventListener('abort', leave)
        request.waiters.delete(waiter)
      }
      const waiter: Waiter = {
        caller,
        end(failure) {
          detach()
          if (failure === null) resolve()
          else reject(failure)
        },
        askAnew() {
          detach()
          resolve(require(caller, need))
        }
      }
      // The one whose command is shown takes the question along.
      const leave = (): void => {
        waiter.end(new AppError('cancelled', {}))
        if (caller === request.caller) settleShown(request)
      }
      caller.gone.addEventListener('abort', leave)
      request.waiters.add(waiter)
    })
  }

  /** Ends `request` for the caller it shows. The others, whose commands nobody has seen, are asked about anew. */
  function settleShown(request: Request): void {
    if (!requests.delete(request.id)) return
    request.cancelTimer()
    for (const waiter of [...request.waiters]) {
      if (waiter.caller === request.caller) waiter.end(null)
      else waiter.askAnew()
    }
    changed()
  }

  function settle(request: Request, failure: AppError | null): void {
    if (!requests.delete(request.id)) return
    request.cancelTimer()
    for (const waiter of [...request.waiters]) waiter.end(failure)
    changed()
  }

  async function answer(id: GrantId, { allow, minutes, scope }: GrantAnswer, actor: Actor): Promise<void> {
    const request = requests.get(id)
    if (request === undefined) throw new AppError('grant-request-gone', {})
    const { caller, holder } = request
    if (!allow) {
      refusals.note(caller)
      for (const other of [...requests.values()])
        if (other.holder === holder) settle(other, new AppError('grant-denied', {}))
      await record('grant.refused', actor, caller.facts, request.extent)
      return
    }
    const once = minutes === 0
    const extent = scope === 'all' ? EVERYTHING : joined(request.extent, live.of(holder) ?? request.extent)
    live.give(once ? aloneOf(caller) : holder, caller.facts, extent, {
      once,
      lengthMs: once ? LONGEST_MS : minutes * 60_000
    })
    if (once) settleShown(request)
    else settle(request, null)
    // What the same session asked for besides may be covered now as well.
    for (const other of [...requests.values()])
      if (other.holder === holder && isAllowed(other.caller, needOf(other.extent))) settle(other, null)
    await record('grant.given', actor, caller.facts, extent)
  }

  const record = (
    action: 'grant.given' | 'grant.refused' | 'grant.revoked',
    actor: Actor,
    facts: GrantCaller,
    extent: Extent | null
  ): Promise<void> => session.record(auditOf(action, actor, clock.nowMs(), null, auditDetail(facts, extent)))

  async function shown({ reach, secrets, made }: Extent): Promise<Pick<Grant, 'reach' | 'secrets' | 'made'>> {
    if (secrets === 'all') return { reach, secrets, made }
    return { reach, secrets: await Promise.all([...secrets].map(named)), made }
  }

  /** A key that is gone since keeps its id for a name. */
  async function named(id: KeyId): Promise<{ id: KeyId; name: string }> {
    try {
      return { id, name: (await session.store().keys.get(id)).name }
    } catch {
      return { id, name: id }
    }
  }

  return {
    require,
    giveWithPassword(caller) {
      live.give(holderOf(caller), caller.facts, EVERYTHING, { once: caller.session === null, lengthMs: LONGEST_MS })
      void record('grant.given', 'cli', caller.facts, EVERYTHING)
    },
    left(caller) {
      live.endOf(aloneOf(caller))
    },
    has: (caller) => live.of(holderOf(caller)) !== null || live.of(aloneOf(caller)) !== null,
    inUse: (caller) => live.inUse(holderOf(caller)) || live.inUse(aloneOf(caller)),
    of(caller) {
      const held = live.list().find(({ holder }) => holder === holderOf(caller))
      return held === undefined ? null : { idleEndsAt: held.idleEndsAt, endsAt: held.endsAt }
    },
    pending: () =>
      Promise.all(
        [...requests.values()].map(async (request) => ({
          id: request.id,
          caller: request.caller.facts,
          ...(await shown(request.extent)),
          extends: request.extends,
          askedAt: new Date(request.askedMs).toISOString(),
          endsAt: new Date(request.askedMs + ANSWER_WITHIN_MS).toISOString()
        }))
      ),
    answer,
    list: () =>
      Promise.all(
        live.list().map(async ({ id, caller, extent, once, givenAt, lastUsedAt, idleEndsAt, endsAt }) => {
          const reaches = await shown(extent)
          return { id, caller, ...reaches, once, givenAt, lastUsedAt, idleEndsAt, endsAt }
        })
      ),
    async revoke(id, actor) {
      const ended = id === null ? live.endAll() : [live.end(id)].filter((caller) => caller !== null)
      for (const caller of ended) await record('grant.revoked', actor, caller, null)
    },
    counts: () => ({ pending: requests.size, live: live.list().length })
  }
}

function needOf({ reach, secrets, made }: Extent): GrantNeed {
  return { reach, secrets: secrets === 'all' ? 'all' : [...secrets], made }
}
