import { z } from 'zod'
import { timeFormat, listOperation, usageLogOperation } from './lists'
import {
  changeOperation,
  makeOperation,
  readOperation,
  recordFields,
  switchOperation,
  verifyOperation
} from './operation'
import { choice, expiry, format, guides, rotation, scopes } from './key-facts'
import { name, words } from './texts'

const { remoteId, ...others } = recordFields
type Others = { [Name in keyof typeof others]: z.ZodDefault<z.ZodNullable<z.ZodString>> }
const fields = z
  .strictObject({
    remoteId,
    ...(Object.fromEntries(
      Object.entries(others).map(([field, schema]) => [field, schema.nullable().default(null)])
    ) as unknown as Others)
  })
  .describe('Where each fact of a key stands in one record of the answer. A connection may override each of them.')

const timeOf = timeFormat.optional()
const times = z
  .strictObject({
    default: timeFormat.default('iso'),
    createdAt: timeOf,
    expiresAt: timeOf,
    lastUsedAt: timeOf,
    previousEndsAt: timeOf
  })
  .describe('The format of the times in the fields; those not named have the default one.')

const operations = z
  .strictObject({
    list: listOperation.optional().describe('All keys of this kind.'),
    get: readOperation.optional().describe('One key.'),
    create: makeOperation.optional().describe('A new key; sent at most once.'),
    update: changeOperation.optional().describe('Changes what editable names; sent at most once.'),
    rotate: makeOperation.optional().describe('A new value for a key, by the endpoint of the provider.'),
    renew: changeOperation.optional().describe('Another end for a key.'),
    disable: switchOperation.optional().describe('Stops a key for now.'),
    enable: switchOperation.optional().describe('Lets a disabled key work again.'),
    revoke: switchOperation.optional().describe('Ends a key for ever. A key that is gone counts as revoked.'),
    verify: verifyOperation.optional().describe('Something harmless, asked with the key itself.'),
    usageLog: usageLogOperation.optional().describe('The calls that were made with keys of this kind.')
  })
  .describe('What the provider lets a program do with keys of this kind. What is not there is done by hand.')

/** One kind of key a provider has. */
export const kind = z.strictObject({
  id: name.describe('Stays the same for ever: the keys of the vault refer to it. Not "account".'),
  label: words(60).describe('What the provider calls it: API key, token.'),
  idType: z
    .enum(['text', 'number'])
    .default('text')
    .describe('What an id is in the answers. One of another type is not believed: it would be another key.'),
  nameLabel: words(60)
    .nullable()
    .default('Name')
    .describe('What the provider calls its name; null where keys have none.'),
  nameMax: z.int().min(1).max(200).default(100).describe('The longest name the provider takes.'),
  description: z.boolean().default(false).describe('Whether keys have a description.'),
  scopes: scopes.prefault({}),
  roles: z.enum(['none', 'one', 'many']).default('none').describe('Whether a key has roles, out of account.roles.'),
  expiry: expiry.prefault({}),
  ipRanges: z.boolean().default(false).describe('Whether a key can be bound to addresses.'),
  environments: z.array(choice).max(50).default([]).describe('The environments a key is made for.'),
  projects: z.boolean().default(false).describe('Whether a key belongs to a project, out of account.projects.'),
  services: z.boolean().default(false).describe('Whether a key is bound to services, out of account.services.'),
  editable: z
    .array(z.enum(['name', 'description', 'scopes', 'roles', 'ipRanges']))
    .default([])
    .describe('What may be changed after creation.'),
  format,
  rotation,
  reveal: z.enum(['once', 'always']).default('once').describe('Whether the provider shows the value again.'),
  revealWarning: words(500).default('').describe('What the provider says when it shows the value.'),
  confirmRevoke: words(500).default('').describe('What the provider says before it revokes.'),
  maxKeys: z.int().min(1).nullable().default(null).describe('How many keys there may be; plans may say otherwise.'),
  guides,
  fields: fields.nullable().default(null),
  times: times.prefault({}),
  statusMap: z
    .record(words(60), z.enum(['active', 'disabled', 'expired', 'grace', 'revoked', 'unknown']))
    .default({})
    .describe('From the words of the provider to ours; true and false as "true" and "false". Ours need no entry.'),
  operations: operations.default({})
})
export type Kind = z.output<typeof kind>
