import { z } from 'zod'
import { call, event } from '../define'
import { auditEntry, auditVerdict } from '../model/audit'
import { instant, keyId, nothing } from '../model/base'
import { keyChange, keyDetails, keyFields, secretText } from '../model/key'
import { keyFacets, keyPage, keyQuery } from '../model/key-query'
import { clipboardLease } from '../model/session'

const byId = z.strictObject({ id: keyId })
const shown = z.strictObject({ secret: z.string(), hideAt: instant })

/** The shapes a key can be copied in. `env` to `json` use its env name, or one made from its name. */
export const copyFormat = z.enum(['value', 'env', 'export', 'powershell', 'json', 'curl-header'])
export type CopyFormat = z.infer<typeof copyFormat>

export const keyCalls = {
  'keys.list': call({ input: keyQuery, output: keyPage }),
  'keys.facets': call({ input: nothing, output: keyFacets }),
  'keys.get': call({ input: byId, output: keyDetails }),
  'keys.find': call({ input: z.strictObject({ name: z.string().min(1).max(200) }), output: byId }),
  'keys.add': call({
    secret: 'input',
    input: z.strictObject({ fields: keyFields, secret: secretText }),
    output: byId
  }),
  'keys.edit': call({ input: z.strictObject({ id: keyId, fields: keyChange }), output: nothing }),
  'keys.replaceSecret': call({
    secret: 'input',
    input: z.strictObject({ id: keyId, secret: secretText }),
    output: nothing
  }),
  'keys.reveal': call({ secret: 'output', input: byId, output: shown }),
  'keys.revealPrevious': call({
    secret: 'output',
    input: z.strictObject({ id: keyId, version: z.int().positive() }),
    output: shown
  }),
  'keys.copy': call({
    input: z.strictObject({ id: keyId, format: copyFormat.default('value') }),
    output: clipboardLease
  }),
  'keys.delete': call({ input: byId, output: nothing }),
  'keys.restore': call({ input: byId, output: nothing }),
  'keys.purge': call({ input: byId, output: nothing }),
  'keys.purgeValues': call({ input: byId, output: nothing }),
  'keys.emptyBin': call({ input: nothing, output: z.strictObject({ purged: z.int() }) }),

  'audit.list': call({
    input: z.strictObject({
      keyId: keyId.nullable().default(null),
      before: z.int().positive().nullable().default(null),
      limit: z.int().min(1).max(500).default(100)
    }),
    output: z.strictObject({ items: z.array(auditEntry) })
  }),
  'audit.verify': call({ input: nothing, output: auditVerdict }),

  'keys.changed': event(z.strictObject({ revision: z.int() }))
} as const
