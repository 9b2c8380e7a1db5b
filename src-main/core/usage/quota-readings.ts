import type { Instant, KeyId } from '@contract/model/base'
import type { ConnectionId } from '@contract/model/connection'
import { DEFAULT_RULE_PARTS } from '@contract/model/reminder'
import type { Clock } from '../../ports/clock'
import type { StoredTotals } from '../../ports/usage-store'
import type { AsyncVaultStore } from '../../ports/vault-store'
import { createRuleBook } from '../reminders/rules'
import type { AccountReadings } from '../reminders/subjects'
import type { SessionKeeper } from '../session-keeper'

/**
 * What reminders are told of accounts: how much of their quotas is used, what they renew, and which keys are used in
 * an unusual way. An account is no key, so each thing is told with one: the oldest live one that is tied to it.
 */
export async function accountReadings(session: SessionKeeper, clock: Clock): Promise<AccountReadings> {
  const store = session.store()
  const [totals, spokesman, findings] = await Promise.all([
    store.usage.totals(null),
    spokesmen(store),
    store.usage.findings({
      keyId: null,
      connectionId: null,
      kinds: ['new-address', 'new-endpoint', 'error-burst', 'old-key-used'],
      acknowledged: false,
      limit: 500
    })
  ])
  const newest = new Map<KeyId, Instant>()
  for (const { keyId, at } of findings.items) {
    if (keyId !== null && at > (newest.get(keyId) ?? '')) newest.set(keyId, at)
  }
  return {
    quotas: totals.flatMap((one) => {
      const keyId = spokesman.get(one.connectionId)
      const usedPercent = highestPercent(one)
      if (keyId === undefined || usedPercent === null || one.readAt === null) return []
      const periodEndsAt = one.periodEnd ?? endOfMonth(clock.nowMs())
      return [{ keyId, usedPercent, at: one.readAt, periodEndsAt }]
    }),
    renewals: totals.flatMap(({ connectionId, renewals }) => {
      const keyId = spokesman.get(connectionId)
      return keyId === undefined ? [] : renewals.map((renewal) => ({ keyId, ...renewal }))
    }),
    unusual: [...newest].map(([keyId, at]) => ({ keyId, at }))
  }
}

/** Shares of its quotas, in percent, at which a person wants to know: the rule of the key they are told with. */
export async function thresholdsOf(session: SessionKeeper, connectionId: ConnectionId): Promise<readonly number[]> {
  const store = session.store()
  const [spokesman, rules] = await Promise.all([spokesmen(store), store.reminders.rules()])
  const id = spokesman.get(connectionId)
  if (id === undefined) return DEFAULT_RULE_PARTS.usagePercents
  return createRuleBook(rules)(await store.keys.get(id)).usagePercents
}

async function spokesmen(store: AsyncVaultStore): Promise<Map<ConnectionId, KeyId>> {
  const found = await store.remote.spokesmen()
  return new Map(found.map(({ connectionId, keyId }) => [connectionId, keyId]))
}

/** How much of a limit is used, in percent with one decimal; null where there is none. */
export function percentOf(used: number, limit: number | null): number | null {
  return limit === null || limit <= 0 || used < 0 ? null : Math.floor((1_000 * used) / limit) / 10
}

/** Of the metric that is nearest to its limit, in whole percent: 99.9 is not yet 100. */
function highestPercent({ metrics }: StoredTotals): number | null {
  const percents = metrics.flatMap(({ used, limit }) => percentOf(used, limit) ?? [])
  return percents.length === 0 ? null : Math.min(1_000_000, Math.floor(Math.max(...percents)))
}

/** Where a provider names no period, a month is an occasion. */
function endOfMonth(nowMs: number): Instant {
  const now = new Date(nowMs)
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString()
}
