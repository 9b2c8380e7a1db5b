import type { CallName, EventName, InputOf, OutputOf, PayloadOf } from './ipc'
import type { Result } from './errors'

/** The calls whose input crosses as it is. */
export type PlainCallName = Exclude<CallName, 'files.dropped'>

/** What the preload puts on `window.keyquay`: one function for each name of the contract, frozen. */
export type Bridge = {
  readonly [Name in PlainCallName]: (input: InputOf<Name>) => Promise<Result<OutputOf<Name>>>
} & {
  /** Takes the page's own file objects; where they lie is the preload's to ask. */
  readonly 'files.dropped': (files: readonly object[]) => Promise<Result<OutputOf<'files.dropped'>>>
} & {
  /** Listens to one event; the answer stops listening. */
  readonly [Name in EventName]: (listener: (payload: PayloadOf<Name>) => void) => () => void
}
