import type { Connection, ConnectionId } from '@contract/model/connection'
import type { SavedKeyView } from '@contract/model/key-views'
import { keyViewFields } from '@contract/model/key-views'
import { usageFilter, type UsageFilter, type UsageRecord, type UsageState } from '@contract/model/usage'
import { Refusal, type CallsOf, type FakeWorld } from './fake-calls.ts'
import { instantAt, sampleId } from './sample-keys.ts'
import {
  isWanted,
  sampleFindings,
  sampleLocalUse,
  sampleQuotas,
  sampleRecords,
  sampleRenewals
} from './sample-usage.ts'

export interface FakeUsageOptions {
  /** How many calls the log holds; `none`: nothing was read yet. */
  readonly usage?: 'none' | number
  /** Reading the first account's log fails. */
  readonly usageFails?: boolean
  readonly views?: readonly SavedKeyView[]
}

interface World extends FakeWorld {
  readonly connections: { all(): readonly Connection[] }
}

type Input = Parameters<CallsOf<'usage'>['usage.summary']>[0]

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
/** Of these providers one tells of no log. */
const WITHOUT_LOG = 'cloudapi'

/** Usage of the fake vault: a log over 90 days, quotas, findings and local use. */
export function createFakeUsage(world: World, options: FakeUsageOptions): CallsOf<'usage' | 'views'> {
  const nowMs = Date.now()
  const connections = world.connections.all()
  const logged = connections.filter(
    ({ connectorId, usable, mode }) => usable && mode === 'api' && connectorId !== WITHOUT_LOG
  )
  const keys = [...world.keys.values()].filter(({ details }) => details.deletedAt === null).slice(0, 5)
  const amount = options.usage === 'none' ? 0 : (options.usage ?? 5_000)
  const records = sampleRecords(amount, nowMs, logged, keys)
  const findings = amount === 0 ? [] : sampleFindings(nowMs, logged, keys)
  const quotas = amount === 0 ? [] : sampleQuotas(nowMs, connections)
  const localUse = sampleLocalUse(nowMs, keys).sort((one, other) => (one.at < other.at ? 1 : -1))
  const views = new Map((options.views ?? []).map((view) => [view.id, view]))
  const running = new Set<ConnectionId>()
  let syncedAt = nowMs - 2 * 60_000

  const wanted = (filter: Input['filter']): UsageRecord[] => {
    const asked: UsageFilter = usageFilter.parse(filter ?? {})
    return records.filter((record) => isWanted(record, asked))
  }
  const changed = (): void => {
    world.emit('usage.changed', {})
  }
  const isError = ({ status }: UsageRecord): boolean => status !== null && status >= 400
  const nameOf = (id: string | null): string | null =>
    id === null ? null : ([...world.keys.values()].find(({ details }) => details.id === id)?.details.name ?? null)
  const countBy = <Value extends string | number>(
    of: readonly UsageRecord[],
    value: (one: UsageRecord) => Value | null
  ): { value: Value; requests: number }[] => {
    const counts = new Map<Value, number>()
    for (const one of of) {
      const found = value(one)
      if (found !== null) counts.set(found, (counts.get(found) ?? 0) + 1)
    }
    return [...counts]
      .map(([found, requests]) => ({ value: found, requests }))
      .sort((one, other) => other.requests - one.requests)
  }

  function stateOf(connection: Connection): UsageState {
    const own = records.filter(({ connectionId }) => connectionId === connection.id)
    const log = !connection.usable
      ? 'unusable'
      : connection.mode === 'guided'
        ? 'guided'
        : connection.connectorId === WITHOUT_LOG
          ? 'not-offered'
          : 'offered'
    const fails = options.usageFails === true && connection === logged[0]
    return {
      connectionId: connection.id,
      connectionName: connection.name,
      provider: connection.provider,
      log,
      totals: log === 'not-offered' ? 'offered' : log,
      logs:
        log === 'offered' && amount > 0
          ? [
              {
                kind: 'key',
                keyId: null,
                keyName: null,
                syncedAt: instantAt(syncedAt),
                records: own.length,
                oldestAt: own[0]?.at ?? null,
                newestAt: own.at(-1)?.at ?? null,
                complete: true,
                failure: fails ? { code: 'provider-credential-refused', details: { host: 'api.example.com' } } : null
              }
            ]
          : [],
      totalsReadAt: log === 'guided' || log === 'unusable' ? null : instantAt(syncedAt),
      totalsFailure: null,
      nextAt: log === 'offered' ? instantAt(syncedAt + 15 * 60_000) : null,
      running: running.has(connection.id) ? { records: 1_200, of: 5_000, startedAt: instantAt(nowMs) } : null
    }
  }

  return {
    'usage.records': ({ filter, order, start, limit }) => {
      const found = wanted(filter)
      if (order !== 'oldest') found.reverse()
      const total = found.length
      const most = limit ?? 200
      const from = start ?? { at: 'offset' as const, offset: 0 }
      if (from.at === 'offset') return { total, items: found.slice(from.offset, from.offset + most) }
      const at = found.findIndex(({ cursor }) => cursor === from.cursor)
      if (at === -1) return { total, items: [] }
      return {
        total,
        items: from.at === 'after' ? found.slice(at + 1, at + 1 + most) : found.slice(Math.max(0, at - most), at)
      }
    },
    'usage.summary': ({ filter }) => {
      const found = wanted(filter)
      return {
        requests: found.length,
        errors: found.filter(isError).length,
        unknown: found.filter(({ status }) => status === null).length,
        firstAt: found[0]?.at ?? null,
        lastAt: found.at(-1)?.at ?? null,
        addresses: new Set(found.map(({ ip }) => ip)).size
      }
    },
    'usage.series': ({ filter, bucket, top }) => {
      const found = wanted(filter)
      const spanMs = Date.parse(found.at(-1)?.at ?? instantAt(nowMs)) - Date.parse(found[0]?.at ?? instantAt(nowMs))
      const unit = bucket ?? (spanMs > 14 * DAY_MS ? 'day' : 'hour')
      const unitMs = unit === 'day' ? DAY_MS : HOUR_MS
      const points = new Map<number, { at: string; requests: number; errors: number }>()
      const endpoints = new Map<
        string,
        { method: string | null; endpoint: string | null; requests: number; errors: number }
      >()
      for (const one of found) {
        const startMs = Math.floor(Date.parse(one.at) / unitMs) * unitMs
        const point = points.get(startMs) ?? { at: instantAt(startMs), requests: 0, errors: 0 }
        const endpoint = one.path?.replace(/\/\d+/g, '/{id}') ?? null
        const called = endpoints.get(`${String(one.method)} ${String(endpoint)}`) ?? {
          method: one.method,
          endpoint,
          requests: 0,
          errors: 0
        }
        for (const count of [point, called]) {
          count.requests++
          if (isError(one)) count.errors++
        }
        points.set(startMs, point)
        endpoints.set(`${String(one.method)} ${String(endpoint)}`, called)
      }
      const ordered = [...endpoints.values()].sort((one, other) => other.requests - one.requests)
      const rest = ordered.slice(top ?? 10)
      return {
        bucket: unit,
        points: [...points.values()],
        endpoints: ordered.slice(0, top ?? 10),
        otherEndpoints: {
          endpoints: rest.length,
          requests: rest.reduce((sum, { requests }) => sum + requests, 0),
          errors: rest.reduce((sum, { errors }) => sum + errors, 0)
        },
        statuses: countBy(found, ({ status }) => status)
          .sort((one, other) => one.value - other.value)
          .map(({ value, requests }) => ({ status: value, requests }))
      }
    },
    'usage.facets': ({ connectionId, keyIds }) => {
      const found = wanted({ connectionId, keyIds })
      return {
        methods: countBy(found, ({ method }) => method),
        sources: countBy(found, ({ source }) => source),
        statuses: countBy(found, ({ status }) => status).sort((one, other) => one.value - other.value),
        keys: countBy(found, ({ keyId, connectionId: of }) => `${String(keyId)} ${of}`).map(({ value, requests }) => {
          const last = found.findLast(({ keyId, connectionId: of }) => `${String(keyId)} ${of}` === value)
          return {
            keyId: last?.keyId ?? null,
            keyName: nameOf(last?.keyId ?? null),
            remoteId: last?.remoteId ?? null,
            connectionId: last?.connectionId ?? (sampleId(9_001) as string as ConnectionId),
            requests,
            lastAt: last?.at ?? null
          }
        })
      }
    },
    'usage.quotas': ({ connectionId }) => ({
      quotas: quotas.filter((quota) => connectionId == null || quota.connectionId === connectionId),
      renewals: amount === 0 ? [] : sampleRenewals(nowMs, connections)
    }),
    'usage.burndown': ({ connectionId, metric }) => {
      const quota = quotas.find((one) => one.connectionId === connectionId && one.metric === metric) ?? null
      const points = Array.from({ length: quota === null ? 0 : 19 }, (_, day) => ({
        at: instantAt(nowMs - (18 - day) * DAY_MS),
        used: ((quota?.used ?? 0) * day) / 18,
        limit: quota?.limit ?? null
      }))
      return { quota, points }
    },
    'usage.state': () => ({ items: connections.map(stateOf) }),
    'usage.sync': ({ connectionIds }) => {
      for (const { id } of logged)
        if ((connectionIds ?? []).length === 0 || connectionIds?.includes(id) === true) running.add(id)
      world.emit('usage.progress', {
        syncing: [...running].map((connectionId) => ({ connectionId, records: 1_200, of: 5_000 })),
        exporting: null
      })
      changed()
      setTimeout(() => {
        running.clear()
        syncedAt = Date.now()
        world.emit('usage.progress', { syncing: [], exporting: null })
        changed()
      }, 400)
      return {}
    },
    'usage.cancelSync': () => {
      running.clear()
      world.emit('usage.progress', { syncing: [], exporting: null })
      changed()
      return {}
    },
    'usage.follow': () => ({}),
    'usage.export': ({ filter, format }) => ({
      file: `/home/dev/keyquay-usage.${format}`,
      records: wanted(filter).length
    }),
    'usage.cancelExport': () => ({}),
    'usage.findings': ({ keyId, connectionId, kinds, acknowledged, limit }) => {
      const all = findings.filter(
        (one) =>
          (keyId == null || one.keyId === keyId) &&
          (connectionId == null || one.connectionId === connectionId) &&
          ((kinds ?? []).length === 0 || kinds?.includes(one.facts.kind) === true)
      )
      const isOpen = (one: (typeof findings)[number]): boolean => one.acknowledgedAt === null
      return {
        open: all.filter(isOpen).length,
        items: all.filter((one) => isOpen(one) !== (acknowledged ?? false)).slice(0, limit ?? 200)
      }
    },
    'usage.acknowledge': ({ ids, acknowledged }) => {
      for (const one of findings)
        if (ids.includes(one.id)) one.acknowledgedAt = acknowledged === false ? null : instantAt(Date.now())
      changed()
      return {}
    },
    'usage.localUse': ({ keyId, before, limit }) => {
      const own = localUse.filter((use) => keyId == null || use.keyId === keyId)
      const from = before == null ? 0 : own.findIndex(({ id }) => id === before) + 1
      return { items: own.slice(from, from + (limit ?? 100)) }
    },
    'views.list': () => ({ items: [...views.values()] }),
    'views.save': ({ id, fields }) => {
      if (id != null && !views.has(id)) throw new Refusal('view-not-found')
      const saved = id ?? sampleId(6_000 + views.size)
      views.set(saved, { id: saved, fields: keyViewFields.parse(fields) })
      world.emit('views.changed', {})
      return { id: saved }
    },
    'views.remove': ({ id }) => {
      views.delete(id)
      world.emit('views.changed', {})
      return {}
    }
  }
}
