import { provenance } from '@contract/model/connector'
import { z } from 'zod'
import { accountOperation, optionsOperation, usageTotalsOperation } from './lists'
import { variable } from './key-facts'
import { plainOperation } from './operation'
import { baseUrlTemplate, expression, headerName, path, status, template, words } from './texts'

/** What belongs to the account and its server rather than to a key. */

export const connection = z.strictObject({
  baseUrl: baseUrlTemplate
    .nullable()
    .describe('Where the paths begin: https://api.example.com/v1. Null where the person has to say it.'),
  provenance: provenance.describe('How far this address can be trusted.'),
  variables: z.array(variable).max(20).default([]).describe('What the person says once for each connection.')
})

const about = {
  label: words(100).describe('What the provider calls it.'),
  howToGet: words(500).default('').describe('Where a person finds it.'),
  required: z.boolean().default(true).describe('False where a part of the work goes without it.'),
  testPath: path
    .nullable()
    .default(null)
    .describe('A path whose GET is harmless and answers 2xx to it: asked by "test connection" beside account.test.')
}

export const credential = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bearer'), ...about }).describe('Authorization: Bearer … (RFC 6750).'),
  z
    .strictObject({
      kind: z.literal('header'),
      header: headerName.describe('The header it stands in.'),
      prefix: words(40).default('').describe('Stands before the value: "token ".'),
      ...about
    })
    .describe('A header of its own.'),
  z
    .strictObject({
      kind: z.literal('basic'),
      user: template.default('').describe('The user name; variables of the connection may stand in it.'),
      secretIs: z
        .enum(['password', 'user'])
        .default('password')
        .describe('user: the value is the user name, with no password.'),
      ...about
    })
    .describe('Authorization: Basic … (RFC 7617).'),
  z
    .strictObject({
      kind: z.literal('query'),
      param: words(100).min(1).describe('The query parameter it stands in.'),
      ...about
    })
    .describe('A query parameter. It may land in logs of the server: only where there is no other way.'),
  z
    .strictObject({ kind: z.literal('body'), ...about })
    .describe('Is sent only where bodySecrets of an operation names it: a password.'),
  z
    .strictObject({ kind: z.literal('none'), ...about, required: z.literal(false).default(false) })
    .describe('Nothing is sent.')
])
export type Credential = z.output<typeof credential>

export const defaults = z.strictObject({
  headers: z.record(headerName, template).default({}).describe('Headers of every request.'),
  accept: words(200).default('application/json').describe('What is asked for: the header Accept.'),
  contentType: words(200).default('application/json').describe('Of bodies written as JSON.'),
  timeoutMs: z.int().min(1_000).max(120_000).default(30_000).describe('One request as a whole.')
})

const unit = z.enum(['s', 'ms']).describe('Seconds or milliseconds.')

export const rateLimit = z.strictObject({
  requestsPerMinute: z
    .int()
    .min(1)
    .nullable()
    .default(null)
    .describe('The documented rate; the client stays below it by itself.'),
  statuses: z.array(status).min(1).max(10).default([429]).describe('Statuses that mean too many requests.'),
  retryAfter: z
    .discriminatedUnion('in', [
      z.strictObject({
        in: z.literal('header'),
        header: headerName.default('retry-after').describe('Seconds or a date (RFC 9110, section 10.2.3).')
      }),
      z.strictObject({
        in: z.literal('body'),
        path: expression.describe('JMESPath over the body to a number.'),
        unit: unit.default('s')
      })
    ])
    .default({ in: 'header', header: 'retry-after' })
    .describe('Where the answer says how long to wait.')
})

/** What a failure means to the app. */
export const meaning = z.enum(['credential', 'forbidden', 'limit', 'conflict', 'not-found', 'rejected', 'rate-limited'])
export type Meaning = z.output<typeof meaning>

export const errors = z.strictObject({
  messagePaths: z
    .array(expression)
    .max(10)
    .default(['error.message', 'message', 'error', 'errors[0].message', 'errors[0]'])
    .describe('JMESPath over the body to the message for people; the first that gives text is taken.'),
  codePaths: z
    .array(expression)
    .max(10)
    .default(['error.code', 'code'])
    .describe("JMESPath over the body to the provider's own code; the first that gives text or a number is taken."),
  rules: z
    .array(
      z.strictObject({
        status: z.array(status).max(20).default([]).describe('One of these statuses; empty is any over 399.'),
        code: z.array(words(100)).max(20).default([]).describe("One of these codes of the provider's; empty is any."),
        messageIncludes: words(100).nullable().default(null).describe('A part of the message, whatever the case.'),
        means: meaning.describe(
          'credential: not accepted; forbidden: a right is lacking; limit: of a plan or a number; conflict: it changed meanwhile; rejected: the input was wrong.'
        )
      })
    )
    .max(50)
    .default([])
    .describe('What a failure means; the first rule that fits is taken, without one the status says it.')
})

export const accountOperations = z
  .strictObject({
    test: plainOperation.optional().describe('Something harmless that needs the credential.'),
    account: accountOperation.optional().describe('The plan, and how many keys there are and may be.'),
    projects: optionsOperation.optional().describe('The projects a key may belong to.'),
    roles: optionsOperation.optional().describe('The roles a key may have.'),
    scopes: optionsOperation.optional().describe('The scopes a key may have, where the provider lists them.'),
    services: optionsOperation.optional().describe('The services a key may be for.'),
    usageTotals: usageTotalsOperation.optional().describe('What was used in this period.')
  })
  .describe('What is asked about the account as a whole.')

export const plan = z.strictObject({
  id: words(60).min(1).describe('What account.account answers, whatever its case.'),
  label: words(100).describe('What is read.'),
  maxKeys: z.int().min(0).nullable().default(null).describe('How many keys it allows.'),
  requestsPerMinute: z.int().min(1).nullable().default(null).describe('Its rate.'),
  note: words(500).default('').describe('What else it allows or forbids.')
})
