import type { OutputOf } from '@contract/ipc'
import type { KeyId } from '@contract/model/base'
import type { KeyFilterQuery, KeyGroup, KeyGrouping, KeyQuery, KeySortColumn } from '@contract/model/key-query'
import { create } from 'zustand'
import { client } from '../client/client'
import { toCallFailure, type CallFailure } from '../client/failure'
import { noFilter, type KeyFilter } from './key-filter'
import { useKeyTable, type KeyTable } from './key-table-store'
import {
  allStale,
  emptyCache,
  itemAt,
  pagesToFetch,
  PAGE_SIZE,
  rowOfSame,
  withPage,
  type PagesCache
} from './pages-cache'

export interface Span {
  readonly first: number
  readonly last: number
}

export interface KeyListState {
  readonly filter: KeyFilter
  /** Its total counts rows. */
  readonly cache: PagesCache
  /** What was searched for when the rows in the cache were asked for. */
  readonly searched: string
  /** How many keys fit; null until the first answer. */
  readonly found: number | null
  /** The groups that the rows stand in; null when they are not grouped. */
  readonly groups: readonly KeyGroup[] | null
  /** The groups whose rows are out of sight. */
  readonly closed: ReadonlySet<string>
  readonly failure: CallFailure | null
  readonly activeIndex: number
  readonly openId: KeyId | null
  readonly selected: ReadonlySet<KeyId>
  /** The row from which a range is selected. */
  readonly anchor: number
  /** Rises with every change of any key; what shows one key asks for it again. */
  readonly keysRevision: number
  setFilter(change: Partial<KeyFilter>): void
  /** Sorts by a column, or the other way round when it does already. */
  setSort(column: KeySortColumn): void
  setGroup(group: KeyGrouping): void
  /** Another filter and another look at once. */
  setView(filter: KeyFilter, table: KeyTable): void
  /** The rows in view. */
  show(spans: readonly Span[]): void
  setActive(index: number): void
  open(id: KeyId | null): void
  toggleGroup(id: string): void
  setClosed(ids: readonly string[]): void
  toggleSelected(id: KeyId): void
  /** Selects the rows from the anchor to `index`; what was selected before stays. */
  selectTo(index: number): Promise<void>
  selectAll(): Promise<void>
  select(ids: readonly KeyId[]): void
  clearSelection(): void
  refresh(): void
  forget(): void
}

const blank = {
  filter: noFilter,
  cache: emptyCache,
  searched: '',
  found: null,
  groups: null,
  closed: new Set<string>(),
  failure: null,
  activeIndex: 0,
  openId: null,
  selected: new Set<KeyId>(),
  anchor: 0
}

const firstSpan: Span = { first: 0, last: PAGE_SIZE - 1 }

export const useKeyList = create<KeyListState>()((set, get) => {
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
  /** The active row was gone to, and is not only the first one. */
  let wentThere = false
  let shown: readonly Span[] = [firstSpan]
  const asked = new Set<number>()

  /** Asks for the rows in view. Until all of them are there the old ones stay as they are and in use, so nothing jumps. */
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
  function rowsFollowed(state: KeyListState, fresh: PagesCache): Pick<KeyListState, 'activeIndex' | 'anchor'> {
    const last = Math.max(0, (fresh.total ?? 0) - 1)
    const follow = (row: number): number => {
      const now = wentThere ? rowOfSame(state.cache, row, fresh) : -1
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

  function startOver(): void {
    query++
    ofEarlierQuery = true
    wentThere = false
    shown = [firstSpan]
    load()
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

  async function selectRows(offset: number, limit: number): Promise<void> {
    const mine = query
    try {
      const { ids } = await client.call('keys.ids', { ...currentQuery(), offset, limit })
      if (mine === query) set((state) => ({ selected: new Set([...state.selected, ...ids]) }))
    } catch (error) {
      if (mine === query) set({ failure: toCallFailure(error) })
    }
  }

  return {
    ...blank,
    keysRevision: 0,
    setFilter(change) {
      set((state) => ({ filter: { ...state.filter, ...change }, activeIndex: 0, anchor: 0, selected: new Set() }))
      startOver()
    },
    setSort(column) {
      const { sort } = useKeyTable.getState()
      const direction = sort.column === column && sort.direction === 'asc' ? 'desc' : 'asc'
      useKeyTable.setState({ sort: { column, direction } })
      set({ activeIndex: 0, anchor: 0 })
      startOver()
    },
    setGroup(group) {
      useKeyTable.setState({ group })
      set({ activeIndex: 0, anchor: 0, closed: new Set() })
      startOver()
    },
    setView(filter, table) {
      useKeyTable.setState(table)
      set({ filter, activeIndex: 0, anchor: 0, selected: new Set(), closed: new Set() })
      startOver()
    },
    show(spans) {
      shown = spans
      fetchShown()
    },
    setActive(index) {
      wentThere = true
      set({ activeIndex: index })
    },
    open(id) {
      set({ openId: id })
    },
    toggleGroup(id) {
      set((state) => {
        const closed = new Set(state.closed)
        if (!closed.delete(id)) closed.add(id)
        return { closed }
      })
    },
    setClosed(ids) {
      set({ closed: new Set(ids) })
    },
    toggleSelected(id) {
      set((state) => {
        const selected = new Set(state.selected)
        if (!selected.delete(id)) selected.add(id)
        return { selected, anchor: state.activeIndex }
      })
    },
    selectTo(index) {
      const { anchor, cache } = get()
      const first = Math.min(anchor, index)
      const rows = Array.from({ length: Math.abs(index - anchor) + 1 }, (_, at) => itemAt(cache, first + at)?.id)
      const ids = rows.filter((id) => id !== undefined)
      if (ids.length < rows.length) return selectRows(first, rows.length)
      // What is seen is what is meant, also where the rows stand differently in the vault by now.
      set((state) => ({ selected: new Set([...state.selected, ...ids]) }))
      return Promise.resolve()
    },
    selectAll() {
      return selectRows(0, Math.max(1, get().cache.total ?? 0))
    },
    select(ids) {
      set({ selected: new Set(ids) })
    },
    clearSelection() {
      set({ selected: new Set() })
    },
    refresh() {
      set((state) => ({ keysRevision: state.keysRevision + 1 }))
      load()
    },
    forget() {
      query++
      reading++
      loading = null
      changedMeanwhile = false
      ofEarlierQuery = false
      wentThere = false
      asked.clear()
      shown = [firstSpan]
      set({ ...blank, keysRevision: 0 })
    }
  }
})
