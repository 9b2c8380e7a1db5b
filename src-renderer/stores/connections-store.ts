import type { OutputOf } from '@contract/ipc'
import type { Connection, ConnectionId } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import { create } from 'zustand'
import { client } from '../client/client'
import { toCallFailure, type CallFailure } from '../client/failure'

export type Connectors = OutputOf<'connectors.list'>

export interface ConnectionsState {
  /** Accounts at providers; null until they came. Of their credentials only the previews are here. */
  readonly connections: readonly Connection[] | null
  /** The manifests that can be used, and what is wrong with the others; null until they came. */
  readonly connectors: Connectors | null
  readonly failure: CallFailure | null
  readonly openId: ConnectionId | null
  /** The one that was open before the list came back; the focus returns to it. */
  readonly leftId: ConnectionId | null
  /** Rises with every change of connections, links, rotations and unfinished work. */
  readonly remoteRevision: number
  refresh(): void
  open(id: ConnectionId | null): void
  forget(): void
}

const blank = { connections: null, connectors: null, failure: null, openId: null, leftId: null }

export const useConnections = create<ConnectionsState>()((set) => {
  let generation = 0
  return {
    ...blank,
    remoteRevision: 0,
    refresh() {
      const mine = ++generation
      set((state) => ({ remoteRevision: state.remoteRevision + 1 }))
      Promise.all([client.call('connectors.list', {}), client.call('connections.list', {})]).then(
        ([connectors, { items }]) => {
          if (mine === generation) set({ connectors, connections: items, failure: null })
        },
        (error: unknown) => {
          if (mine === generation) set({ failure: toCallFailure(error) })
        }
      )
    },
    open(openId) {
      set((state) => ({ openId, leftId: openId === null ? state.openId : null }))
    },
    forget() {
      generation++
      set({ ...blank, remoteRevision: 0 })
    }
  }
})

/** The manifest that speaks for a connection; undefined when it is gone or broken. */
export function connectorOf(
  connectors: Connectors | null,
  connection: Pick<Connection, 'connectorId'>
): ConnectorDescription | undefined {
  return connectors?.items.find(({ id }) => id === connection.connectorId)
}
