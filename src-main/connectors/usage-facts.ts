import type { Instant } from '@contract/model/base'

/** One call that was made with a key, as far as the provider tells. */
export interface UsageRecord {
  readonly id: string | null
  readonly at: Instant
  readonly remoteId: string | null
  readonly method: string | null
  readonly path: string | null
  readonly status: number | null
  readonly ip: string | null
  readonly source: string | null
  readonly durationMs: number | null
}

export interface UsageMetric {
  readonly metric: string
  readonly used: number
  readonly limit: number | null
  readonly unit: string | null
}

interface UsageRenewal {
  readonly kind: string
  readonly name: string
  readonly renewsAt: Instant
}

/** What the account has used in the current period. */
export interface UsageTotals {
  readonly periodStart: Instant | null
  readonly periodEnd: Instant | null
  readonly metrics: readonly UsageMetric[]
  readonly renewals: readonly UsageRenewal[]
}

/** Where a log is read from: the beginning, a moment, or the page after another. */
export interface UsageStart {
  readonly cursor: string | null
  readonly since: Instant | null
}

export interface UsagePage {
  readonly records: readonly UsageRecord[]
  /** Asks for the next page; null after the last. */
  readonly next: string | null
  /** How many records the log holds in all; null where the provider does not say. */
  readonly total: number | null
}
