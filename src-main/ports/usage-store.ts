import type { Instant, KeyId } from '@contract/model/base'
import type { ConnectionId, Failure } from '@contract/model/connection'
import type { KeyViewFields, SavedKeyView } from '@contract/model/key-views'
import type {
  FindingFacts,
  FindingKind,
  LocalUse,
  UsageBucket,
  UsageFacets,
  UsageFilter,
  UsageRecord,
  UsageSeries,
  UsageStart,
  UsageSummary
} from '@contract/model/usage'
import type { AuditDraft } from './store-parts'

/** One line of a provider's log as it is handed to the vault, which cleans and caps it before anything is kept. */
export interface NewUsageRecord {
  /** The provider's id of the line; null where it has none. */
  readonly id: string | null
  readonly at: Instant
  /** The key that made the call; null: the one whose log it is. */
  readonly remoteId: string | null
  readonly method: string | null
  readonly path: string | null
  readonly status: number | null
  readonly ip: string | null
  readonly source: string | null
  readonly durationMs: number | null
}

/** Which log: of one key of a connection, or of all its keys of a kind where `remoteId` is null. */
export interface UsageLog {
  readonly connectionId: ConnectionId
  readonly kind: string
  readonly remoteId: string | null
}

/** How far a log was read. `position` is the reader's own, any JSON of at most 10,000 characters. */
export interface StoredSync extends UsageLog {
  readonly position: unknown
  readonly syncedAt: Instant | null
  readonly complete: boolean
  readonly failure: Failure | null
}

/** One page of a log and where reading goes on, kept together or not at all. */
export interface UsageBatch {
  readonly sync: StoredSync
  /** The key whose log it is, where the tie of a key to its id is not (or no longer) known. */
  readonly keyId: KeyId | null
  readonly records: readonly NewUsageRecord[]
  /**
   * What the page was asked for with, null for the first of a reading, and what the next one will be. Lines without an
   * id that are alike in everything are told apart by their number within one reading, over the ends of its pages, so
   * that each of several is kept and reading a page again adds none.
   */
  readonly page: string | null
  readonly next: string | null
  /** Older lines are not kept. */
  readonly notBefore: Instant | null
  readonly now: Instant
}

export interface UsageAdded {
  readonly added: number
  /** Those that were here already. */
  readonly known: number
  /** Those that were older than `notBefore`. */
  readonly tooOld: number
  /** Keys whose last use is later now. */
  readonly used: readonly KeyId[]
}

/** What a log has told so far. */
export interface StoredLogState extends StoredSync {
  readonly keyId: KeyId | null
  readonly keyName: string | null
  readonly records: number
  readonly oldestAt: Instant | null
  readonly newestAt: Instant | null
}

/** What an account says of its current period, as it said it last. */
export interface StoredTotals {
  readonly connectionId: ConnectionId
  /** Null until it was read once. */
  readonly readAt: Instant | null
  readonly periodStart: Instant | null
  readonly periodEnd: Instant | null
  readonly metrics: readonly {
    readonly metric: string
    readonly used: number
    readonly limit: number | null
    readonly unit: string | null
  }[]
  readonly renewals: readonly { readonly kind: string; readonly name: string; readonly renewsAt: Instant }[]
  readonly failure: Failure | null
}

export interface QuotaPoint {
  readonly at: Instant
  readonly used: number
  readonly limit: number | null
}

/** An address, endpoint or source a key was used from or for, with the first and last time. */
export interface SeenWord {
  readonly what: 'ip' | 'endpoint' | 'source'
  readonly connectionId: ConnectionId
  readonly keyId: KeyId | null
  readonly remoteId: string | null
  /** An endpoint is its method and path, `GET /v1/users/{id}`. */
  readonly word: string
  readonly firstAt: Instant
  readonly lastAt: Instant
}

/** `unique` makes a finding once: a second one with the same is passed over. */
export interface NewFinding {
  readonly id: string
  readonly unique: string
  readonly connectionId: ConnectionId
  readonly keyId: KeyId | null
  readonly at: Instant
  readonly facts: FindingFacts
}

export interface StoredFinding extends Omit<NewFinding, 'unique'> {
  readonly keyName: string | null
  readonly acknowledgedAt: Instant | null
}

export type UsageChange =
  /** How a reading stands when it brought no records: a failure, or that there was nothing new. */
  | { readonly op: 'save-sync'; readonly sync: StoredSync }
  /** Forgets how far a log was read, not what it told. */
  | { readonly op: 'drop-sync'; readonly log: UsageLog }
  /** Also adds a point to each metric's course, one an hour at most. */
  | { readonly op: 'save-totals'; readonly totals: StoredTotals }
  | { readonly op: 'add-finding'; readonly finding: NewFinding }
  /** New facts for an open finding: a burst that goes on. */
  | { readonly op: 'change-finding'; readonly id: string; readonly facts: FindingFacts }
  | { readonly op: 'acknowledge'; readonly ids: readonly string[]; readonly at: Instant | null }
  /** The newest 5,000 are kept. */
  | { readonly op: 'note-local-use'; readonly use: Omit<LocalUse, 'keyName'> }

/** Calls by key, with what a rotation or a rule asks of them. */
export interface KeyCalls {
  readonly requests: number
  readonly errors: number
  readonly firstAt: Instant | null
  readonly lastAt: Instant | null
  /** The busiest ten. */
  readonly addresses: readonly { readonly ip: string; readonly requests: number }[]
}

export interface UsageQuery {
  readonly filter: UsageFilter
  readonly order: 'newest' | 'oldest'
  readonly start: UsageStart
  readonly limit: number
}

/** What providers tell of the use of keys, and what was done with them here. Part of the open vault. */
export interface UsageStore {
  /** All of it in one transaction, or nothing. Keys' last use follows. Throws `connection-not-found`. */
  add(batch: UsageBatch): UsageAdded
  apply(changes: readonly UsageChange[], audit: readonly AuditDraft[]): void
  /**
   * Removes calls that were before the UTC day of `before`, an hour of them at a time and `most` or a little more in
   * all; `more` says whether some are left. Courses of quotas, settled findings and what was seen go with them.
   */
  prune(before: Instant, most: number): { removed: number; more: boolean }

  records(query: UsageQuery): { total: number; items: UsageRecord[] }
  /** The same without counting how many there are in all. */
  page(query: UsageQuery): UsageRecord[]
  summary(filter: UsageFilter): UsageSummary
  series(filter: UsageFilter, bucket: UsageBucket, top: number): UsageSeries
  facets(of: { readonly connectionId: ConnectionId | null; readonly keyIds: readonly KeyId[] }): UsageFacets
  /** Calls under one id at a provider, from a moment on: those with the old value of a rotation. */
  callsOf(log: UsageLog, from: Instant | null): KeyCalls

  /** One, or null when nothing was read of it yet. */
  sync(log: UsageLog): StoredSync | null
  logs(connectionId: ConnectionId | null): StoredLogState[]
  totals(connectionId: ConnectionId | null): StoredTotals[]
  /** Oldest first. */
  course(connectionId: ConnectionId, metric: string, from: Instant | null): QuotaPoint[]
  /** What was first seen since `since`, or all of it; the newest 10,000. */
  seen(of: {
    readonly what: SeenWord['what']
    readonly connectionId: ConnectionId
    readonly keyId: KeyId | null
    readonly since: Instant | null
  }): SeenWord[]
  /** Newest first. */
  findings(of: {
    readonly keyId: KeyId | null
    readonly connectionId: ConnectionId | null
    readonly kinds: readonly FindingKind[]
    readonly acknowledged: boolean
    readonly limit: number
  }): { open: number; items: StoredFinding[] }
  /** Newest first. */
  localUse(of: { readonly keyId: KeyId | null; readonly before: string | null; readonly limit: number }): LocalUse[]
}

/** Saved views of the table of keys. Part of the open vault. */
export interface ViewStore {
  /** In the order they were made. */
  list(): SavedKeyView[]
  /** Throws `view-not-found` for an id that is not there, unless it `isNew`. */
  save(id: string, fields: KeyViewFields, isNew: boolean): void
  remove(id: string): void
}
