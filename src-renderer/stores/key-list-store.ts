import type { KeyId } from '@contract/model/base'
import type { KeyStatus } from '@contract/model/key'
import type { KeySortColumn, KeyView } from '@contract/model/key-query'
import { create } from 'zustand'
import { client } from '../client/client'
import { toCallFailure, type CallFailure } from '../client/failure'
import { allStale, emptyCache, pagesToFetch, PAGE_SIZE, withPage, type PagesCache } from './pages-cache'
import { useUi } from './ui-store'

export interface KeyFilter {
  readonly text: string
  readonly view: KeyView
  readonly providers: readonly string[]
  readonly environments: readonly string[]
  readonly projects: readonly string[]
  readonly tags: readonly string[]
  readonly statuses: readonly KeyStatus[]
}

export const noFilter: KeyFilter = {
  text: '',
  view: 'all',
  providers: [],
  environments: [],
  projects: [],
  tags: [],
  statuses: []
}

export interface KeyListState {
  readonly filter: KeyFilter
  readonly cache: PagesCache
  readonly failure: CallFailure | null
  readonly activeIndex: number
  readonly openId: KeyId | null
  readonly selected: ReadonlySet<KeyId>
  /** Rises with every change of any key; what shows one key asks for it again. */
  readonly keysRevision: number
  setFilter(change: Partial<KeyFilter>): void
  setSort(column: KeySortColumn): void
  show(first: number, last: number): void
  setActive(index: number): void
  open(id: KeyId | null): void
  toggleSelected(id: KeyId): void
  clearSelection(): void
  refresh(): void
  forget(): void
}

const blank = {
  filter: noFilter,
  cache: emptyCache,
  failure: null,
  activeIndex: 0,
  openId: null,
  selected: new Set<KeyId>()
}

export const useKeyList = create<KeyListState>()((set, get) => {
  let generation = 0
  let shown = { first: 0, last: PAGE_SIZE - 1 }
  const asked = new Set<number>()

  /** Asks for what the rows in view lack. Until a new query's first answer is there the old rows stay, so nothing jumps. */
  function fetchShown(startOver: boolean): void {
    const mine = generation
    const base = startOver ? emptyCache : get().cache
    for (const page of pagesToFetch(base, shown.first, shown.last)) {
      if (asked.has(page)) continue
      asked.add(page)
      let fresh = startOver
      const { filter } = get()
      client
        .call('keys.list', {
          text: filter.text,
          view: filter.view,
          providers: [...filter.providers],
          environments: [...filter.environments],
          projects: [...filter.projects],
          tags: [...filter.tags],
          statuses: [...filter.statuses],
          sort: useUi.getState().sort,
          offset: page * PAGE_SIZE,
          limit: PAGE_SIZE
        })
        .then(
          (answer) => {
            if (mine !== generation) return
            asked.delete(page)
            set((state) => ({ cache: withPage(fresh ? emptyCache : state.cache, page, answer), failure: null }))
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

  function startOver(): void {
    generation++
    asked.clear()
    shown = { first: 0, last: PAGE_SIZE - 1 }
    fetchShown(true)
  }

  return {
    ...blank,
    keysRevision: 0,
    setFilter(change) {
      set((state) => ({ filter: { ...state.filter, ...change }, activeIndex: 0, selected: new Set() }))
      startOver()
    },
    setSort(column) {
      const { sort } = useUi.getState()
      const direction = sort.column === column && sort.direction === 'asc' ? 'desc' : 'asc'
      useUi.setState({ sort: { column, direction } })
      set({ activeIndex: 0 })
      startOver()
    },
    show(first, last) {
      shown = { first, last }
      fetchShown(false)
    },
    setActive(index) {
      set({ activeIndex: index })
    },
    open(id) {
      set({ openId: id })
    },
    toggleSelected(id) {
      set((state) => {
        const selected = new Set(state.selected)
        if (!selected.delete(id)) selected.add(id)
        return { selected }
      })
    },
    clearSelection() {
      set({ selected: new Set() })
    },
    refresh() {
      generation++
      asked.clear()
      set((state) => ({ cache: allStale(state.cache), keysRevision: state.keysRevision + 1 }))
      fetchShown(false)
    },
    forget() {
      generation++
      asked.clear()
      shown = { first: 0, last: PAGE_SIZE - 1 }
      set({ ...blank, keysRevision: 0 })
    }
  }
})
