import type { RemoteKey } from '@contract/model/connection'
import type { CreateInput, Expiry } from './connector'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** A key's end in every form a provider may want; all forms are null for never and where nothing is to be said. */
export interface ExpiryForms {
  readonly kind: Expiry['kind']
  readonly never: boolean
  readonly iso: string | null
  readonly date: string | null
  readonly unix_s: number | null
  readonly unix_ms: number | null
  readonly ttl_ms: number | null
  readonly ttl_s: number | null
  readonly ttl_minutes: number | null
  readonly ttl_hours: number | null
  readonly ttl_days: number | null
}

/** What the body expression of an operation sees: what is asked for, never a credential. */
export interface OperationInput extends Partial<Omit<CreateInput, 'expiry'>> {
  readonly expiry: ExpiryForms
  /** The key it is done to, as it was listed last. */
  readonly key?: RemoteKey
  readonly id?: string
  readonly since?: string
}

/** The host computes every form, so that manifests need no functions for dates. */
export function expiryForms(expiry: Expiry, nowMs: number): ExpiryForms {
  const atMs = expiry.kind === 'at' ? Date.parse(expiry.at) : null
  const iso = atMs === null ? null : new Date(atMs).toISOString()
  const ttlIn = (unitMs: number): number | null =>
    atMs === null ? null : Math.max(1, Math.round((atMs - nowMs) / unitMs))
  return {
    kind: expiry.kind,
    never: expiry.kind === 'never',
    iso,
    date: iso?.slice(0, 10) ?? null,
    unix_s: atMs === null ? null : Math.floor(atMs / SECOND_MS),
    unix_ms: atMs,
    ttl_ms: ttlIn(1),
    ttl_s: ttlIn(SECOND_MS),
    ttl_minutes: ttlIn(MINUTE_MS),
    ttl_hours: ttlIn(HOUR_MS),
    ttl_days: expiry.kind === 'at' ? expiry.days : null
  }
}

export const NO_EXPIRY: Expiry = { kind: 'default' }
