import type { KeyId } from '@contract/model/base'
import type { Connection, RemoteLink } from '@contract/model/connection'
import type { ConnectorDescription, KeyKind } from '@contract/model/connector'
import type { KeyDetails } from '@contract/model/key'
import { useCallback } from 'react'
import { client } from '../../client/client'
import type { CallFailure } from '../../client/failure'
import { connectorOf, useConnections } from '../../stores/connections-store'
import { useKeyList } from '../../stores/key-list-store'
import { useResource } from '../../stores/use-resource'

/** A key of the vault with all that ties it to its provider. */
export interface TiedKey {
  readonly saved: KeyDetails
  readonly link: RemoteLink
  readonly connection: Connection
  readonly connector: ConnectorDescription
  readonly kind: KeyKind
  /** The provider as it writes itself. */
  readonly provider: string
  /** Whether anything can be sent; otherwise the person works in the provider's console. */
  readonly speaks: boolean
}

export interface TiedKeyState {
  readonly saved: KeyDetails | null
  /** Undefined until it is known; null for a key that is tied to none. */
  readonly link: RemoteLink | null | undefined
  /** Null while something of it is missing: not yet there, or a connector that is gone. */
  readonly tied: TiedKey | null
  readonly failure: CallFailure | null
}

/** A key and its tie, asked for again whenever keys or connections change. */
export function useTiedKey(id: KeyId): TiedKeyState {
  const keys = useKeyList((state) => state.keysRevision)
  const remote = useConnections((state) => state.remoteRevision)
  const connections = useConnections((state) => state.connections)
  const connectors = useConnections((state) => state.connectors)
  const load = useCallback(async () => {
    const [saved, { link }] = await Promise.all([client.call('keys.get', { id }), client.call('remote.get', { id })])
    return { saved, link }
  }, [id])
  const { value, failure } = useResource(`${String(keys)} ${String(remote)}`, load)
  // While another key's answer is on its way the one before must not pass for it.
  if (value?.saved.id !== id) return { saved: null, link: undefined, tied: null, failure }
  const { saved, link } = value
  const connection = connections?.find((known) => known.id === link?.connectionId)
  const connector = connection && connectorOf(connectors, connection)
  const kind = connector?.kinds.find((known) => known.id === link?.kind)
  if (link === null || connection === undefined || connector === undefined || kind === undefined) {
    return { saved, link, tied: null, failure }
  }
  const speaks = link.mode === 'api'
  return { saved, link, tied: { saved, link, connection, connector, kind, provider: connector.name, speaks }, failure }
}
