import { AppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { RemoteLink } from '@contract/model/connection'
import type { ConnectorDescription, KeyKind } from '@contract/model/connector'
import type { KeyDetails } from '@contract/model/key'
import type { Client } from '../client'
import { findConnector, findKind } from './connections'

/** A key that is tied to one at a provider, with what that provider offers for it. */
export interface TiedKey {
  readonly id: KeyId
  readonly key: KeyDetails
  readonly link: RemoteLink
  readonly connector: ConnectorDescription
  readonly kind: KeyKind
}

/** By name, env name or id. Throws `key-not-found`, `key-ambiguous`, `key-not-connected`, `connector-not-found`. */
export async function findTiedKey(call: Client, name: string): Promise<TiedKey> {
  const { id } = await call('keys.find', { name })
  const key = await call('keys.get', { id })
  const { link } = await call('remote.get', { id })
  if (link === null) throw new AppError('key-not-connected', { name: key.name })
  const connector = await findConnector(call, link.connectorId)
  return { id, key, link, connector, kind: findKind(connector, link.kind) }
}
