import { z } from 'zod'
import { call } from '../define'
import { auditEntry, auditFilter, auditVerdict } from '../model/audit'
import { nothing } from '../model/base'

export const auditCalls = {
  /** Newest first; `before` continues after the entry of that sequence. `total` is of the filter. */
  'audit.list': call({
    input: auditFilter.extend({
      before: z.int().positive().nullable().default(null),
      limit: z.int().min(1).max(500).default(100)
    }),
    output: z.strictObject({ total: z.int().nonnegative(), items: z.array(auditEntry) })
  }),
  'audit.verify': call({ input: nothing, output: auditVerdict }),
  /** Writes the filtered entries, oldest first. `file` null: the window asks. Throws `cancelled`, `file-exists`, `disk-full`. */
  'audit.export': call({
    input: z.strictObject({
      filter: auditFilter.prefault({}),
      format: z.enum(['csv', 'json']),
      file: z.string().min(1).max(4_096).nullable().default(null)
    }),
    output: z.strictObject({ file: z.string(), entries: z.int().nonnegative() })
  })
} as const
