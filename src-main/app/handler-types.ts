import type { CallName, HandlerOutputOf, ParsedInputOf } from '@contract/ipc'
import type { KeyId } from '@contract/model/base'
import type { Actor } from '../core/actor'
import type { GrantNeed } from '../core/grants/extent'

/** Who calls, as the transport vouches for it. `trusted` is false for a sub-frame, a foreign origin or an unknown window. */
export interface Sender {
  readonly actor: Actor
  readonly trusted: boolean
  /** There where the call came over the agent's socket. */
  readonly visitor?: Visitor
}

/** A program in a terminal that may do what it was granted. */
export interface Visitor {
  /**
   * Resolves once it may do what needs `need`, which may take until somebody has answered in the window. Throws
   * `grant-denied`, `grant-timed-out`, `grant-queue-full`, `grant-needs-password`, `cancelled`, `vault-locked`.
   */
  require(need: GrantNeed): Promise<void>
  /** The keys this very connection has made. */
  readonly made: Pick<Set<KeyId>, 'add' | 'has'>
}

/** The part of the handlers whose names start with one of `Prefix`. */
export type HandlersOf<Prefix extends string> = Pick<Handlers, Extract<CallName, `${Prefix}.${string}`>>

/** One handler for each method of the contract; a forgotten one does not compile. */
export type Handlers = {
  readonly [Name in CallName]: (
    input: ParsedInputOf<Name>,
    sender: Sender
  ) => Promise<HandlerOutputOf<Name>> | HandlerOutputOf<Name>
}

/** For calls that answer nothing but that they are done. */
export async function done(work: Promise<unknown>): Promise<Record<string, never>> {
  await work
  return {}
}
