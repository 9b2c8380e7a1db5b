import type { Instant } from '@contract/model/base'
import type { ConnectionId, Failure } from '@contract/model/connection'
import type { UsageLogState, UsageOffer, UsageState } from '@contract/model/usage'
import type { Connector } from '../../connectors/connector'
import type { StoredConnection } from '../../ports/remote-store'
import type { StoredLogState, StoredTotals } from '../../ports/usage-store'
import type { Running } from './readings'

interface Facts {
  readonly connections: readonly StoredConnection[]
  readonly usable: readonly Connector[]
  readonly logs: readonly StoredLogState[]
  readonly totals: readonly StoredTotals[]
  /** What kept an account from being read, and could not be written down. */
  readonly troubles: ReadonlyMap<ConnectionId, Failure>
  readonly running: (id: ConnectionId) => Running | null
  readonly nextAt: (id: ConnectionId) => Instant | null
}

/** Whether an account of it has anything to tell of its usage. */
export function offersUsage(connector: Connector): boolean {
  return offersLog(connector) || connector.offersAccount('usageTotals')
}

/** How each account tells of its usage, and how far it was read. */
export function toUsageStates(facts: Facts): UsageState[] {
  const byId = new Map(facts.usable.map((connector) => [connector.description.id, connector]))
  return facts.connections.map((connection) => {
    const { id } = connection
    const connector = byId.get(connection.connectorId)
    const offer = (isOffered: (one: Connector) => boolean): UsageOffer => {
      if (connector === undefined) return 'unusable'
      if (connection.fields.mode !== 'api') return 'guided'
      return isOffered(connector) ? 'offered' : 'not-offered'
    }
    const trouble = facts.troubles.get(id) ?? null
    const logs = facts.logs.filter(({ connectionId }) => connectionId === id).map((log) => toLogState(log, trouble))
    const totals = facts.totals.find(({ connectionId }) => connectionId === id)
    return {
      connectionId: id,
      connectionName: connection.fields.name,
      provider: connector?.description.name ?? connection.connectorId,
      log: offer(offersLog),
      totals: offer((one) => one.offersAccount('usageTotals')),
      logs,
      totalsReadAt: totals?.readAt ?? null,
      totalsFailure: totals?.failure ?? (logs.length === 0 ? trouble : null),
      nextAt: facts.nextAt(id),
      running: facts.running(id)
    }
  })
}

function offersLog(connector: Connector): boolean {
  return connector.description.kinds.some(({ id }) => connector.usageLogOf(id) !== null)
}

function toLogState(log: StoredLogState, trouble: Failure | null): UsageLogState {
  const { kind, keyId, keyName, syncedAt, records, oldestAt, newestAt, complete, failure } = log
  return { kind, keyId, keyName, syncedAt, records, oldestAt, newestAt, complete, failure: failure ?? trouble }
}
