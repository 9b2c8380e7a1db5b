import type { KeyId } from '@contract/model/base'
import type { KeyFilterQuery, KeyGroup, KeyGrouping, KeyQuery, KeySortColumn } from '@contract/model/key-query'
import { create } from 'zustand'
import { client } from '../client/client'
import { toCallFailure, type CallFailure } from '../client/failure'
import { noFilter, type KeyFilter } from './key-filter'
import { useKeyTable, type KeyTable } from './key-table-store'
import { allStale, emptyCache, pagesToFetch, PAGE_SIZE, withPage, type PagesCache } from './pages-cache'

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
  let generation = 0
  let shown: readonly Span[] = [firstSpan]
  const asked = new Set<number>()

  /** Asks for what the rows in view lack. Until a new query's first answer is there the old rows stay, so nothing jumps. */
  function fetchShown(startOver: boolean, groups: Promise<readonly KeyGroup[] | null> | null): void {
    const mine = generation
    const base = startOver ? emptyCache : get().cache
    const searched = get().filter.text
    const wanted = new Set(shown.flatMap(({ first, last }) => pagesToFetch(base, first, last)))
    let fresh = startOver
    for (const page of wanted) {
      if (asked.has(page)) continue
      asked.add(page)
      const rows = client.call('keys.list', { ...currentQuery(), offset: page * PAGE_SIZE, limit: PAGE_SIZE })
      Promise.all([rows, groups]).then(
        ([answer, placed]) => {
          if (mine !== generation) return
          asked.delete(page)
          const { total: found, rows: total, items } = answer
          set((state) => ({
            cache: withPage(fresh ? emptyCache : state.cache, page, { total, items }),
            searched,
            found,
            failure: null,
            ...(groups !== null && { groups: placed })
          }))
          fresh = false
        },
        (error: unknown) => {
          if (mine !== generation) return
          asked.delete(page)
          set({ failure: toCallFailure(error) })
        }
      )
    }
  }

  /** The groups of the query as it is now. */
  async function askGroups(): Promise<readonly KeyGroup[] | null> {
    const { group } = useKeyTable.getState()
    if (group === 'none') return null
    return (await client.call('keys.groups', { ...currentFilter(), group })).items
  }

  function startOver(): void {
    generation++
    asked.clear()
    shown = [firstSpan]
    fetchShown(true, askGroups())
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
    const mine = generation
    try {
      const { ids } = await client.call('keys.ids', { ...currentQuery(), offset, limit })
      if (mine === generation) set((state) => ({ selected: new Set([...state.selected, ...ids]) }))
    } catch (error) {
      if (mine === generation) set({ failure: toCallFailure(error) })
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
      fetchShown(false, null)
    },
    setActive(index) {
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
      const { anchor } = get()
      return selectRows(Math.min(anchor, index), Math.abs(index - anchor) + 1)
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
      generation++
      asked.clear()
      set((state) => ({ cache: allStale(state.cache), keysRevision: state.keysRevision + 1 }))
      fetchShown(false, askGroups())
    },
    forget() {
      generation++
      asked.clear()
      shown = [firstSpan]
      set({ ...blank, keysRevision: 0 })
    }
  }
})
