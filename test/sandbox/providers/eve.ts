import { isFields, numberFrom, type Fields } from '../http/exchange.ts'

/** A collection and the field that breaks ties in its order. */
export interface Arranged {
  readonly all: readonly Fields[]
  readonly tie: string
}

export interface EveList {
  readonly _items: readonly Fields[]
  readonly _meta: { readonly page: number; readonly max_results: number; readonly total: number }
}

export const arranged = (all: readonly object[], tie: string): Arranged => ({
  all: all.map((one) => ({ ...one })),
  tie
})

/**
 * A page of a collection by Eve's query: `page`, `max_results` (25, at most 50), `sort`, and a `where`
 * of plain equalities. `null` for any other `where`.
 */
export function listOf(query: URLSearchParams, { all, tie }: Arranged): EveList | null {
  const where = equalities(query.get('where'))
  if (where === null) return null
  const found = all.filter((one) => Object.entries(where).every(([field, value]) => one[field] === value))
  const sort = query.get('sort') ?? ''
  const field = sort.replace(/^-/, '')
  const sign = sort.startsWith('-') ? -1 : 1
  if (field !== '')
    found.sort((one, other) => sign * (compare(one[field], other[field]) || compare(one[tie], other[tie])))
  const size = numberFrom(query, 'max_results', 25, 50)
  const page = numberFrom(query, 'page', 1, 1_000_000)
  return {
    _items: found.slice((page - 1) * size, page * size),
    _meta: { page, max_results: size, total: found.length }
  }
}

function equalities(where: string | null): Fields | null {
  if (where === null) return {}
  try {
    const parsed: unknown = JSON.parse(where)
    return isFields(parsed) && Object.values(parsed).every((value) => typeof value !== 'object') ? parsed : null
  } catch {
    return null
  }
}

/** Dates in RFC 1123 are compared as moments, the rest as text. */
function compare(one: unknown, other: unknown): number {
  const [left, right] = [one, other].map((value) => {
    const text = String(value)
    return text.endsWith(' GMT') ? new Date(text).toISOString() : text
  }) as [string, string]
  return left < right ? -1 : left > right ? 1 : 0
}
