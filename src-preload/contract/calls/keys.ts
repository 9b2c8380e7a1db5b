import { z } from 'zod'
import { call, event } from '../define'
import { instant, keyId, nothing } from '../model/base'
import { keyChange, keyDetails, keyFields, keyLine, secretText } from '../model/key'
import {
  bulkChange,
  bulkResult,
  keyFacets,
  keyGroup,
  keyGroupsQuery,
  keyIdsQuery,
  keyRowQuery,
  keyLinesQuery,
  keyPage,
  keyQuery
} from '../model/key-query'
import { clipboardLease } from '../model/session'

const byId = z.strictObject({ id: keyId })
const shown = z.strictObject({ secret: z.string(), hideAt: instant })

/**
 * The shapes a key can be copied in. `env` to `json` use its env name, or one made from its name; `curl` to
 * `javascript` are a request to the provider that the key is tied to, with the key in place.
 */
export const copyFormat = z.enum([
  'value',
  'env',
  'export',
  'powershell',
  'json',
  'curl-header',
  'curl',
  'python',
  'javascript'
])
export type CopyFormat = z.infer<typeof copyFormat>

export const keyCalls = {
  'keys.list': call({ input: keyQuery, output: keyPage }),
  /** What `kq list` prints, in larger pages and uncounted. */
  'keys.lines': call({ input: keyLinesQuery, output: z.strictObject({ items: z.array(keyLine) }) }),
  /** The ids of a query's rows in their order, for selecting what is not on the screen. */
  'keys.ids': call({ input: keyIdsQuery, output: z.strictObject({ ids: z.array(keyId) }) }),
  /** Where to go for what was typed into the list; null where no name starts so. */
  'keys.rowOf': call({ input: keyRowQuery, output: z.strictObject({ row: z.int().nonnegative().nullable() }) }),
  'keys.groups': call({ input: keyGroupsQuery, output: z.strictObject({ items: z.array(keyGroup) }) }),
  'keys.facets': call({ input: nothing, output: keyFacets }),
  'keys.get': call({ input: byId, output: keyDetails }),
  'keys.find': call({ input: z.strictObject({ name: z.string().min(1).max(200) }), output: byId }),
  'keys.add': call({
    secret: 'input',
    input: z.strictObject({ fields: keyFields, secret: secretText }),
    output: byId
  }),
  'keys.edit': call({ input: z.strictObject({ id: keyId, fields: keyChange }), output: nothing }),
  /** Changes each key for itself and reports each; the vault is told apart from what any provider knows. */
  'keys.change': call({
    input: z.strictObject({ ids: z.array(keyId).min(1).max(1_000), change: bulkChange }),
    output: z.strictObject({ items: z.array(bulkResult) })
  }),
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

  'keys.changed': event(z.strictObject({ revision: z.int() }))
} as const
