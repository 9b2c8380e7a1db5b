import { z } from 'zod'
import { OTHER_FIELDS, otherFields, request } from './operation'
import { pagination } from './pagination'
import { expression } from './texts'

const items = expression
  .default('body')
  .describe('JMESPath over {status, headers, body, vars, input} to the list of records.')

const paged = { pagination: pagination.default({ kind: 'none' }).describe('How the list goes on to its next page.') }

export const timeFormat = z
  .enum(['iso', 'date', 'unix_s', 'unix_ms', 'rfc1123'])
  .describe(
    'iso: ISO 8601, UTC where it names no zone; date: YYYY-MM-DD, the beginning of that day in UTC; unix_s, unix_ms: seconds, milliseconds since 1970; rfc1123: "Fri, 20 Nov 2026 09:30:00 GMT".'
  )
export type TimeFormat = z.output<typeof timeFormat>

export const listOperation = z.strictObject({
  ...request,
  ...paged,
  from: items,
  fields: otherFields.default({}).describe(OTHER_FIELDS),
  expand: z
    .literal('get')
    .nullable()
    .default(null)
    .describe('For lists that hold ids only: each key is asked for with get as well.')
})

/** Roles, scopes, projects, services: what can be chosen. */
export const optionsOperation = z.strictObject({
  ...request,
  ...paged,
  from: items,
  fields: z
    .strictObject({
      id: expression.describe('What is sent.'),
      label: expression.describe('What is read.'),
      description: expression.nullable().default(null).describe('A sentence about it.'),
      risk: expression.nullable().default(null).describe('read, write or admin; admin is warned about.')
    })
    .describe('JMESPath over one record to each fact.')
})

export const accountOperation = z.strictObject({
  ...request,
  from: expression.default('body').describe('JMESPath to the record the fields are taken from.'),
  fields: z
    .strictObject({
      plan: expression
        .nullable()
        .default(null)
        .describe('The plan; compared with the ids of plans, whatever their case.'),
      keysUsed: expression.nullable().default(null).describe('How many keys there are.'),
      keysLimit: expression.nullable().default(null).describe('How many there may be.')
    })
    .describe('JMESPath over one record to each fact.')
})

/** One line of a usage log: who called what, when. */
export const usageLogOperation = z.strictObject({
  ...request,
  ...paged,
  path: request.path.describe('As everywhere; {id} is the key, and {since} may stand in the query: ISO 8601.'),
  from: items,
  times: timeFormat.default('iso'),
  fields: z
    .strictObject({
      id: expression.nullable().default(null).describe('The id of the line.'),
      at: expression.describe('When it was.'),
      remoteId: expression
        .nullable()
        .default(null)
        .describe('The key that made the call, where lines of several are told.'),
      method: expression.nullable().default(null).describe('GET, POST.'),
      path: expression.nullable().default(null).describe('What was asked.'),
      status: expression.nullable().default(null).describe('The status of the answer: a number.'),
      ip: expression.nullable().default(null).describe('The address the call came from.'),
      source: expression.nullable().default(null).describe('Through what the call came: API, MCP.'),
      durationMs: expression.nullable().default(null).describe('How long the answer took, in milliseconds.')
    })
    .describe('JMESPath over one record to each fact.')
})

/** What the account has used in the current period. */
export const usageTotalsOperation = z.strictObject({
  ...request,
  from: expression.default('body').describe('JMESPath to the record the fields are taken from.'),
  times: timeFormat.default('iso'),
  fields: z
    .strictObject({
      periodStart: expression.nullable().default(null).describe('When the period began.'),
      periodEnd: expression.nullable().default(null).describe('When it ends.'),
      metrics: expression.describe('A list of {metric, used, limit, unit}; limit and unit may be null.'),
      renewals: expression
        .nullable()
        .default(null)
        .describe('A list of {kind, name, renewsAt}: domains, certificates, plans.')
    })
    .describe('JMESPath over one record to each fact.')
})
