import { z } from 'zod'
import { call, event } from '../define'
import { instant, keyId, nothing } from '../model/base'
import { connectionId } from '../model/connection'
import {
  findingKind,
  localUse,
  usageBucket,
  usageFacets,
  usageFilter,
  usageFinding,
  usageQuota,
  usageRecord,
  usageRenewal,
  usageSeries,
  usageStart,
  usageState,
  usageSummary
} from '../model/usage'

const count = z.int().nonnegative()
const filter = usageFilter.prefault({})
const connections = z.array(connectionId).max(100).default([])
const findingIds = z.array(z.string().min(1).max(64)).min(1).max(500)

export const usageCalls = {
  /**
   * One page of calls. `offset` reaches any row at once; `after` and `before` continue from a row whatever came in
   * meanwhile. `before` answers the rows right before it, in the same order as all others. `total` is of the filter.
   */
  'usage.records': call({
    input: z.strictObject({
      filter,
      order: z.enum(['newest', 'oldest']).default('newest'),
      start: usageStart.prefault({ at: 'offset', offset: 0 }),
      limit: z.int().min(1).max(1_000).default(200)
    }),
    output: z.strictObject({ total: count, items: z.array(usageRecord) })
  }),
  'usage.summary': call({ input: z.strictObject({ filter }), output: usageSummary }),
  /** `bucket` null: hours up to a fortnight, days beyond. `top` endpoints are named. */
  'usage.series': call({
    input: z.strictObject({
      filter,
      bucket: usageBucket.nullable().default(null),
      top: z.int().min(1).max(100).default(10)
    }),
    output: usageSeries
  }),
  /** Of the filter, only connection and keys narrow the choices. */
  'usage.facets': call({
    input: z.strictObject({
      connectionId: connectionId.nullable().default(null),
      keyIds: z.array(keyId).max(500).default([])
    }),
    output: usageFacets
  }),
  /** What accounts have used of what they may, and what they renew. */
  'usage.quotas': call({
    input: z.strictObject({ connectionId: connectionId.nullable().default(null) }),
    output: z.strictObject({ quotas: z.array(usageQuota), renewals: z.array(usageRenewal) })
  }),
  /** How one metric came to where it is; oldest first. Null when the account has no such metric. */
  'usage.burndown': call({
    input: z.strictObject({ connectionId, metric: z.string().min(1).max(60) }),
    output: z.strictObject({
      quota: usageQuota.nullable(),
      points: z.array(z.strictObject({ at: instant, used: z.number(), limit: z.number().nullable() }))
    })
  }),

  'usage.state': call({ input: nothing, output: z.strictObject({ items: z.array(usageState) }) }),
  /** Reads what is new, in the background: of these connections, or of all. Failures stand in `usage.state`. */
  'usage.sync': call({ input: z.strictObject({ connectionIds: connections }), output: nothing }),
  /** Ends what is being read. What has arrived stays, and the next time continues there. */
  'usage.cancelSync': call({ input: z.strictObject({ connectionIds: connections }), output: nothing }),
  /** Reads what is new every few seconds for the next minute; asked again before it ends, it goes on. */
  'usage.follow': call({ input: z.strictObject({ connectionIds: connections }), output: nothing }),

  /** Writes the filtered calls, oldest first. `file` null: the window asks. Throws `cancelled`, `file-exists`, `disk-full`. */
  'usage.export': call({
    input: z.strictObject({
      filter,
      format: z.enum(['csv', 'json']),
      file: z.string().min(1).max(4_096).nullable().default(null)
    }),
    output: z.strictObject({ file: z.string(), records: count })
  }),
  /** Ends the export that is under way and removes what it wrote. */
  'usage.cancelExport': call({ input: nothing, output: nothing }),

  /** Newest first. */
  'usage.findings': call({
    input: z.strictObject({
      keyId: keyId.nullable().default(null),
      connectionId: connectionId.nullable().default(null),
      kinds: z.array(findingKind).max(5).default([]),
      acknowledged: z.boolean().default(false),
      limit: z.int().min(1).max(500).default(200)
    }),
    output: z.strictObject({ open: count, items: z.array(usageFinding) })
  }),
  /** `acknowledged` false takes it back. Unknown ids are passed over. */
  'usage.acknowledge': call({
    input: z.strictObject({ ids: findingIds, acknowledged: z.boolean().default(true) }),
    output: nothing
  }),
  /** What was done here with keys; newest first. */
  'usage.localUse': call({
    input: z.strictObject({
      keyId: keyId.nullable().default(null),
      /** Continues after the entry with this id. */
      before: z.string().min(1).max(64).nullable().default(null),
      limit: z.int().min(1).max(500).default(100)
    }),
    output: z.strictObject({ items: z.array(localUse) })
  }),

  /** Records, quotas, findings, local use or what is known of the sync have changed. */
  'usage.changed': event(z.strictObject({ revision: z.int() })),
  /** While something is read or written: several times a second at most. Empty and null when it is over. */
  'usage.progress': event(
    z.strictObject({
      revision: z.int(),
      syncing: z.array(z.strictObject({ connectionId, records: count, of: count.nullable() })),
      exporting: z.strictObject({ records: count, of: count }).nullable()
    })
  )
} as const
