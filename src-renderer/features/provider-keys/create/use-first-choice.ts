import type { ConnectionId } from '@contract/model/connection'
import { connectorOf, useConnections } from '../../../stores/connections-store'
import { emptyCreate, forKind, type CreateValues } from '../model/create-form'

/** The form's beginning where nothing is left to choose: one account was meant or there is only one, with one kind. */
export function useFirstChoice(connectionId: ConnectionId | null): CreateValues | null {
  const connections = useConnections((state) => state.connections) ?? []
  const connectors = useConnections((state) => state.connectors)
  const usable = connections.filter((connection) => connection.usable)
  const connection =
    connectionId === null ? (usable.length === 1 ? usable[0] : undefined) : usable.find(({ id }) => id === connectionId)
  const [kind, ...others] = (connection && connectorOf(connectors, connection)?.kinds) ?? []
  if (connection === undefined || kind === undefined) return null
  return others.length === 0 ? forKind(emptyCreate, connection.id, kind) : null
}
