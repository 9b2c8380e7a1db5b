import { provenance } from '@contract/model/connector'
import { z } from 'zod'
import { expression, headerName, name, path, status, template, words } from './texts'

const fromItem = (means: string): z.ZodString => expression.describe(means)

/** What an operation answers about a key, each as JMESPath over one record; `$` is {status, headers, body, vars, input}. */
export const recordFields = {
  remoteId: fromItem('The id the provider calls the key by. A number becomes text.'),
  name: fromItem('The name.'),
  description: fromItem('The description.'),
  preview: fromItem("The masked form the provider shows, such as join('', ['…', last4])."),
  scopes: fromItem('A list of scopes. One text becomes a list of one, null an empty one.'),
  roles: fromItem('A list of role ids.'),
  services: fromItem('A list of service ids.'),
  ipRanges: fromItem('A list of addresses and CIDR ranges.'),
  environment: fromItem('The id of the environment.'),
  project: fromItem('The id of the project.'),
  status: fromItem(
    'The status, translated by the statusMap of the kind. Where it is not mapped a listed key is active.'
  ),
  createdAt: fromItem('When it was made, in the format that times says.'),
  expiresAt: fromItem('When it ends; null is never.'),
  lastUsedAt: fromItem('When it was last used.')
}

const made = {
  secret: fromItem('The value of the key.'),
  previousEndsAt: fromItem('Rotation only: when the value it replaces stops working.')
}

const unsaid = <Shape extends Record<string, z.ZodString>>(
  shape: Shape
): { [Name in keyof Shape]: z.ZodOptional<z.ZodNullable<Shape[Name]>> } =>
  Object.fromEntries(
    Object.entries(shape).map(([field, schema]) => [field, schema.nullable().optional()])
  ) as unknown as { [Name in keyof Shape]: z.ZodOptional<z.ZodNullable<Shape[Name]>> }

/** Fields of this answer that differ from those of the kind; null where this answer does not say it. */
export const OTHER_FIELDS =
  'Fields that stand elsewhere in this answer than the kind says; null: this answer does not say it.'
export const otherFields = z.strictObject(unsaid(recordFields))
export const madeFields = z.strictObject({
  ...unsaid(recordFields),
  secret: made.secret,
  previousEndsAt: made.previousEndsAt.nullable().optional()
})

/** What every request has in common. */
export const request = {
  provenance: provenance.describe(
    'documented: the provider says so; observed: seen in public sources; assumed: a labelled guess.'
  ),
  note: words(500).default('').describe('Said beside it where an operation is not documented.'),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).describe('The method of HTTP.'),
  path: path.describe(
    'Below the base URL. {id} is the key; variables of the connection, {project}, {environment} and {name} may stand in it; each is percent-encoded (RFC 6570, level 1).'
  ),
  credential: name.describe('The credential it is sent with. In verify: the one in whose way the key itself is sent.'),
  alsoSend: z
    .array(name)
    .max(5)
    .default([])
    .describe('Further credentials that are sent along, where the connection has them.'),
  query: z.record(words(100), template).default({}).describe('Query parameters; one whose blank is empty is left out.'),
  headers: z.record(headerName, template).default({}).describe('Headers of this request beside those of defaults.'),
  bodyType: z.enum(['json', 'form', 'none']).default('json').describe('How the body is written; none sends none.'),
  body: expression
    .nullable()
    .default(null)
    .describe(
      'JMESPath over the input: {name, description, scopes, roles, services, ipRanges, environment, project, expiry, key, id, fetched, vars, now}. Null sends no body.'
    ),
  omitNull: z
    .boolean()
    .default(true)
    .describe('Members that are null are left out of the body, also in nested objects.'),
  omitOnDefaultExpiry: z
    .array(words(100))
    .max(10)
    .default([])
    .describe('Members of the body left out when the expiry is left to the provider.'),
  bodySecrets: z
    .record(words(100), name)
    .default({})
    .describe(
      'Members of the body that hold a credential, by its id, or "secret": the current value of the key. No expression sees them.'
    ),
  success: z.array(status).max(20).default([]).describe('Statuses that mean done. Empty: every 2xx.'),
  idempotencyHeader: headerName
    .nullable()
    .default(null)
    .describe('A header that gets a fresh random value, only where the provider documents one.'),
  timeoutMs: z.int().min(1_000).max(120_000).nullable().default(null).describe('Instead of that of defaults.')
}

export const preflight = z
  .strictObject({
    operation: z.literal('get').describe('The operation of this kind that is sent first.'),
    ifMatch: expression
      .nullable()
      .default(null)
      .describe('JMESPath over {status, headers, body} of its answer to the etag that is sent as If-Match.'),
    from: expression.default('body').describe('JMESPath to what the body expression sees as fetched.'),
    strip: z.array(words(100)).max(50).default([]).describe('Members taken out of fetched.')
  })
  .describe('What is fetched first: an etag to send back, a document to change.')

const alreadyDone = z
  .array(status)
  .max(10)
  .default([])
  .describe('Statuses that mean it was so already, such as 404 for revoke.')

const from = expression
  .default('body')
  .describe('JMESPath over {status, headers, body, vars, input} to the record the fields are taken from.')

/** What is common to all of them; what each kind of operation adds is narrowed by "in". */
export type Operation = z.output<typeof plainOperation>
export type ReadOperation = z.output<typeof readOperation>
export type MakeOperation = z.output<typeof makeOperation>
export type ChangeOperation = z.output<typeof changeOperation>
export type SwitchOperation = z.output<typeof switchOperation>
export type Preflight = z.output<typeof preflight>

export const plainOperation = z.strictObject(request)
export const readOperation = z.strictObject({
  ...request,
  from,
  fields: otherFields.default({}).describe(OTHER_FIELDS)
})
export const makeOperation = z.strictObject({
  ...request,
  preflight: preflight.nullable().default(null),
  from,
  fields: madeFields.describe('Where the value stands, and what stands elsewhere than the kind says.')
})
export const changeOperation = z.strictObject({
  ...request,
  preflight: preflight.nullable().default(null),
  from: from.nullable().describe('As for get; null where the answer says nothing of the key.'),
  fields: otherFields.default({}).describe(OTHER_FIELDS)
})
export const switchOperation = z.strictObject({
  ...request,
  preflight: preflight.nullable().default(null),
  alreadyDone
})
export const verifyOperation = z.strictObject({
  ...request,
  refused: z.array(status).min(1).max(10).default([401]).describe('Statuses that mean the value is not accepted.')
})
