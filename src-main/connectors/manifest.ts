import { provenance } from '@contract/model/connector'
import { z } from 'zod'
import { accountOperations, connection, credential, defaults, errors, plan, rateLimit } from './manifest/account'
import { kind } from './manifest/kind'
import { connectorId, name, webPage, words } from './manifest/texts'

/**
 * One provider as data: where it is, how it is asked, what its keys are. Everything that is not in it is done by hand.
 * Published for editors as `resources/connectors/manifest.schema.json`; what one field cannot say about another is
 * checked by `findContradictions`.
 */
export const manifest = z
  .strictObject({
    $schema: z.string().max(500).optional().describe('The JSON Schema an editor checks this file with.'),
    manifestVersion: z.literal(1).describe('The version of this format.'),
    id: connectorId.describe('Stays the same for ever: connections refer to it.'),
    name: words(100).min(1).describe('The provider as it writes itself.'),
    summary: words(300).default('').describe('One sentence: what the provider is.'),
    provenance: provenance.describe('How far the file as a whole can be trusted.'),
    sourceNotes: z.array(words(500)).max(50).default([]).describe('Where each fact comes from, and what is a guess.'),
    docsUrl: webPage.nullable().default(null).describe("The provider's own documentation."),
    consoleUrl: webPage.nullable().default(null).describe('The page where its keys are kept.'),
    guided: z.boolean().default(false).describe('Works without any request, by hand: the guides say what to click.'),
    permissionsNote: words(500).default('').describe('Who may manage keys there.'),
    noticeDays: z
      .array(z.int().min(0).max(365))
      .max(10)
      .default([])
      .describe('Days before the end on which the provider itself warns.'),
    connection: connection.describe('Where the provider is, and what the person says once for each connection.'),
    credentials: z.record(name, credential).describe('What requests are sent with, by ids of your own.'),
    defaults: defaults.prefault({}).describe('What every request has.'),
    rateLimit: rateLimit
      .prefault({})
      .describe('How often may be asked, and how the provider says that it was too often.'),
    errors: errors.prefault({}).describe('Where a failure says what is wrong, and what it means.'),
    account: accountOperations.default({}),
    kinds: z.array(kind).min(1).max(20).describe('The kinds of keys the provider has.'),
    plans: z.array(plan).max(20).default([]).describe("The provider's plans, where they matter for keys."),
    thresholds: z
      .array(z.int().min(1).max(100))
      .max(10)
      .default([])
      .describe('Per cent of a limit at which usage is warned about.')
  })
  .describe('A provider of API keys, for Keyquay.')
export type Manifest = z.output<typeof manifest>
