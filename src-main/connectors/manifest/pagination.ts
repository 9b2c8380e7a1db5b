import { z } from 'zod'
import { expression, words } from './texts'

const sizeParam = words(100).nullable().default(null).describe('Name of the parameter that says how many a page holds.')
const size = z.int().min(1).max(10_000).default(100).describe('How many records are asked for on each page.')
const maxPages = z
  .int()
  .min(1)
  .max(5_000)
  .default(200)
  .describe('When there are more pages than this the list is refused rather than cut.')
const where = z
  .enum(['query', 'body'])
  .default('query')
  .describe('Whether the parameters go into the query or into the top level of the body.')
const paging = { sizeParam, size, in: where, maxPages }

/**
 * How a list goes on to its next page. Expressions see `{status, headers, body}` of the page just read; a list also
 * ends with an empty page.
 */
export const pagination = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }).describe('One answer holds all.'),
  z
    .strictObject({
      kind: z.literal('page'),
      param: words(100).describe('Name of the parameter with the number of the page.'),
      start: z.int().min(0).max(1).default(1).describe('Number of the first page.'),
      pagesPath: expression.nullable().default(null).describe('JMESPath to how many pages there are.'),
      totalPath: expression.nullable().default(null).describe('JMESPath to how many records there are in all.'),
      ...paging
    })
    .describe('Numbered pages. Without pagesPath and totalPath a page shorter than its size is the last.'),
  z
    .strictObject({
      kind: z.literal('offset'),
      param: words(100).describe('Name of the parameter with how many records are skipped.'),
      totalPath: expression.nullable().default(null).describe('JMESPath to how many records there are in all.'),
      ...paging
    })
    .describe('Records skipped. Without totalPath a page shorter than its size is the last.'),
  z
    .strictObject({
      kind: z.literal('cursor'),
      param: words(100).describe('Name of the parameter that takes the cursor.'),
      nextPath: expression.describe(
        'JMESPath to the cursor of the next page: body.next_cursor, body.data[-1].id, headers."x-next-page". Null or "" ends.'
      ),
      hasMorePath: expression.nullable().default(null).describe('JMESPath to false where there is no further page.'),
      ...paging
    })
    .describe('A word of the answer asks for the next page.'),
  z
    .strictObject({ kind: z.literal('link'), sizeParam, size, maxPages })
    .describe('The header Link names the next page with rel="next" (RFC 8288).'),
  z
    .strictObject({
      kind: z.literal('nextUrl'),
      path: expression.describe('JMESPath to the address of the next page, whole or relative; null ends.'),
      sizeParam,
      size,
      maxPages
    })
    .describe('The answer holds the address of the next page; it may not lie on another host.')
])
export type Pagination = z.output<typeof pagination>
