import { z } from 'zod'
import { instant, keyId } from './base'
import { connectionId, failure } from './connection'

const count = z.int().nonnegative()
const word = (longest: number): z.ZodString => z.string().max(longest)

export const statusClass = z.enum(['1xx', '2xx', '3xx', '4xx', '5xx', 'none'])
export type StatusClass = z.infer<typeof statusClass>

/** Which calls: what is left empty or null asks nothing, alternatives of one kind are joined by "or", kinds by "and". */
export const usageFilter = z.strictObject({
  connectionId: connectionId.nullable().default(null),
  keyIds: z.array(keyId).max(500).default([]),
  /** From the one up to, but without, the other. */
  from: instant.nullable().default(null),
  until: instant.nullable().default(null),
  /** Stands somewhere in the path; upper and lower case are the same. */
  path: word(200).default(''),
  methods: z.array(word(20)).max(20).default([]),
  /** Statuses and classes together are alternatives. */
  classes: z.array(statusClass).max(6).default([]),
  statuses: z.array(z.int().min(0).max(999)).max(50).default([]),
  sources: z.array(word(60)).max(50).default([]),
  ip: word(64).nullable().default(null)
})
export type UsageFilter = z.output<typeof usageFilter>

/** The place of a call in the order of time; opaque. */
export const usageCursor = z.string().regex(/^\d{1,16}\.[0-9a-f]{20}$/)

/** Of whom a list starts: the `offset`-th of it, the one that follows a row, or those that come before one. */
export const usageStart = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('offset'), offset: count.max(1_000_000_000) }),
  z.strictObject({ at: z.literal('after'), cursor: usageCursor }),
  z.strictObject({ at: z.literal('before'), cursor: usageCursor })
])
export type UsageStart = z.infer<typeof usageStart>

/** One call that was made with a key. What the provider did not say is null. */
export const usageRecord = z.strictObject({
  cursor: usageCursor,
  at: instant,
  connectionId,
  /** Null for a key that the vault does not have; `remoteId` is what the provider calls it. */
  keyId: keyId.nullable(),
  remoteId: z.string().nullable(),
  method: z.string().nullable(),
  /** Without the values of its query. */
  path: z.string().nullable(),
  status: z.int().nullable(),
  durationMs: z.int().nullable(),
  ip: z.string().nullable(),
  source: z.string().nullable()
})
export type UsageRecord = z.infer<typeof usageRecord>

export const usageSummary = z.strictObject({
  requests: count,
  /** Answered with a status of 400 or more. */
  errors: count,
  /** Of which no status is known: they count as neither success nor error. */
  unknown: count,
  firstAt: instant.nullable(),
  lastAt: instant.nullable(),
  /** Different addresses; null when the filter asks for more than key, connection, time and address. */
  addresses: count.nullable()
})
export type UsageSummary = z.infer<typeof usageSummary>

export const usageBucket = z.enum(['hour', 'day'])
export type UsageBucket = z.infer<typeof usageBucket>

/**
 * Counts for charts. Buckets begin on whole hours of UTC, or on days as the calendar of this computer has them; those
 * without a call are left out.
 */
export const usageSeries = z.strictObject({
  bucket: usageBucket,
  points: z.array(z.strictObject({ at: instant, requests: count, errors: count })),
  /** The busiest first. Ids in a path stand as `{id}`; null where the provider names no path. */
  endpoints: z.array(
    z.strictObject({ method: z.string().nullable(), endpoint: z.string().nullable(), requests: count, errors: count })
  ),
  /** All endpoints that are not among them. */
  otherEndpoints: z.strictObject({ endpoints: count, requests: count, errors: count }),
  /** By status, unknown last. */
  statuses: z.array(z.strictObject({ status: z.int().nullable(), requests: count }))
})
export type UsageSeries = z.infer<typeof usageSeries>

const facet = z.array(z.strictObject({ value: z.string(), requests: count }))

/** What can be chosen from, with how many calls stand behind each choice. */
export const usageFacets = z.strictObject({
  methods: facet,
  sources: facet,
  statuses: z.array(z.strictObject({ value: z.int(), requests: count })),
  keys: z.array(
    z.strictObject({
      keyId: keyId.nullable(),
      keyName: z.string().nullable(),
      remoteId: z.string().nullable(),
      connectionId,
      requests: count,
      lastAt: instant.nullable()
    })
  )
})
export type UsageFacets = z.infer<typeof usageFacets>

/**
 * The day a quota ends. `recent`: at the pace of the last seven days. `period`: at the pace since the period began.
 * `none`: there is no limit, or too little is known for a pace.
 */
export const usageForecast = z.strictObject({
  rule: z.enum(['recent', 'period', 'none']),
  perDay: z.number().nullable(),
  /** Null: not before the period ends. */
  endsAt: instant.nullable(),
  /** What the period will have used when it ends. */
  atPeriodEnd: z.number().nullable()
})
export type UsageForecast = z.infer<typeof usageForecast>

/** One metric of an account in its current period. */
export const usageQuota = z.strictObject({
  connectionId,
  connectionName: z.string(),
  metric: z.string(),
  unit: z.string().nullable(),
  used: z.number(),
  limit: z.number().nullable(),
  percent: z.number().nullable(),
  /** What was used beyond the limit. */
  overage: z.number(),
  periodStart: instant.nullable(),
  periodEnd: instant.nullable(),
  readAt: instant,
  forecast: usageForecast
})
export type UsageQuota = z.infer<typeof usageQuota>

export const usageRenewal = z.strictObject({
  connectionId,
  connectionName: z.string(),
  /** As the provider says it: domain, certificate. */
  kind: z.string(),
  name: z.string(),
  renewsAt: instant
})
export type UsageRenewal = z.infer<typeof usageRenewal>

/** How far the log of an account, or of one of its keys, was read. */
export const usageLogState = z.strictObject({
  kind: z.string(),
  /** Null: the log of the whole account. */
  keyId: keyId.nullable(),
  keyName: z.string().nullable(),
  syncedAt: instant.nullable(),
  records: count,
  oldestAt: instant.nullable(),
  newestAt: instant.nullable(),
  /** Everything the provider still has is here. */
  complete: z.boolean(),
  failure: failure.nullable()
})
export type UsageLogState = z.infer<typeof usageLogState>

/**
 * Whether and how an account tells of its usage. `not-offered`: the provider has nothing of the kind. `guided`: nothing
 * is ever sent to it. `unusable`: its manifest is not there.
 */
export const usageOffer = z.enum(['offered', 'not-offered', 'guided', 'unusable'])
export type UsageOffer = z.infer<typeof usageOffer>

export const usageState = z.strictObject({
  connectionId,
  connectionName: z.string(),
  provider: z.string(),
  log: usageOffer,
  totals: usageOffer,
  logs: z.array(usageLogState),
  totalsReadAt: instant.nullable(),
  totalsFailure: failure.nullable(),
  /** When it is read next by itself; null when it is not. */
  nextAt: instant.nullable(),
  /** What is being read now. `of` is null where the provider does not say how many there are. */
  running: z.strictObject({ records: count, of: count.nullable(), startedAt: instant }).nullable()
})
export type UsageState = z.infer<typeof usageState>

/** Why a finding was made: the facts its sentence needs. */
export const findingFacts = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('new-address'),
    ip: z.string(),
    requests: count,
    /** How many addresses were known, and for how many days they had been watched. */
    known: count,
    watchedDays: count
  }),
  z.strictObject({
    kind: z.literal('new-endpoint'),
    method: z.string().nullable(),
    endpoint: z.string(),
    requests: count,
    known: count,
    watchedDays: count
  }),
  z.strictObject({
    kind: z.literal('error-burst'),
    errors: count,
    requests: count,
    from: instant,
    until: instant,
    percent: z.number(),
    usualPercent: z.number()
  }),
  z.strictObject({
    kind: z.literal('old-key-used'),
    rotationId: z.string(),
    requests: count,
    lastAt: instant,
    addresses: z.array(z.string()).max(10)
  }),
  z.strictObject({
    kind: z.literal('quota'),
    metric: z.string(),
    unit: z.string().nullable(),
    used: z.number(),
    limit: z.number(),
    percent: z.number(),
    /** The share that was passed, in percent. */
    threshold: z.int(),
    periodEnd: instant.nullable()
  })
])
export type FindingFacts = z.infer<typeof findingFacts>
export type FindingKind = FindingFacts['kind']
export const findingKind = z.enum(['new-address', 'new-endpoint', 'error-burst', 'old-key-used', 'quota'])

/** Something about the use of a key or an account that a person should look at. */
export const usageFinding = z.strictObject({
  id: z.string(),
  connectionId,
  connectionName: z.string(),
  keyId: keyId.nullable(),
  keyName: z.string().nullable(),
  at: instant,
  facts: findingFacts,
  acknowledgedAt: instant.nullable()
})
export type UsageFinding = z.infer<typeof usageFinding>

/** What was done here with a key's value. */
const localUseKind = z.enum(['copied', 'revealed', 'env-written', 'run'])

export const localUse = z.strictObject({
  id: z.string(),
  keyId,
  keyName: z.string(),
  at: instant,
  kind: localUseKind,
  actor: z.enum(['window', 'cli', 'app']),
  /** The env file that was written, or the program that was run; null where there is neither. */
  place: z.string().max(4_096).nullable(),
  /** The name the value went by there. */
  envName: z.string().max(128).nullable()
})
export type LocalUse = z.infer<typeof localUse>
