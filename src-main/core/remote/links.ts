import { AppError } from '@contract/errors'
import type { Instant, KeyId } from '@contract/model/base'
import type { RemoteKey, RemoteLink } from '@contract/model/connection'
import type { KeyChange, KeyFields, KeyState } from '@contract/model/key'
import type { StoredLink, LocalPart } from '../../ports/remote-store'
import type { StoredKey } from '../../ports/vault-store'
import type { SessionKeeper } from '../session-keeper'
import type { Account, Accounts } from './accounts'

/** A key of the vault, what ties it to the provider, and the account it stands in. */
export interface TiedKey extends Account {
  readonly key: StoredKey
  readonly link: StoredLink
}

/** A tied key that has an id at the provider. */
export type RemoteTiedKey = TiedKey & { readonly link: StoredLink & { readonly remoteId: string } }

/** Throws `key-not-found`, `key-not-connected`, `connector-not-found`. */
export async function tiedKey(session: SessionKeeper, accounts: Accounts, id: KeyId): Promise<TiedKey> {
  const store = session.store()
  const key = await store.keys.get(id)
  const link = await store.remote.link(id)
  if (link === null) throw new AppError('key-not-connected', { name: key.name })
  return { key, link, ...(await accounts.of(link.connectionId)) }
}

/** Throws `key-not-connected` for a key that is followed by hand. */
export function withRemoteId(tied: TiedKey): RemoteTiedKey {
  const { remoteId } = tied.link
  if (remoteId === null) throw new AppError('key-not-connected', { name: tied.key.name })
  return { ...tied, link: { ...tied.link, remoteId } }
}

/** The key as the vault knows it, where the provider does not tell of keys one by one. */
export function knownAtProvider({ key, link }: TiedKey, remoteId: string): RemoteKey {
  return {
    remoteId,
    name: key.name,
    description: key.description,
    preview: null,
    scopes: key.scopes,
    roles: key.roles,
    services: [...link.services],
    ipRanges: key.ipRanges,
    environment: key.environment,
    project: key.project,
    status: 'unknown',
    createdAt: key.createdAt,
    expiresAt: key.expiresAt,
    lastUsedAt: key.lastUsedAt
  }
}

export function toRemoteLink({ connection, connector, link }: Omit<TiedKey, 'key'>): RemoteLink {
  return {
    keyId: link.keyId,
    connectionId: link.connectionId,
    connectionName: connection.fields.name,
    connectorId: connector.description.id,
    kind: link.kind,
    mode: connection.fields.mode,
    remoteId: link.remoteId,
    origin: link.origin,
    policy: link.policy,
    seenAt: link.seenAt,
    missing: link.missing,
    forgetsSecret: link.forgetsSecret
  }
}

/** The vault's fields for a key as its provider has it. Its value is kept at first, whatever the policy: see `putAway`. */
export function fieldsOf(provider: string, key: RemoteKey, local: LocalPart): KeyFields {
  return {
    ...local,
    keep: 'vault',
    name: toStorableName(key),
    description: key.description,
    provider,
    remoteId: null,
    project: local.project ?? key.project,
    environment: local.environment ?? key.environment,
    scopes: [...key.scopes],
    roles: [...key.roles],
    ipRanges: [...key.ipRanges],
    createdAt: key.createdAt,
    expiresAt: key.expiresAt
  }
}

/** What the provider says of a key that the vault has otherwise; empty when they agree. */
export function differences(key: StoredKey, remote: RemoteKey): KeyChange {
  const change: KeyChange = {}
  if (remote.expiresAt !== key.expiresAt && remote.expiresAt !== null) change.expiresAt = remote.expiresAt
  if (!sameWords(remote.scopes, key.scopes)) change.scopes = [...remote.scopes]
  if (!sameWords(remote.roles, key.roles)) change.roles = [...remote.roles]
  if (!sameWords(remote.ipRanges, key.ipRanges)) change.ipRanges = [...remote.ipRanges]
  if (remote.description !== key.description && remote.description !== '') change.description = remote.description
  return change
}

/** The vault's word for the provider's; null where the vault's own stands. */
export function stateOf(status: RemoteKey['status'], present: KeyState): KeyState | null {
  if (present === 'rotating') return null
  switch (status) {
    case 'active':
      return 'active'
    case 'disabled':
      return 'disabled'
    case 'revoked':
      return 'revoked'
    // Expired and in grace follow from dates; an unknown word says nothing.
    case 'expired':
    case 'grace':
    case 'unknown':
      return null
  }
}

export function newLink(
  part: Pick<StoredLink, 'keyId' | 'connectionId' | 'kind' | 'remoteId' | 'origin' | 'forgetsSecret'> & {
    services: readonly string[]
    at: Instant
  }
): StoredLink {
  const { at, ...rest } = part
  return {
    ...rest,
    policy: { kind: 'by-hand' },
    seenAt: at,
    missing: false,
    unseen: rest.origin !== 'adopted',
    attemptedAt: null,
    rotatedAt: at
  }
}

function toStorableName({ name, remoteId }: RemoteKey): string {
  const text = name.trim().slice(0, 200)
  return text === '' ? remoteId.slice(0, 200) : text
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && [...one].sort().every((word, index) => word === [...other].sort()[index])
}
