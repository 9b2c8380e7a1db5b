import { AppError } from '@contract/errors'
import type { Instant, KeyId } from '@contract/model/base'
import type { ConnectionId, RemoteKey, RemoteRequest } from '@contract/model/connection'
import type { Clock } from '../../ports/clock'
import type { LocalPart, StoreChange } from '../../ports/remote-store'
import { auditOf, type Actor } from '../actor'
import { newKeyId } from '../ids'
import { previewOf } from '../preview'
import type { SessionKeeper } from '../session-keeper'
import type { Accounts } from './accounts'
import { fieldsOf, newLink } from './links'
import type { NewSecrets } from './new-secrets'
import { toCreateInput } from './request'
import type { SendOnce } from './requests'

export interface NewRemoteKey {
  readonly connectionId: ConnectionId
  readonly kind: string
  readonly request: RemoteRequest
  readonly local: LocalPart
}

export interface Creation {
  /** Makes a key at the provider. Throws as {@link SendOnce} and the checks of the request do. */
  create(wanted: NewRemoteKey, actor: Actor): Promise<KeyId>
  /** Stores one that the person made in the provider's console. Throws `key-format-mismatch` unless `anyFormat`. */
  enter(wanted: NewRemoteKey, secret: string, anyFormat: boolean, actor: Actor): Promise<KeyId>
}

interface Parts {
  readonly session: SessionKeeper
  readonly accounts: Accounts
  readonly sendOnce: SendOnce
  readonly fresh: NewSecrets
  readonly clock: Clock
  readonly changed: () => void
}

export function createCreation({ session, accounts, sendOnce, fresh, clock, changed }: Parts): Creation {
  const now = (): Instant => new Date(clock.nowMs()).toISOString()

  function toChanges(
    id: KeyId,
    wanted: NewRemoteKey,
    provider: string,
    key: RemoteKey,
    secret: string,
    guided: boolean
  ): StoreChange[] {
    const fields = fieldsOf(provider, key, wanted.local)
    return [
      {
        op: 'add-key',
        key: {
          id,
          fields: { ...fields, name: wanted.request.name },
          state: 'active',
          preview: previewOf(secret),
          secret: new TextEncoder().encode(secret),
          at: now()
        }
      },
      {
        op: 'save-link',
        link: newLink({
          keyId: id,
          connectionId: wanted.connectionId,
          kind: wanted.kind,
          remoteId: guided ? null : key.remoteId,
          origin: guided ? 'guided' : 'created',
          forgetsSecret: wanted.local.keep === 'never',
          services: key.services,
          at: now()
        })
      }
    ]
  }

  return {
    async create(wanted, actor) {
      const account = await accounts.of(wanted.connectionId)
      const kind = account.kind(wanted.kind)
      if (!account.connector.offers(kind.id, 'create')) {
        throw new AppError('operation-not-offered', {
          operation: 'create',
          provider: account.connector.description.name
        })
      }
      const input = toCreateInput(kind, wanted.request, clock.nowMs())
      const id = newKeyId(clock.nowMs())
      await sendOnce({
        account,
        actor,
        intent: {
          job: 'create',
          kind: kind.id,
          keyId: null,
          label: input.name,
          request: wanted.request,
          local: wanted.local
        },
        send: (one, exchange) => one.create(kind.id, input, exchange),
        keep: ({ key, secret }) => ({
          changes: toChanges(id, wanted, account.connector.description.name, withAsked(key, wanted), secret, false),
          audit: [auditOf('key.created', actor, clock.nowMs(), id, account.connection.fields.name)]
        })
      })
      fresh.add(id, 1)
      changed()
      return id
    },
    async enter(wanted, secret, anyFormat, actor) {
      const account = await accounts.of(wanted.connectionId)
      const kind = account.kind(wanted.kind)
      const input = toCreateInput(kind, wanted.request, clock.nowMs())
      const expected = account.connector.formatMismatch(kind.id, secret)
      if (expected !== null && !anyFormat) {
        throw new AppError('key-format-mismatch', { provider: account.connector.description.name, expected })
      }
      const id = newKeyId(clock.nowMs())
      const key: RemoteKey = {
        ...input,
        remoteId: '',
        preview: null,
        scopes: [...input.scopes],
        roles: [...input.roles],
        services: [...input.services],
        ipRanges: [...input.ipRanges],
        status: 'active',
        createdAt: now(),
        expiresAt: input.expiry.kind === 'at' ? input.expiry.at : null,
        lastUsedAt: null
      }
      await session
        .store()
        .remote.apply(toChanges(id, wanted, account.connector.description.name, key, secret, true), [
          auditOf('key.created', actor, clock.nowMs(), id, `by hand, ${account.connection.fields.name}`)
        ])
      fresh.add(id, 1)
      changed()
      return id
    }
  }
}

/** Providers answer a creation with less than they were told; what was asked for stands where they say nothing. */
function withAsked(key: RemoteKey, { request }: NewRemoteKey): RemoteKey {
  return {
    ...key,
    description: key.description === '' ? request.description : key.description,
    scopes: key.scopes.length === 0 ? request.scopes : key.scopes,
    roles: key.roles.length === 0 ? request.roles : key.roles,
    services: key.services.length === 0 ? request.services : key.services,
    ipRanges: key.ipRanges.length === 0 ? request.ipRanges : key.ipRanges,
    environment: key.environment ?? request.environment,
    project: key.project ?? request.project
  }
}
