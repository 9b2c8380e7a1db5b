import type { OutputOf } from '@contract/ipc'
import type { ConnectionId } from '@contract/model/connection'
import type { UsageQuota } from '@contract/model/usage'
import type { QuotaPoint, StoredTotals } from '../../ports/usage-store'
import type { AsyncVaultStore } from '../../ports/vault-store'
import type { SessionKeeper } from '../session-keeper'
import { forecastOf } from './forecast'

/** What accounts have used of what they may. */
export interface Quotas {
  list(connectionId: ConnectionId | null): Promise<OutputOf<'usage.quotas'>>
  /** How one metric came to where it is; a quota of null when the account has no such metric. */
  burndown(connectionId: ConnectionId, metric: string): Promise<OutputOf<'usage.burndown'>>
}

type Metric = StoredTotals['metrics'][number]

/** Tells what went beyond another metric of the same unit; no quota of its own. */
const OVERAGE = 'overage'
const COURSE_DAYS = 90
const DAY_MS = 86_400_000

export function createQuotas(session: SessionKeeper): Quotas {
  async function quotaOf(
    store: AsyncVaultStore,
    totals: StoredTotals,
    metric: Metric,
    name: string
  ): Promise<Quota | null> {
    const { connectionId, readAt, periodStart, periodEnd } = totals
    if (readAt === null) return null
    const from = periodStart ?? new Date(Date.parse(readAt) - COURSE_DAYS * DAY_MS).toISOString()
    const points = await store.usage.course(connectionId, metric.metric, from)
    const { used, limit, unit } = metric
    return {
      quota: {
        connectionId,
        connectionName: name,
        ...metric,
        percent: limit === null || limit <= 0 ? null : (used / limit) * 100,
        overage: overageOf(totals, metric),
        periodStart,
        periodEnd,
        readAt,
        forecast: forecastOf({ metric: metric.metric, unit, used, limit, periodStart, periodEnd, readAt, points })
      },
      points
    }
  }

  async function namesOf(store: AsyncVaultStore): Promise<Map<string, string>> {
    return new Map((await store.remote.connections()).map(({ id, fields }) => [id, fields.name]))
  }

  return {
    async list(connectionId) {
      const store = session.store()
      const [names, all] = await Promise.all([namesOf(store), store.usage.totals(connectionId)])
      const quotas: UsageQuota[] = []
      for (const totals of all) {
        for (const metric of metricsOf(totals)) {
          const found = await quotaOf(store, totals, metric, names.get(totals.connectionId) ?? '')
          if (found !== null) quotas.push(found.quota)
        }
      }
      const renewals = all.flatMap(({ connectionId: id, renewals: told }) =>
        told.map((renewal) => ({ connectionId: id, connectionName: names.get(id) ?? '', ...renewal }))
      )
      return { quotas, renewals: renewals.sort((one, other) => (one.renewsAt < other.renewsAt ? -1 : 1)) }
    },
    async burndown(connectionId, metric) {
      const store = session.store()
      const [totals] = await store.usage.totals(connectionId)
      const found = totals === undefined ? undefined : metricsOf(totals).find((one) => one.metric === metric)
      if (totals === undefined || found === undefined) return { quota: null, points: [] }
      const names = await namesOf(store)
      const quota = await quotaOf(store, totals, found, names.get(connectionId) ?? '')
      return { quota: quota?.quota ?? null, points: [...(quota?.points ?? [])] }
    }
  }
}

interface Quota {
  readonly quota: UsageQuota
  readonly points: readonly QuotaPoint[]
}

function metricsOf({ metrics }: StoredTotals): Metric[] {
  return metrics.filter(({ metric }) => metric !== OVERAGE)
}

function overageOf({ metrics }: StoredTotals, { used, limit, unit }: Metric): number {
  const told = metrics.find((one) => one.metric === OVERAGE && one.unit === unit)?.used
  return told ?? (limit === null ? 0 : Math.max(0, used - limit))
}
