import type { CallName, HandlerOutputOf, ParsedInputOf } from '@contract/ipc'
import type { Sender } from './dispatcher'

/** One handler for each method of the contract; a forgotten one does not compile. */
export type Handlers = {
  readonly [Name in CallName]: (input: ParsedInputOf<Name>, sender: Sender) => Promise<HandlerOutputOf<Name>> | HandlerOutputOf<Name>
}
