import type { Instant } from '@contract/model/base'
import { remoteKey, type RemoteKey } from '@contract/model/connection'
import { readId, readLine, readList, readProse, type Reading } from './fields'
import { safePreview } from './key-format'
import type { Kind } from './manifest/kind'
import { parseTime } from './times'

/** JMESPath for each field that is mapped. */
export type FieldPaths = Readonly<Record<string, string>>

/** What is taken where an answer does not say it: what was asked for, or what was known of the key before. */
export type Fallback = Partial<RemoteKey>

type OtherFields = Readonly<Record<string, string | null | undefined>>

/** The fields of a kind as one operation maps them: its own replace the kind's, and null takes one away. */
export function fieldPaths(kind: Kind, others: OtherFields): FieldPaths {
  return given({ ...kind.fields, ...others })
}

/** Without those that are not mapped. */
export function given(fields: OtherFields): FieldPaths {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  )
}

/** One expression that gives all fields of the record at `from`. */
export function recordExpression(from: string, fields: FieldPaths): string {
  return `(${from}) | ${hashOf(fields)}`
}

/** One expression that gives all fields of each record of the list at `from`; it fails where there is no list. */
export function listExpression(from: string, fields: FieldPaths): string {
  return `(${from}) | map(&${hashOf(fields)}, @)`
}

function hashOf(fields: FieldPaths): string {
  return `{${Object.entries(fields)
    .map(([name, path]) => `${name}: (${path})`)
    .join(', ')}}`
}

/** One mapped record as a plain object; null where there was none. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

/**
 * A mapped record as a key. Null without an id that can be used. Texts are cleaned and cut; times are read as `times`
 * says, and one that is mapped and null is believed: the key never ends, was never used.
 */
export function toRemoteKey(
  kind: Kind,
  record: Readonly<Record<string, unknown>>,
  parts: { readonly fields: FieldPaths; readonly fallback: Fallback; readonly nowMs: number; readonly reading: Reading }
): RemoteKey | null {
  const { fields, fallback, nowMs, reading } = parts
  const remoteId = readId(record.remoteId, kind.idType) ?? fallback.remoteId ?? null
  if (remoteId === null) return null
  const line = (field: string, longest: number): string | null => readLine(record[field], longest, field, reading)
  const list = (field: string): string[] | null => readList(record[field], 200, field, reading)
  const time = (field: 'createdAt' | 'expiresAt' | 'lastUsedAt'): Instant | null =>
    fields[field] === undefined
      ? (fallback[field] ?? null)
      : timeOf(kind, field, record[field], fallback[field], reading)
  const preview = line('preview', 100)
  const expiresAt = time('expiresAt')
  return {
    remoteId,
    name: line('name', 200) ?? fallback.name ?? '',
    description: readProse(record.description, 2_000, 'description', reading) ?? fallback.description ?? '',
    preview: preview === null ? (fallback.preview ?? null) : safePreview(kind.format, preview),
    scopes: list('scopes') ?? fallback.scopes ?? [],
    roles: list('roles') ?? fallback.roles ?? [],
    services: list('services') ?? fallback.services ?? [],
    ipRanges: list('ipRanges') ?? fallback.ipRanges ?? [],
    environment: line('environment', 100) ?? fallback.environment ?? null,
    project: line('project', 200) ?? fallback.project ?? null,
    status:
      isUnsaid(record.status) && reading.keepsUnsaid && fallback.status !== undefined
        ? fallback.status
        : statusOf(kind, record.status, fields.status !== undefined, expiresAt, nowMs),
    createdAt: time('createdAt'),
    expiresAt,
    lastUsedAt: time('lastUsedAt')
  }
}

const isUnsaid = (value: unknown): boolean => value === null || value === undefined

type TimeField = 'createdAt' | 'expiresAt' | 'lastUsedAt' | 'previousEndsAt'

export function timeOf(
  { times }: Kind,
  field: TimeField,
  value: unknown,
  fallback: Instant | null | undefined,
  reading: Reading
): Instant | null {
  if (value === null || value === undefined) return reading.keepsUnsaid ? (fallback ?? null) : null
  const format = times[field] ?? times.default
  const time = parseTime(value, format)
  if (time !== null) return time
  reading.refuse(`${field} as ${format}`)
  return fallback ?? null
}

function statusOf(
  { statusMap }: Kind,
  value: unknown,
  isMapped: boolean,
  expiresAt: Instant | null,
  nowMs: number
): RemoteKey['status'] {
  const isOver = expiresAt !== null && Date.parse(expiresAt) <= nowMs
  if (!isMapped) return isOver ? 'expired' : 'active'
  const said = typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? String(value) : ''
  if (Object.hasOwn(statusMap, said)) return statusMap[said] ?? 'unknown'
  const known = remoteKey.shape.status.safeParse(said.toLowerCase())
  return known.success ? known.data : 'unknown'
}
