import type { ErrorEnvelope } from '@contract/errors'
import type { CallName, InputOf, OutputOf } from '@contract/ipc'
import type { KeyquayApp } from '../app/create-app'

/** A call that was answered with a failure; it ends the command. */
export class CallFailed extends Error {
  readonly envelope: ErrorEnvelope

  constructor(envelope: ErrorEnvelope) {
    super(envelope.code)
    this.name = 'CallFailed'
    this.envelope = envelope
  }
}

export type Client = <Name extends CallName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>

/** The command line asks over the same contract as the window. */
export function createClient(app: KeyquayApp): Client {
  return async <Name extends CallName>(name: Name, input: InputOf<Name>) => {
    const result = await app.dispatch({ name, input }, { actor: 'cli', trusted: true })
    if (!result.ok) throw new CallFailed(result.error)
    return result.value as OutputOf<Name>
  }
}
