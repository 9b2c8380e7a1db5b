import type { CallName, HandlerOutputOf, ParsedInputOf } from '@contract/ipc'
import type { Actor } from '../core/actor'

/** Who calls, as the transport vouches for it. `trusted` is false for a sub-frame, a foreign origin or an unknown window. */
export interface Sender {
  readonly actor: Actor
  readonly trusted: boolean
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
