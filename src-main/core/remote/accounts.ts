import { AppError, isAppError } from '@contract/errors'
import type { ConnectionId, Failure } from '@contract/model/connection'
import type { KeyKind } from '@contract/model/connector'
import type { Connector, ConnectorBook, Exchange } from '../../connectors/connector'
import type { StoredConnection } from '../../ports/remote-store'
import type { Clock } from '../../ports/clock'
import type { SessionKeeper } from '../session-keeper'
import type { Work } from './work'
import { toText } from './secret-text'

/** A connection with the connector that speaks for it. */
export interface Account {
  readonly connection: StoredConnection
  readonly connector: Connector
  /** Throws `connector-not-found` when its manifest has no such kind any more. */
  kind(id: string): KeyKind
}

export interface Accounts {
  /** Throws `connection-not-found`, and `connector-not-found` when its manifest is gone or broken. */
  of(id: ConnectionId): Promise<Account>
  /**
   * Runs `work` with the account's credentials in hand, shown as `job` on `name`. In guided mode nothing may be sent:
   * throws `operation-not-offered`.
   */
  ask<Value>(
    account: Account,
    job: string,
    name: string,
    work: (connector: Connector, exchange: Exchange) => Promise<Value>
  ): Promise<Value>
  /** Whether anything can be sent for it. */
  speaks(account: Account): boolean
}

interface Parts {
  readonly session: SessionKeeper
  readonly connectors: ConnectorBook
  readonly clock: Clock
  readonly work: Work
}

export function createAccounts({ session, connectors, clock, work }: Parts): Accounts {
  return {
    async of(id) {
      const connection = await session.store().remote.connection(id)
      const connector = await connectors.find(connection.connectorId)
      if (connector === null) throw new AppError('connector-not-found', { connector: connection.connectorId })
      return {
        connection,
        connector,
        kind(kindId) {
          const kind = connector.description.kinds.find((known) => known.id === kindId)
          if (kind === undefined) throw new AppError('connector-not-found', { connector: connector.description.id })
          return kind
        }
      }
    },
    speaks: ({ connection }) => connection.fields.mode === 'api',
    async ask({ connection, connector }, job, name, run) {
      if (connection.fields.mode !== 'api') {
        throw new AppError('operation-not-offered', { operation: job, provider: connector.description.name })
      }
      const stillUnlocked = session.hold()
      requireSameOrigin(connection, connector)
      const stored = await session.store().remote.credentials(connection.id)
      const credentials: Record<string, string> = {}
      for (const { id, secret } of stored) credentials[id] = toText(secret)
      const { fields } = connection
      return work.run(job, name, ({ signal, waiting }) => {
        // A lock that came while the credentials were read has ended what was under way; this must not begin.
        stillUnlocked()
        return run(connector, {
          account: {
            baseUrl: fields.baseUrl ?? connector.description.baseUrl ?? '',
            variables: fields.variables,
            overrides: fields.overrides,
            credentials,
            policy: { allowPrivate: fields.allowPrivate, ca: fields.ca, paceKey: connection.id }
          },
          signal,
          nowMs: clock.nowMs(),
          waiting
        })
      })
    }
  }
}

/**
 * Credentials go where they were entered for. A manifest that was changed meanwhile, and says another address, does
 * not take them along. Throws `url-other-host`.
 */
function requireSameOrigin({ fields, origin }: StoredConnection, connector: Connector): void {
  const now = connector.originFor({
    baseUrl: fields.baseUrl ?? connector.description.baseUrl ?? '',
    variables: fields.variables
  })
  if (now !== origin) throw new AppError('url-other-host', { host: new URL(now).host })
}

/** A failure as it is kept: its code and the details its text needs. Anything unexpected becomes `internal`. */
export function toFailure(error: unknown): Failure {
  const known = isAppError(error) ? error : new AppError('internal', {})
  return { code: known.code, details: known.details }
}

/** Whether the provider may have carried out what was sent. */
export function isOutcomeUnknown(error: unknown): boolean {
  return isAppError(error, 'provider-outcome-unknown') || isAppError(error, 'cancelled')
}
