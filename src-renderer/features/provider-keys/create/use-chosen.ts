import type { Connection, ConnectionId } from '@contract/model/connection'
import type { ConnectorDescription, KeyKind } from '@contract/model/connector'
import { connectorOf, useConnections } from '../../../stores/connections-store'

/** Where a new key is made, and what the manifest says of its kind. */
export interface Chosen {
  readonly connection: Connection
  readonly connector: ConnectorDescription
  readonly kind: KeyKind
}

/** What the ids mean; null while something of it is missing. */
export function useChosen(connectionId: ConnectionId | null, kindId: string | null): Chosen | null {
  const connections = useConnections((state) => state.connections)
  const connectors = useConnections((state) => state.connectors)
  const connection = connections?.find(({ id }) => id === connectionId)
  const connector = connection && connectorOf(connectors, connection)
  const kind = connector?.kinds.find(({ id }) => id === kindId)
  return connection && connector && kind ? { connection, connector, kind } : null
}
