import { isAppError } from '@contract/errors'
import type { Instant } from '@contract/model/base'
import type { ConnectionId, Failure } from '@contract/model/connection'
import type { Clock } from '../../ports/clock'
import type { StoredTotals, UsageChange } from '../../ports/usage-store'
import type { AsyncVaultStore } from '../../ports/vault-store'
import type { SessionKeeper } from '../session-keeper'
import { toFailure, type Account, type Accounts } from '../remote/accounts'
import { logsOf, type OfferedLog } from './logs-of'
import { readLog, type LogReading } from './read-log'

/** One reading of an account, as whoever began it follows and ends it. */
export interface AccountReading extends Pick<LogReading, 'isQuick' | 'wantsHead' | 'told'> {
  readonly connectionId: ConnectionId
  readonly signal: AbortSignal
  readonly notBefore: Instant | null
}

/**
 * Reads what an account tells of its usage: totals first, then its logs. What fails is kept with what it is about, and
 * the answer is the first failure. Throws `cancelled`, `vault-locked`, `connection-not-found`, and what the store throws.
 */
export type ReadAccount = (reading: AccountReading) => Promise<Failure | null>

interface Parts {
  readonly session: SessionKeeper
  readonly accounts: Accounts
  readonly clock: Clock
}

export function createReadAccount({ session, accounts, clock }: Parts): ReadAccount {
  type Store = AsyncVaultStore['usage']
  const now = (): Instant => new Date(clock.nowMs()).toISOString()

  async function readTotals(store: Store, account: Account, { signal }: AccountReading): Promise<Failure | null> {
    const { connection } = account
    const save = (totals: StoredTotals): Promise<void> => store.apply([{ op: 'save-totals', totals }], [])
    try {
      const totals = await accounts.ask(account, 'usageTotals', connection.fields.name, (connector, exchange) =>
        connector.usageTotals({ ...exchange, signal: AbortSignal.any([exchange.signal, signal]) })
      )
      await save({ ...totals, connectionId: connection.id, readAt: now(), failure: null })
      return null
    } catch (error) {
      if (endsReading(error)) throw error
      const failure = toFailure(error)
      const [before] = await store.totals(connection.id)
      await save({ ...(before ?? NO_TOTALS), connectionId: connection.id, failure })
      return failure
    }
  }

  async function readOne(
    store: Store,
    account: Account,
    { log, keyId, isOld }: OfferedLog,
    reading: AccountReading
  ): Promise<Failure | null> {
    const { connection } = account
    const find = async () =>
      (await store.logs(connection.id)).find(({ kind, remoteId }) => kind === log.kind && remoteId === log.remoteId)
    const known = (await find()) ?? null
    try {
      await accounts.ask(account, 'usageLog', connection.fields.name, (connector, exchange) =>
        readLog({
          ...reading,
          store,
          connector,
          exchange: { ...exchange, signal: AbortSignal.any([exchange.signal, reading.signal]) },
          clock,
          log,
          known,
          keyId
        })
      )
      return null
    } catch (error) {
      if (endsReading(error)) throw error
      const failure = isOld && isAppError(error, 'provider-not-found') ? null : toFailure(error)
      // What it has read until then stands.
      const stands = (await find()) ?? { ...log, position: null, syncedAt: null, complete: false }
      const { kind, remoteId, connectionId, position, syncedAt, complete } = stands
      const sync = { kind, remoteId, connectionId, position, syncedAt, complete, failure }
      const change: UsageChange = { op: 'save-sync', sync }
      await store.apply([change], [])
      return failure
    }
  }

  return async (reading) => {
    // This unlocking's store: a lock waits until what has been read is kept.
    const open = session.store()
    const account = await accounts.of(reading.connectionId)
    if (!accounts.speaks(account)) return null
    let first: Failure | null = null
    if (!reading.isQuick && account.connector.offersAccount('usageTotals')) {
      first = await readTotals(open.usage, account, reading)
      if (first !== null && isOfAccount(first)) return first
    }
    const [links, rotations] = await Promise.all([
      open.remote.links(reading.connectionId),
      open.remote.rotations({ open: false, keyId: null })
    ])
    for (const offered of logsOf(account, links, rotations, clock.nowMs())) {
      const failure = await readOne(open.usage, account, offered, reading)
      first ??= failure
      // The other logs would fail for the same reason.
      if (failure !== null && isOfAccount(failure)) return first
    }
    return first
  }
}

const NO_TOTALS: Omit<StoredTotals, 'connectionId' | 'failure'> = {
  readAt: null,
  periodStart: null,
  periodEnd: null,
  metrics: [],
  renewals: []
}

/** Nothing went wrong there, or nothing can be written down any more. */
function endsReading(error: unknown): boolean {
  const codes = [
    'cancelled',
    'vault-locked',
    'vault-read-only',
    'connection-not-found',
    'disk-full',
    'disk-failed',
    'vault-damaged'
  ] as const
  return codes.some((code) => isAppError(error, code))
}

/** What is wrong with one log says nothing of the others. */
function isOfAccount({ code }: Failure): boolean {
  return !['provider-not-found', 'provider-forbidden', 'provider-rejected', 'operation-not-offered'].includes(code)
}
