import type { Answer } from './answer'
import type { Call, Sending } from './sending'
import { linkedNext } from './link-header'
import type { Pagination } from './manifest/pagination'
import { readCount } from './fields'

/** A cursor of a provider may be a number; longer than this it is none. */
const LONGEST_CURSOR = 4_000

/** How to ask for one page. */
export type PageRequest = Pick<Sending, 'page' | 'url'>

/** What a page says of the next one: JMESPath by name, over its answer. */
export function pageExpressions(pagination: Pagination): Record<string, string> {
  const paths =
    pagination.kind === 'page'
      ? { pages: pagination.pagesPath, total: pagination.totalPath }
      : pagination.kind === 'offset'
        ? { total: pagination.totalPath }
        : pagination.kind === 'cursor'
          ? { next: pagination.nextPath, more: pagination.hasMorePath }
          : pagination.kind === 'nextUrl'
            ? { next: pagination.path }
            : {}
  return Object.fromEntries(Object.entries(paths).filter((entry): entry is [string, string] => entry[1] !== null))
}

export function firstPage(pagination: Pagination, cursor: string | null = null): PageRequest {
  if (pagination.kind === 'none') return {}
  if (pagination.kind === 'page') return params(pagination, [[pagination.param, cursor ?? pagination.start]])
  if (pagination.kind === 'offset') return params(pagination, [[pagination.param, cursor ?? 0]])
  if (pagination.kind === 'cursor') return params(pagination, cursor === null ? [] : [[pagination.param, cursor]])
  return cursor === null ? params({ ...pagination, in: 'query' }, []) : { url: cursor }
}

/**
 * What asks for the page after one, or null after the last: a word for {@link firstPage}. Throws
 * `provider-answer-unreadable` for a cursor that is none.
 */
export function nextCursor(
  call: Call,
  pagination: Pagination,
  said: {
    readonly answer: Answer & { readonly url: string }
    readonly facts: Readonly<Record<string, unknown>>
    readonly count: number
    readonly cursor: string | null
  }
): string | null {
  const { answer, facts, count, cursor } = said
  switch (pagination.kind) {
    case 'none':
      return null
    case 'page': {
      const page = Number(cursor ?? pagination.start)
      const pages = readCount(facts.pages) ?? pagesOf(readCount(facts.total), pagination.size)
      const seen = page - pagination.start + 1
      const isLast = pages === null ? count < pagination.size : seen >= pages
      return count === 0 || isLast ? null : (page + 1).toString()
    }
    case 'offset': {
      const seen = Number(cursor ?? 0) + count
      const total = readCount(facts.total)
      const isLast = total === null ? count < pagination.size : seen >= total
      return count === 0 || isLast ? null : seen.toString()
    }
    case 'cursor':
      return count === 0 || facts.more === false ? null : cursorOf(call, facts.next)
    case 'link':
      return absolute(call, linkedNext(answer.headers.link ?? ''), answer.url)
    case 'nextUrl':
      return absolute(call, cursorOf(call, facts.next), answer.url)
  }
}

const pagesOf = (total: number | null, size: number): number | null => (total === null ? null : Math.ceil(total / size))

function params(
  paging: { readonly sizeParam: string | null; readonly size: number; readonly in: 'query' | 'body' },
  position: [string, string | number][]
): PageRequest {
  const size: [string, number][] = paging.sizeParam === null ? [] : [[paging.sizeParam, paging.size]]
  return { page: { in: paging.in, params: [...position.map(inBody), ...size] } }

  // A body tells numbers from texts: a page is counted in numbers.
  function inBody([name, value]: [string, string | number]): [string, string | number] {
    return [name, paging.in === 'body' && /^\d{1,15}$/.test(value.toString()) ? Number(value) : value]
  }
}

function cursorOf(call: Call, value: unknown): string | null {
  if (value === null || value === undefined || value === '' || value === false) return null
  const text = typeof value === 'number' ? value.toString() : value
  if (typeof text === 'string' && text.length <= LONGEST_CURSOR) return text
  throw call.unreadable('a cursor of the next page')
}

/** Another host is refused where the request is judged. */
function absolute(call: Call, next: string | null, current: string): string | null {
  if (next === null) return null
  if (!URL.canParse(next, current)) throw call.unreadable('the address of the next page')
  return new URL(next, current).href
}
