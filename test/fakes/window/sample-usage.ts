import type { Connection } from '@contract/model/connection'
import type { LocalUse, UsageFilter, UsageFinding, UsageQuota, UsageRecord, UsageRenewal } from '@contract/model/usage'
import { instantAt, sampleId, type SampleKey } from './sample-keys.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

const PATHS = ['/v1/sites', '/v1/sites/7', '/v1/dns/records', '/v1/deployments', '/v1/backups', '/v1/certificates']
const METHODS = ['GET', 'GET', 'GET', 'GET', 'POST', 'POST', 'PUT', 'DELETE']
const IPS = ['203.0.113.7', '203.0.113.8', '198.51.100.24', '192.0.2.66']
const FAILURES = [400, 401, 403, 404, 404, 429, 500]
const SOURCES = ['API', 'API', 'API', 'MCP', 'Skillset']

/** Calls over 90 days, oldest first: what is told of one depends on its number alone. */
export function sampleRecords(
  count: number,
  nowMs: number,
  connections: readonly Connection[],
  keys: readonly SampleKey[]
): UsageRecord[] {
  if (connections.length === 0) return []
  const fromMs = nowMs - 90 * DAY_MS
  return Array.from({ length: count }, (_, at) => {
    const dice = spread(at)
    const method = pick(METHODS, dice)
    const failed = (dice >>> 8) % 24 === 0
    const timeMs = fromMs + Math.floor((at * 90 * DAY_MS) / count)
    return {
      cursor: `${String(timeMs)}.${at.toString(16).padStart(20, '0')}`,
      at: instantAt(timeMs),
      connectionId: pick(connections, dice >>> 4).id,
      keyId: keys.length === 0 ? null : pick(keys, dice >>> 6).details.id,
      remoteId: `key_${String(dice % 7)}`,
      method,
      path: pick(PATHS, dice >>> 10),
      status: failed ? pick(FAILURES, dice >>> 16) : method === 'POST' ? 201 : 200,
      durationMs: 3 + ((dice >>> 12) % 400),
      ip: pick(IPS, dice >>> 20),
      source: pick(SOURCES, dice >>> 24)
    }
  })
}

/** Whether a call is one of those a filter asks for. */
export function isWanted(record: UsageRecord, filter: UsageFilter): boolean {
  const { connectionId, keyIds, from, until, path, methods, classes, statuses, sources, ip } = filter
  const { status } = record
  return (
    (connectionId === null || record.connectionId === connectionId) &&
    (keyIds.length === 0 || (record.keyId !== null && keyIds.includes(record.keyId))) &&
    (from === null || record.at >= from) &&
    (until === null || record.at < until) &&
    (path === '' || record.path?.toLowerCase().includes(path.toLowerCase()) === true) &&
    (methods.length === 0 || methods.includes(record.method ?? '')) &&
    ((classes.length === 0 && statuses.length === 0) ||
      (status !== null && statuses.includes(status)) ||
      classes.some((one) => one === classOf(status))) &&
    (sources.length === 0 || sources.includes(record.source ?? '')) &&
    (ip === null || record.ip === ip)
  )
}

function classOf(status: number | null): string {
  return status === null ? 'none' : `${String(Math.floor(status / 100))}xx`
}

export function sampleQuotas(nowMs: number, connections: readonly Connection[]): UsageQuota[] {
  const periodStart = instantAt(nowMs - 18 * DAY_MS)
  const periodEnd = instantAt(nowMs + 12 * DAY_MS)
  const quota = (at: number, metric: string, used: number, limit: number | null, unit: string | null): UsageQuota[] => {
    const connection = connections[at]
    if (connection === undefined) return []
    const perDay = used / 18
    const left = limit === null ? null : (limit - used) / perDay
    return [
      {
        connectionId: connection.id,
        connectionName: connection.name,
        metric,
        unit,
        used,
        limit,
        percent: limit === null ? null : (used / limit) * 100,
        overage: limit === null ? 0 : Math.max(0, used - limit),
        periodStart,
        periodEnd,
        readAt: instantAt(nowMs - 2 * MINUTE_MS),
        forecast: {
          rule: 'period',
          perDay,
          endsAt: left === null || left > 12 ? null : instantAt(nowMs + Math.max(0, left) * DAY_MS),
          atPeriodEnd: used + perDay * 12
        }
      }
    ]
  }
  return [
    ...quota(0, 'bandwidth', 412, 500, 'GB'),
    ...quota(0, 'disk', 18, 100, 'GB'),
    ...quota(1, 'requests', 96_400, 100_000, null),
    ...quota(2, 'requests', 184_902, null, null)
  ]
}

export function sampleRenewals(nowMs: number, connections: readonly Connection[]): UsageRenewal[] {
  const [first] = connections
  if (first === undefined) return []
  const of = { connectionId: first.id, connectionName: first.name }
  return [
    { ...of, kind: 'domain', name: 'example.com', renewsAt: instantAt(nowMs + 9 * DAY_MS) },
    { ...of, kind: 'certificate', name: '*.example.com', renewsAt: instantAt(nowMs + 41 * DAY_MS) }
  ]
}

export function sampleFindings(
  nowMs: number,
  connections: readonly Connection[],
  keys: readonly SampleKey[]
): UsageFinding[] {
  const [connection] = connections
  if (connection === undefined) return []
  const facts: UsageFinding['facts'][] = [
    { kind: 'new-address', ip: '192.0.2.66', requests: 14, known: 3, watchedDays: 41 },
    { kind: 'new-endpoint', method: 'DELETE', endpoint: '/v1/backups', requests: 2, known: 5, watchedDays: 41 },
    {
      kind: 'error-burst',
      errors: 61,
      requests: 90,
      from: instantAt(nowMs - 3 * HOUR_MS),
      until: instantAt(nowMs - 2 * HOUR_MS),
      percent: 67.8,
      usualPercent: 3.1
    },
    {
      kind: 'old-key-used',
      rotationId: 'R1',
      requests: 7,
      lastAt: instantAt(nowMs - 20 * MINUTE_MS),
      addresses: ['203.0.113.7']
    },
    {
      kind: 'quota',
      metric: 'requests',
      unit: null,
      used: 96_400,
      limit: 100_000,
      percent: 96.4,
      threshold: 90,
      periodEnd: instantAt(nowMs + 12 * DAY_MS)
    }
  ]
  return facts.map((one, at) => {
    const key = one.kind === 'quota' ? undefined : keys[at]?.details
    return {
      id: sampleId(7_000 + at),
      connectionId: connection.id,
      connectionName: connection.name,
      keyId: key?.id ?? null,
      keyName: key?.name ?? null,
      at: instantAt(nowMs - at * HOUR_MS - 20 * MINUTE_MS),
      facts: one,
      acknowledgedAt: null
    }
  })
}

export function sampleLocalUse(nowMs: number, keys: readonly SampleKey[]): LocalUse[] {
  const entries: Pick<LocalUse, 'kind' | 'actor' | 'place'>[] = [
    { kind: 'copied', actor: 'window', place: null },
    { kind: 'run', actor: 'cli', place: 'npm' },
    { kind: 'env-written', actor: 'window', place: '/home/dev/shop/.env' },
    { kind: 'revealed', actor: 'window', place: null },
    { kind: 'env-written', actor: 'cli', place: '/home/dev/shop/.env.production' }
  ]
  return keys.slice(0, 6).flatMap(({ details }, row) =>
    entries.map((entry, at) => ({
      ...entry,
      id: sampleId(8_000 + row * 10 + at),
      keyId: details.id,
      keyName: details.name,
      at: instantAt(nowMs - (at * 31 + row * 7) * HOUR_MS),
      envName: entry.place === null ? null : details.envName
    }))
  )
}

function pick<T>(choices: readonly T[], dice: number): T {
  const found = choices[dice % choices.length]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** Spreads a number over 32 bits (the finish of MurmurHash3). */
function spread(at: number): number {
  let hash = at >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
