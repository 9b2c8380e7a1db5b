import type { Answer } from './answer'
import type { Call } from './sending'
import { expiryForms, NO_EXPIRY, type OperationInput } from './input'
import type { Operation } from './manifest/operation'
import type { Pagination } from './manifest/pagination'
import { readCount } from './fields'
import { firstPage, nextCursor, pageExpressions } from './pages'
import { asRecord, listExpression, type FieldPaths } from './records'

const MOST_RECORDS = 50_000

export interface ListOperation extends Operation {
  readonly from: string
  readonly pagination: Pagination
}

export type Row = Readonly<Record<string, unknown>>

/** One page of a list, mapped; `next` asks for the one after it. */
export async function readPage(
  call: Call,
  operation: ListOperation,
  fields: FieldPaths,
  asked: { readonly input: Omit<OperationInput, 'expiry'>; readonly cursor: string | null }
): Promise<{ rows: Row[]; next: string | null; total: number | null }> {
  const input = { ...asked.input, expiry: expiryForms(NO_EXPIRY, call.exchange.nowMs) }
  const page = firstPage(operation.pagination, asked.cursor)
  const answer = await call.send({ operation, input, needsJson: true, repeat: 'read', ...page })
  const facts = pageExpressions(operation.pagination)
  const expression = `{rows: ${listExpression(operation.from, fields)}${Object.entries(facts)
    .map(([name, path]) => `, ${name}: (${path})`)
    .join('')}}`
  const mapped = asRecord(await call.map(expression, mapInput(call, answer, input)))
  const rows = Array.isArray(mapped?.rows) ? (mapped.rows as unknown[]) : null
  if (mapped === null || rows === null) throw call.unreadable('a list')
  const records = rows.map((row) => {
    const record = asRecord(row)
    if (record === null) throw call.unreadable('a list of records')
    return record
  })
  const said = { answer, facts: mapped, count: rows.length, cursor: asked.cursor }
  return { rows: records, next: nextCursor(call, operation.pagination, said), total: readCount(mapped.total) }
}

/**
 * All pages of a list. A list that does not end, goes round in a circle or holds over 50,000 records is refused rather
 * than cut: what is missing from it would pass for gone.
 */
export async function readAll(
  call: Call,
  operation: ListOperation,
  fields: FieldPaths,
  input: Omit<OperationInput, 'expiry'> = {}
): Promise<Row[]> {
  const { pagination } = operation
  const maxPages = pagination.kind === 'none' ? 1 : pagination.maxPages
  const rows: Row[] = []
  const asked = new Set<string>()
  let cursor: string | null = null
  for (let pages = 1; ; pages += 1) {
    const page = await readPage(call, operation, fields, { input, cursor })
    rows.push(...page.rows)
    if (rows.length > MOST_RECORDS) throw call.unreadable(`a list of at most ${MOST_RECORDS.toString()} records`)
    if (page.next === null) return rows
    if (asked.has(page.next)) throw call.unreadable('a page that was not told before')
    if (pages >= maxPages) throw call.unreadable(`a list of at most ${maxPages.toString()} pages`)
    asked.add(page.next)
    cursor = page.next
  }
}

/** What mapping expressions see beside the record: `$`. */
export function mapInput(call: Call, answer: Answer, input: OperationInput): Record<string, unknown> {
  const { status, headers, body } = answer
  return { status, headers, body, vars: call.variables, input }
}
