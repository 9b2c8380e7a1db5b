import { AppError, isAppError, type Result } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { Grants } from '../core/grants/grants'
import type { Keys } from '../core/keys'
import type { SessionKeeper } from '../core/session'
import type { AgentDoor, AgentStanding, AgentVisit, AgentWant, Caller } from '../ports/agent'
import type { Log } from '../ports/log'
import { resultOf, type Dispatch } from './dispatcher'
import type { Sender, Visitor } from './handler-types'

interface Parts {
  readonly session: SessionKeeper
  readonly grants: Grants
  readonly keys: Keys
  readonly dispatch: Dispatch
  readonly log: Log
  readonly onSessionChange: (listener: () => void) => () => void
  readonly comeForward: () => void
}

/** The door for programs in a terminal: the same dispatch as everybody's, and a grant for each call. */
export function createAgentDoor(parts: Parts): AgentDoor {
  const { session, grants, dispatch, log } = parts
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

  function visit(caller: Caller): AgentVisit {
    const visitor: Visitor = {
      async require(need) {
        await grants.require(caller, need)
        session.touch()
      }
    }
    const sender: Sender = { actor: 'cli', trusted: true, visitor }

    async function want({ change, secrets }: AgentWant): Promise<void> {
      requireOpen()
      await visitor.require({ reach: change ? 'change' : 'read', secrets: (await idsOf(secrets)) ?? [] })
    }

    async function prove(password: string): Promise<void> {
      requireOpen()
      await session.confirm(password, 'cli')
      grants.giveWithPassword(caller)
      session.touch()
    }

    function standing(): AgentStanding {
      requireOpen()
      return { ...session.standing(), grant: grants.of(caller) }
    }

    return {
      call: (name, input) => dispatch({ name, input }, sender),
      want: (need) => answered(want(need).then(nothing)),
      prove: (password) => answered(prove(password).then(nothing)),
      standing: () => answered(Promise.resolve().then(standing)),
      left: () => {
        grants.left(caller)
      }
    }
  }

  function requireOpen(): void {
    if (!isOpen()) throw new AppError('vault-locked', {})
  }

  const answered = <Value>(work: Promise<Value>): Promise<Result<Value>> => resultOf(work, 'agent', log)

  return {
    isOpen,
    onChange(listener) {
      let was = isOpen()
      return parts.onSessionChange(() => {
        if (isOpen() === was) return
        was = isOpen()
        listener()
      })
    },
    connect: visit,
    lock: () => session.lock('user', 'cli'),
    comeForward: parts.comeForward
  }
}

const nothing = (): Record<string, never> => ({})
