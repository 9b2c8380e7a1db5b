import type { InputOf } from '@contract/ipc'
import type { ConnectionId } from '@contract/model/connection'
import type { ScopeChoice } from '@contract/model/connector'
import { useCallback, useState } from 'react'
import { client } from '../../../client/client'
import type { CallFailure } from '../../../client/failure'
import { useResource } from '../../../stores/use-resource'

export type OptionsOf = InputOf<'connections.options'>['of']

export interface Options {
  /** Null until they came, and where nothing can be asked. */
  readonly items: readonly ScopeChoice[] | null
  readonly failure: CallFailure | null
  again(): void
}

/** What the provider offers now; nothing is asked while `ask` is false. */
export function useOptions(id: ConnectionId, of: OptionsOf, ask: boolean): Options {
  const [attempt, setAttempt] = useState(0)
  const load = useCallback(
    async () => (ask ? (await client.call('connections.options', { id, of })).items : null),
    [id, of, ask]
  )
  const { value, failure } = useResource(attempt, load)
  return {
    items: value,
    failure,
    again() {
      setAttempt((before) => before + 1)
    }
  }
}
