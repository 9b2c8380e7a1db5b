import type { CallName, EventName, InputOf, OutputOf, PayloadOf } from './ipc'
import type { Result } from './errors'

/** What the preload puts on `window.keyquay`: one function for each name of the contract, frozen. */
export type Bridge = {
  readonly [Name in CallName]: (input: InputOf<Name>) => Promise<Result<OutputOf<Name>>>
} & {
  /** Listens to one event; the answer stops listening. */
  readonly [Name in EventName]: (listener: (payload: PayloadOf<Name>) => void) => () => void
}
