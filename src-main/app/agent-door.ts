import { AppError, isAppError, type Result } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { Grants } from '../core/grants/grants'
import type { Keys } from '../core/keys'
import type { SessionKeeper } from '../core/session-keeper'
import type { AgentDoor, AgentEvent, AgentStanding, AgentVisit, AgentWant, Caller } from '../ports/agent'
import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'
import { resultOf, type Dispatch } from './dispatcher'
import type { Emitted } from './events'
import type { Sender, Visitor } from './handler-types'

interface Parts {
  readonly session: SessionKeeper
  readonly grants: Grants
  readonly keys: Keys
  readonly dispatch: Dispatch
  readonly log: Log
  readonly clock: Clock
  readonly onEvent: (listener: (event: Emitted) => void) => () => void
  readonly comeForward: () => void
}

/** What a command tells a person who waits for it. */
const TOLD = new Set<string>(['work.changed', 'scan.progress', 'usage.progress'])
const FORWARD_EVERY_MS = 5_000
/** Well under the shortest auto-lock. */
const AWAKE_EVERY_MS = 15_000

/** The door for programs in a terminal: the same dispatch as everybody's, and a grant for each call. */
export function createAgentDoor(parts: Parts): AgentDoor {
  const { session, grants, dispatch, log, clock } = parts
  let cameForwardMs = Number.NEGATIVE_INFINITY
  const isOpen = (): boolean => session.current().phase === 'unlocked'

  async function idsOf(names: readonly string[]): Promise<KeyId[] | null> {
    const ids: KeyId[] = []
    for (const name of names) {
      try {
        ids.push(await parts.keys.find(name))
      } catch (error) {
        // Which names there are is said only to who may read them.
        if (isAppError(error, 'key-not-found') || isAppError(error, 'key-ambiguous')) return null
        throw error
      }
    }
    return ids
  }

  function visit(caller: Caller, tell: (event: AgentEvent) => void): AgentVisit {
    // Another connection's grant is no reason to be told before anything was asked for.
    let wasAllowed = false
    const visitor: Visitor = {
      made: new Set(),
      async require(need) {
        await grants.require(caller, need)
        wasAllowed = true
        session.touch()
      }
    }
    const stopListening = parts.onEvent((event) => {
      if (event.name === 'session.changed') wasAllowed &&= isOpen()
      if (TOLD.has(event.name) && wasAllowed && grants.has(caller)) tell(event)
    })
    const sender: Sender = { actor: 'cli', trusted: true, visitor }

    async function want({ change, secrets, made }: AgentWant): Promise<void> {
      requireOpen()
      await visitor.require({
        reach: change ? 'change' : 'read',
        secrets: secrets === 'all' ? 'all' : ((await idsOf(secrets)) ?? []),
        made
      })
    }

    async function prove(password: string): Promise<void> {
      requireOpen()
      await session.confirm(password, 'cli')
      welcome()
    }

    function welcome(): void {
      requireOpen()
      grants.giveWithPassword(caller)
      wasAllowed = true
      session.touch()
    }

    function standing(): AgentStanding {
      requireOpen()
      return { ...session.standing(), grant: grants.of(caller) }
    }

    return {
      async call(name, input) {
        const letSleep = keepAwake(() => wasAllowed && grants.inUse(caller))
        try {
          return await withinOneUnlocking(() => dispatch({ name, input }, sender))
        } finally {
          letSleep()
        }
      },
      want: (need) => answered(want(need).then(nothing)),
      prove: (password) => answered(prove(password).then(nothing)),
      welcome: () => answered(Promise.resolve().then(welcome).then(nothing)),
      standing: () => answered(Promise.resolve().then(standing)),
      left: () => {
        stopListening()
        grants.left(caller)
      }
    }
  }

  function requireOpen(): void {
    if (!isOpen()) throw new AppError('vault-locked', {})
  }

  /** What was read while the vault was open is not handed out after it has locked. */
  async function withinOneUnlocking(work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
    async function held(): Promise<Result<unknown>> {
      const stillUnlocked = session.hold()
      const result = await work()
      if (result.ok) stillUnlocked()
      return result
    }
    const outcome = await answered(held())
    return outcome.ok ? outcome.value : outcome
  }

  /** What was allowed and takes long is use of the vault for as long as it takes. */
  function keepAwake(isAllowed: () => boolean): () => void {
    let cancel = (): void => undefined
    const wait = (): void => {
      cancel = clock.after(AWAKE_EVERY_MS, () => {
        if (isAllowed()) session.touch()
        wait()
      })
    }
    wait()
    return () => {
      cancel()
    }
  }

  const answered = <Value>(work: Promise<Value>): Promise<Result<Value>> => resultOf(work, 'agent', log)

  return {
    isOpen,
    onChange(listener) {
      let was = isOpen()
      return parts.onEvent(({ name }) => {
        if (name !== 'session.changed' || isOpen() === was) return
        was = isOpen()
        listener()
      })
    },
    connect: visit,
    lock: () => session.lock('user', 'cli'),
    comeForward() {
      // Whoever asks for it in a loop must not take the screen away for good.
      if (clock.monotonicMs() - cameForwardMs < FORWARD_EVERY_MS) return
      cameForwardMs = clock.monotonicMs()
      parts.comeForward()
    }
  }
}

const nothing = (): Record<string, never> => ({})
