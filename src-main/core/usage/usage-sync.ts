import { AppError, isAppError } from '@contract/errors'
import type { PayloadOf } from '@contract/ipc'
import type { Instant, KeyId } from '@contract/model/base'
import type { ConnectionId, Failure } from '@contract/model/connection'
import type { ConnectorBook } from '../../connectors/connector'
import type { Clock } from '../../ports/clock'
import type { Log } from '../../ports/log'
import type { SessionKeeper } from '../session-keeper'
import { toFailure } from '../remote/accounts'
import type { ReadAccount } from './read-account'
import { createReadings, type Run } from './readings'
import { createDues } from './dues'
import { offersUsage, toUsageStates } from './states'
import type { UsageSync } from './sync-types'

type Progress = PayloadOf<'usage.progress'>['syncing']

interface Parts {
  readonly session: SessionKeeper
  readonly connectors: ConnectorBook
  readonly clock: Clock
  readonly log: Log
  readonly readAccount: ReadAccount
  /** Whether this process reads by itself; `kq` reads when it is asked to. */
  readonly keepsUp: boolean
  readonly settings: () => { readonly usageKeepDays: number; readonly usageSyncMinutes: number }
  /** An account was read, and told of new use of these keys. Never throws. */
  readonly wasRead: (id: ConnectionId, used: ReadonlySet<KeyId>) => Promise<void>
  readonly changed: () => void
  readonly progress: (syncing: Progress) => void
}

/** After an unlock a person's own requests come first. */
const START_AFTER_MS = 10_000
const LOOK_EVERY_MS = 30_000
const FOLLOW_EVERY_MS = 5_000
const FOLLOW_FOR_MS = 60_000
const DAY_MS = 86_400_000
/** Old calls are removed so many at a time, so that nobody waits for it. */
const PRUNED_AT_ONCE = 20_000

/** Keeps what is known of the usage of every account up to date while the vault is open. */
export function createUsageSync(parts: Parts): UsageSync {
  const { session, connectors, clock, log, settings, keepsUp } = parts
  const dues = createDues(clock, () => settings().usageSyncMinutes)
  const readings = createReadings({ clock, read, changed: parts.changed, progress: parts.progress })
  const following = new Map<ConnectionId, number>()
  const troubles = new Map<ConnectionId, Failure>()
  let cancelLook = (): void => undefined
  let prunedAtMs = Number.NEGATIVE_INFINITY

  function notBefore(): Instant | null {
    const days = settings().usageKeepDays
    return days === 0 ? null : new Date(clock.nowMs() - days * DAY_MS).toISOString()
  }

  async function read(id: ConnectionId, run: Run): Promise<void> {
    const used = new Set<KeyId>()
    const told: Run['told'] = (added, of) => {
      for (const keyId of added.used) used.add(keyId)
      run.told(added, of)
    }
    try {
      const failure = await parts.readAccount({ ...run, connectionId: id, notBefore: notBefore(), told })
      troubles.delete(id)
      if (!run.isQuick) dues.wasRead(id, failure)
    } catch (error) {
      if (isAppError(error, 'vault-locked') || isAppError(error, 'connection-not-found')) return
      const failure = isAppError(error, 'cancelled') ? null : toFailure(error)
      if (failure !== null) {
        troubles.set(id, failure)
        log.warn('usage not read', { code: failure.code })
      }
      dues.wasRead(id, failure)
    }
    await parts.wasRead(id, used)
  }

  /** Those with something to tell, or an empty list. */
  async function offering(): Promise<ConnectionId[]> {
    const { usable } = await connectors.all()
    const byId = new Map(usable.map((connector) => [connector.description.id, connector]))
    const connections = await session.store().remote.connections()
    return connections.flatMap(({ id, connectorId, fields }) => {
      const connector = byId.get(connectorId)
      return fields.mode === 'api' && connector !== undefined && offersUsage(connector) ? [id] : []
    })
  }

  /** Throws `connection-not-found`, `vault-read-only`. */
  async function asked(connections: readonly ConnectionId[]): Promise<ConnectionId[]> {
    if (session.current().readOnly) throw new AppError('vault-read-only', { folder: session.current().vaultName })
    for (const id of connections) await session.store().remote.connection(id)
    const all = await offering()
    return connections.length === 0 ? all : all.filter((id) => connections.includes(id))
  }

  async function look(): Promise<void> {
    cancelLook()
    try {
      const nowMs = clock.monotonicMs()
      for (const [id, untilMs] of following) {
        if (untilMs <= nowMs) following.delete(id)
        else readings.begin(id, true)
      }
      if (keepsUp && session.current().holds === null) {
        const ids = await offering()
        if (ids.some((id) => !dues.knows(id))) await remember(ids)
        for (const id of ids) if (dues.isDue(id)) readings.begin(id, false)
        await prune()
      }
    } catch (error) {
      if (isAppError(error, 'vault-locked')) return
      log.warn('usage not looked at', { code: toFailure(error).code })
    }
    lookAgain()
  }

  function lookAgain(): void {
    cancelLook()
    if (session.current().phase !== 'unlocked' || (!keepsUp && following.size === 0)) return
    cancelLook = clock.after(following.size > 0 ? FOLLOW_EVERY_MS : LOOK_EVERY_MS, () => void look())
  }

  /** When each was read last stands in the vault, so that an unlock does not read them all. */
  async function remember(ids: readonly ConnectionId[]): Promise<void> {
    const store = session.store().usage
    const [logs, totals] = await Promise.all([store.logs(null), store.totals(null)])
    for (const id of ids) {
      const read = [
        ...logs
          .filter(({ connectionId }) => connectionId === id)
          .map(({ syncedAt, complete }) => (complete ? syncedAt : null)),
        ...totals.filter(({ connectionId }) => connectionId === id).map(({ readAt }) => readAt)
      ]
      // One that was left in the middle is due as if it had never been read.
      const isWhole = read.length > 0 && read.every((at) => at !== null)
      dues.remember(id, isWhole ? (read.sort()[0] ?? null) : null)
    }
  }

  async function prune(): Promise<void> {
    const before = notBefore()
    if (before === null || session.current().readOnly || clock.monotonicMs() - prunedAtMs < DAY_MS) return
    prunedAtMs = clock.monotonicMs()
    const store = session.store().usage
    let removed = 0
    for (let more = true; more;) {
      const step = await store.prune(before, PRUNED_AT_ONCE)
      removed += step.removed
      more = step.more && step.removed > 0
    }
    if (removed > 0) parts.changed()
  }

  session.afterUnlock(() => {
    if (!keepsUp || session.current().readOnly) return
    cancelLook = clock.after(START_AFTER_MS, () => void look())
  })
  session.beforeLock(async () => {
    cancelLook()
    following.clear()
    troubles.clear()
    dues.forget()
    prunedAtMs = Number.NEGATIVE_INFINITY
    await readings.end()
  })

  return {
    async state() {
      const store = session.store()
      const { usable } = await connectors.all()
      const [connections, logs, totals] = await Promise.all([
        store.remote.connections(),
        store.usage.logs(null),
        store.usage.totals(null)
      ])
      return toUsageStates({
        connections,
        usable,
        logs,
        totals,
        troubles,
        running: readings.running,
        nextAt: dues.nextAt
      })
    },
    async sync(connections) {
      for (const id of await asked(connections)) readings.begin(id, false)
    },
    async cancel(connections) {
      for (const id of connections.length === 0 ? [...following.keys()] : connections) following.delete(id)
      await readings.end(connections)
    },
    async follow(connections) {
      const untilMs = clock.monotonicMs() + FOLLOW_FOR_MS
      const ids = await asked(connections)
      const isNew = ids.some((id) => !following.has(id))
      for (const id of ids) following.set(id, untilMs)
      if (isNew) await look()
    }
  }
}
