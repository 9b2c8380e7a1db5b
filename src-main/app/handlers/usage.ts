import type { Instant } from '@contract/model/base'
import type { UsageFinding } from '@contract/model/usage'
import type { SessionKeeper } from '../../core/session-keeper'
import { createQuotas } from '../../core/usage/quotas'
import type { UsageSync } from '../../core/usage/sync-types'
import type { TableExports } from '../../core/usage/table-export'
import type { Clock } from '../../ports/clock'
import type { StoredFinding } from '../../ports/usage-store'
import type { ExportDoor } from '../export-door'
import { done, type HandlersOf } from '../handler-types'

interface Parts {
  readonly session: SessionKeeper
  readonly sync: UsageSync
  readonly exports: TableExports
  readonly exportFile: ExportDoor
  readonly clock: Clock
  readonly changed: () => void
}

const DAY_MS = 86_400_000
/** Hours are shown of so many days; beyond, they would be too many to tell apart. */
const HOURS_UP_TO_DAYS = 14

export function usageHandlers(parts: Parts): HandlersOf<'usage'> {
  const { session, sync, exports, exportFile, clock, changed } = parts
  const quotas = createQuotas(session)

  async function withNames(findings: readonly StoredFinding[]): Promise<UsageFinding[]> {
    const connections = await session.store().remote.connections()
    const names = new Map(connections.map(({ id, fields }) => [id, fields.name]))
    return findings.map((finding) => ({ ...finding, connectionName: names.get(finding.connectionId) ?? '' }))
  }

  return {
    'usage.records': (query) => session.store().usage.records(query),
    'usage.summary': ({ filter }) => session.store().usage.summary(filter),
    'usage.series': async ({ filter, bucket, top }) => {
      const { usage } = session.store()
      if (bucket !== null) return usage.series(filter, bucket, top)
      const { firstAt, lastAt } = await usage.summary(filter)
      return usage.series(
        filter,
        daysIn(filter.from ?? firstAt, filter.until ?? lastAt) > HOURS_UP_TO_DAYS ? 'day' : 'hour',
        top
      )
    },
    'usage.facets': (of) => session.store().usage.facets(of),
    'usage.quotas': ({ connectionId }) => quotas.list(connectionId),
    'usage.burndown': ({ connectionId, metric }) => quotas.burndown(connectionId, metric),

    'usage.state': async () => ({ items: await sync.state() }),
    'usage.sync': ({ connectionIds }) => done(sync.sync(connectionIds)),
    'usage.cancelSync': ({ connectionIds }) => done(sync.cancel(connectionIds)),
    'usage.follow': ({ connectionIds }) => done(sync.follow(connectionIds)),

    'usage.export': async ({ filter, format, file }, sender) => {
      const chosen = await exportFile('usage', format, file, sender)
      return { file: chosen, records: await exports.usage(filter, format, chosen) }
    },
    'usage.cancelExport': () => {
      exports.cancel()
      return {}
    },

    'usage.findings': async (of) => {
      const { open, items } = await session.store().usage.findings(of)
      return { open, items: await withNames(items) }
    },
    'usage.acknowledge': async ({ ids, acknowledged }) => {
      const at = acknowledged ? new Date(clock.nowMs()).toISOString() : null
      await session.store().usage.apply([{ op: 'acknowledge', ids, at }], [])
      changed()
      return {}
    },
    'usage.localUse': async (of) => ({ items: await session.store().usage.localUse(of) })
  }
}

function daysIn(from: Instant | null, until: Instant | null): number {
  return from === null || until === null ? 0 : (Date.parse(until) - Date.parse(from)) / DAY_MS
}
