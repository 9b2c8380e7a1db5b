import type { KeySummary } from '@contract/model/key'

/** What a large window shows at once: each row more would be waited for with the first. */
export const PAGE_SIZE = 50

// Enough to scroll back at ease; at 100,000 keys the rest would only fill memory.
const MOST_PAGES = 80

/** The pages of one query that are at hand. Stale pages are shown until their successor arrives. */
export interface PagesCache<Item = KeySummary> {
  readonly total: number | null
  readonly pages: ReadonlyMap<number, readonly Item[]>
  readonly stale: ReadonlySet<number>
}

export const emptyCache: PagesCache<never> = { total: null, pages: new Map(), stale: new Set() }

/** What stands at a row, or undefined while its page is not there. */
export function itemAt<Item>(cache: PagesCache<Item>, index: number): Item | undefined {
  return cache.pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE]
}

/** The pages that rows `first` to `last` need and that are missing or stale. */
export function pagesToFetch(cache: PagesCache<unknown>, first: number, last: number): number[] {
  const end = cache.total === null ? last : Math.min(last, cache.total - 1)
  const wanted: number[] = []
  for (
    let page = Math.floor(Math.max(0, first) / PAGE_SIZE);
    page <= Math.floor(Math.max(0, end) / PAGE_SIZE);
    page++
  ) {
    if (!cache.pages.has(page) || cache.stale.has(page)) wanted.push(page)
  }
  return wanted
}

/** The cache with one more page; the pages farthest from it leave when there are too many. */
export function withPage<Item>(
  cache: PagesCache<Item>,
  page: number,
  answer: { readonly total: number; readonly items: readonly Item[] }
): PagesCache<Item> {
  const pages = new Map(cache.pages).set(page, answer.items)
  const stale = new Set(cache.stale)
  stale.delete(page)
  const lastPage = Math.ceil(answer.total / PAGE_SIZE) - 1
  const byDistance = [...pages.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page))
  for (const candidate of byDistance) {
    if (candidate > lastPage && candidate !== page) pages.delete(candidate)
    else if (pages.size > MOST_PAGES) pages.delete(candidate)
  }
  return { total: answer.total, pages, stale }
}

/** The same rows, all to be asked for again. */
export function allStale<Item>(cache: PagesCache<Item>): PagesCache<Item> {
  return { ...cache, stale: new Set(cache.pages.keys()) }
}

/** The row of a key among the pages at hand, or -1. */
export function indexOfKey(cache: PagesCache, id: string): number {
  for (const [page, items] of cache.pages) {
    const at = items.findIndex((item) => item.id === id)
    if (at >= 0) return page * PAGE_SIZE + at
  }
  return -1
}

/** Where the key of a row stands among other pages, or -1. */
export function rowOfSame(cache: PagesCache, row: number, others: PagesCache): number {
  const key = itemAt(cache, row)
  return key === undefined ? -1 : indexOfKey(others, key.id)
}
