import type { Instant } from '@contract/model/base'
import type { z } from 'zod'
import type { Call } from './sending'
import { readCount, readId, readLine } from './fields'
import { readingOf, readOne } from './inspect'
import type { usageLogOperation, usageTotalsOperation } from './manifest/lists'
import { readPage, type Row } from './read-list'
import { asRecord, given } from './records'
import { parseTime } from './times'
import type { UsageMetric, UsagePage, UsageRecord, UsageStart, UsageTotals } from './usage-facts'

export async function readTotals(call: Call, operation: z.output<typeof usageTotalsOperation>): Promise<UsageTotals> {
  const record = await readOne(call, operation, given(operation.fields))
  const time = (value: unknown): Instant | null => parseTime(value, operation.times) ?? parseTime(value, 'date')
  return {
    periodStart: time(record.periodStart),
    periodEnd: time(record.periodEnd),
    metrics: rowsOf(call, record.metrics, 'metrics').map((row) => metricOf(call, row)),
    renewals: rowsOf(call, record.renewals ?? [], 'renewals').flatMap((row) => {
      const renewsAt = time(row.renewsAt)
      const name = readLine(row.name, 200, 'name', readingOf(call)) ?? ''
      const kind = readLine(row.kind, 60, 'kind', readingOf(call)) ?? ''
      return renewsAt === null ? [] : [{ kind, name, renewsAt }]
    })
  }
}

export async function readLogPage(
  call: Call,
  operation: z.output<typeof usageLogOperation>,
  remoteId: string | null,
  start: UsageStart
): Promise<UsagePage> {
  const input = {
    ...(remoteId === null ? {} : { id: remoteId }),
    ...(start.since === null ? {} : { since: start.since })
  }
  const { rows, next, total } = await readPage(call, operation, given(operation.fields), {
    input,
    cursor: start.cursor
  })
  return { records: rows.map((row) => logRecordOf(call, operation, row)), next, total }
}

/** Whose calls one log tells. One that can be narrowed to a key, but does not say whose a call was, is read key by key. */
export function logScope({ path, query, body, fields }: z.output<typeof usageLogOperation>): 'account' | 'key' {
  const inQuery = Object.values(query).some((template) => template.includes('{id}'))
  if (path.includes('{id}') || (body !== null && /\bid\b/.test(body))) return 'key'
  return inQuery && fields.remoteId === null ? 'key' : 'account'
}

function logRecordOf(call: Call, { times }: z.output<typeof usageLogOperation>, row: Row): UsageRecord {
  const at = parseTime(row.at, times)
  if (at === null) throw call.unreadable(`at as ${times}`)
  const line = (name: string, longest: number): string | null => {
    const text = readLine(row[name], longest, name, readingOf(call))
    return text === '' ? null : text
  }
  return {
    id: readId(row.id, 'either'),
    at,
    remoteId: readId(row.remoteId, 'either'),
    method: line('method', 20),
    path: line('path', 500),
    status: readCount(row.status),
    ip: line('ip', 64),
    source: line('source', 60),
    durationMs: readCount(row.durationMs)
  }
}

function metricOf(call: Call, row: Row): UsageMetric {
  const reading = readingOf(call)
  const metric = readLine(row.metric, 60, 'metric', reading)
  if (metric === null || typeof row.used !== 'number') throw call.unreadable('a name and a number for each metric')
  const limit = typeof row.limit === 'number' ? row.limit : null
  return { metric, used: row.used, limit, unit: readLine(row.unit, 20, 'unit', reading) }
}

function rowsOf(call: Call, value: unknown, what: string): Row[] {
  if (!Array.isArray(value)) throw call.unreadable(`${what} as a list`)
  return value.slice(0, 1_000).map((entry: unknown) => {
    const row = asRecord(entry)
    if (row === null) throw call.unreadable(`${what} as a list of records`)
    return row
  })
}
