import type { OutputOf } from '@contract/ipc'
import type { KeyFilterQuery, KeyGroup, KeyQuery } from '@contract/model/key-query'
import { client } from '../client/client'
import { toCallFailure, type CallFailure } from '../client/failure'
import type { KeyFilter } from './key-filter'
import { useKeyTable } from './key-table-store'
import { allStale, emptyCache, pagesToFetch, PAGE_SIZE, rowOfSame, withPage, type PagesCache } from './pages-cache'

export interface Span {
  readonly first: number
  readonly last: number
}

/** The rows of the list, as far as they are at hand. */
export interface KeyRows {
  readonly filter: KeyFilter
  /** Its total counts rows. */
  readonly cache: PagesCache
  /** What was searched for when the rows in the cache were asked for. */
  readonly searched: string
  /** How many keys fit; null until the first answer. */
  readonly found: number | null
  /** The groups that the rows stand in; null when they are not grouped. */
  readonly groups: readonly KeyGroup[] | null
  readonly failure: CallFailure | null
  readonly activeIndex: number
  /** The active row was gone to, and is not only the first one. */
  readonly wentThere: boolean
  /** The row from which a range is selected. */
  readonly anchor: number
}

interface RowsReader {
  /** Asks for the rows in view. Until all of them are there the old ones stay as they are and in use, so nothing jumps. */
  load(): void
  /** Asks for the rows of another query, from the first. */
  startOver(): void
  /** Asks for what these rows lack. */
  show(spans: readonly Span[]): void
  /** What `ask` answers about the query as it is now; null where another one came meanwhile, or it failed. */
  askAbout<Answer>(ask: (query: RowsQuery) => Promise<Answer>): Promise<Answer | null>
  forget(): void
}

type RowsQuery = Omit<KeyQuery, 'offset' | 'limit'>

const firstSpan: Span = { first: 0, last: PAGE_SIZE - 1 }

/** Keeps the rows of a store filled: those in view, page by page. */
export function createRowsReader(
  get: () => KeyRows,
  set: (change: Partial<KeyRows> | ((state: KeyRows) => Partial<KeyRows>)) => void
): RowsReader {
  /** Rises with each other query: what was asked for an earlier one is of no use any more. */
  let query = 0
  /** Rises each time the rows are asked for again: a single page that was asked for before that may be older. */
  let reading = 0
  /** The query whose rows are being asked for as a whole. */
  let loading: number | null = null
  /** Something changed while they were. */
  let changedMeanwhile = false
  /** The rows at hand are those of an earlier query. */
  let ofEarlierQuery = false
  let shown: readonly Span[] = [firstSpan]
  const asked = new Set<number>()

  function load(): void {
    if (loading === query) {
      changedMeanwhile = true
      return
    }
    const mine = query
    loading = mine
    changedMeanwhile = false
    reading++
    asked.clear()
    if (!ofEarlierQuery) set((state) => ({ cache: allStale(state.cache) }))
    const base = ofEarlierQuery ? emptyCache : get().cache
    const searched = get().filter.text
    const pages = pagesInView(base)
    pages.forEach((page) => asked.add(page))
    Promise.all([askGroups(), ...pages.map(askPage)]).then(
      ([groups, ...answers]) => {
        if (mine !== query) return
        set((state) => {
          let cache: PagesCache = ofEarlierQuery ? emptyCache : state.cache
          let fresh: PagesCache = emptyCache
          answers.forEach(({ rows: total, items }, at) => {
            cache = withPage(cache, pages[at] ?? 0, { total, items })
            fresh = withPage(fresh, pages[at] ?? 0, { total, items })
          })
          const found = answers[0]?.total ?? state.found
          return { cache, groups, searched, found, failure: null, ...rowsFollowed(state, fresh) }
        })
        ofEarlierQuery = false
        goOn()
      },
      (error: unknown) => {
        if (mine !== query) return
        set({ failure: toCallFailure(error) })
        goOn()
      }
    )
  }

  function goOn(): void {
    loading = null
    asked.clear()
    if (changedMeanwhile) load()
    else fetchShown()
  }

  /** Asks for what the rows in view lack. */
  function fetchShown(): void {
    if (ofEarlierQuery) return
    const mine = reading
    for (const page of pagesInView(get().cache)) {
      if (asked.has(page)) continue
      asked.add(page)
      askPage(page).then(
        ({ total: found, rows: total, items }) => {
          if (mine !== reading) return
          asked.delete(page)
          set((state) => ({ cache: withPage(state.cache, page, { total, items }), found, failure: null }))
        },
        (error: unknown) => {
          if (mine !== reading) return
          asked.delete(page)
          set({ failure: toCallFailure(error) })
        }
      )
    }
  }

  /** The keys that were active and anchor stay so wherever they stand now; who went nowhere stays at the top. */
  function rowsFollowed(state: KeyRows, fresh: PagesCache): Pick<KeyRows, 'activeIndex' | 'anchor'> {
    const last = Math.max(0, (fresh.total ?? 0) - 1)
    const follow = (row: number): number => {
      const now = state.wentThere ? rowOfSame(state.cache, row, fresh) : -1
      if (now >= 0) return now
      return ofEarlierQuery ? 0 : Math.min(row, last)
    }
    return { activeIndex: follow(state.activeIndex), anchor: follow(state.anchor) }
  }

  function pagesInView(cache: PagesCache): number[] {
    return [...new Set(shown.flatMap(({ first, last }) => pagesToFetch(cache, first, last)))]
  }

  function askPage(page: number): Promise<OutputOf<'keys.list'>> {
    return client.call('keys.list', { ...currentQuery(), offset: page * PAGE_SIZE, limit: PAGE_SIZE })
  }

  /** The groups of the query as it is now. */
  async function askGroups(): Promise<readonly KeyGroup[] | null> {
    const { group } = useKeyTable.getState()
    if (group === 'none') return null
    return (await client.call('keys.groups', { ...currentFilter(), group })).items
  }

  function currentQuery(): Omit<KeyQuery, 'offset' | 'limit'> {
    const { sort, group } = useKeyTable.getState()
    return { ...currentFilter(), sort, group }
  }

  function currentFilter(): KeyFilterQuery {
    const { filter } = get()
    return {
      ...filter,
      providers: [...filter.providers],
      environments: [...filter.environments],
      projects: [...filter.projects],
      tags: [...filter.tags],
      statuses: [...filter.statuses]
    }
  }

  return {
    load,
    startOver() {
      query++
      ofEarlierQuery = true
      set({ wentThere: false })
      shown = [firstSpan]
      load()
    },
    show(spans) {
      shown = spans
      fetchShown()
    },
    async askAbout(ask) {
      const mine = query
      try {
        const answer = await ask(currentQuery())
        return mine === query ? answer : null
      } catch (error) {
        if (mine === query) set({ failure: toCallFailure(error) })
        return null
      }
    },
    forget() {
      query++
      reading++
      loading = null
      changedMeanwhile = false
      ofEarlierQuery = false
      asked.clear()
      shown = [firstSpan]
    }
  }
}
