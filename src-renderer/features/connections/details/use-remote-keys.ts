import type { OutputOf } from '@contract/ipc'
import type { ConnectionId } from '@contract/model/connection'
import { useEffect, useState } from 'react'
import { client } from '../../../client/client'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { useKeyList } from '../../../stores/key-list-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'

export interface RemoteKeysState {
  readonly listed: (OutputOf<'connections.keys'> & { readonly at: string }) | null
  readonly failure: CallFailure | null
  readonly loading: boolean
  reload(): void
}

/**
 * What the provider lists: asked once when the account is opened, again when a person asks, and after something was
 * done with a key in a dialog over it; never on events, as each listing is itself a change that is told.
 */
export function useRemoteKeys(id: ConnectionId, ask: boolean): RemoteKeysState {
  const [listed, setListed] = useState<RemoteKeysState['listed']>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [loading, setLoading] = useState(ask)
  const [round, setRound] = useState(0)

  useEffect(() => {
    if (!ask) return
    let wanted = true
    client
      .call('connections.keys', { id })
      .then(
        (answer) => {
          if (!wanted) return
          setListed({ ...answer, at: new Date().toISOString() })
          setFailure(null)
        },
        (error: unknown) => {
          if (wanted) setFailure(toCallFailure(error))
        }
      )
      .finally(() => {
        if (wanted) setLoading(false)
      })
    return () => {
      wanted = false
    }
  }, [id, ask, round])

  const inDialog = useProviderDialog((state) => state.opened)
  useEffect(() => {
    if (!ask || !inDialog) return
    const before = useKeyList.getState().keysRevision
    return () => {
      if (useKeyList.getState().keysRevision === before) return
      setLoading(true)
      setRound((count) => count + 1)
    }
  }, [ask, inDialog])

  return {
    listed,
    failure,
    loading,
    reload() {
      setLoading(true)
      setRound((count) => count + 1)
    }
  }
}
