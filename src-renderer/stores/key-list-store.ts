import type { KeyId } from '@contract/model/base'
import type { KeyGrouping, KeySortColumn } from '@contract/model/key-query'
import { create } from 'zustand'
import { client } from '../client/client'
import { noFilter, type KeyFilter } from './key-filter'
import { createRowsReader, type KeyRows, type Span } from './key-rows'
import { leaveTo } from './leave-store'
import { useKeyTable, type KeyTable } from './key-table-store'
import { emptyCache, itemAt } from './pages-cache'

export interface KeyListState extends KeyRows {
  /** The groups whose rows are out of sight. */
  readonly closed: ReadonlySet<string>
  readonly openId: KeyId | null
  readonly selected: ReadonlySet<KeyId>
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
  /** The row of the next key whose name starts so, from row `from` on and round to the top; null where none does. */
  rowOf(prefix: string, from: number): Promise<number | null>
  /** Shows the details of a key, or none. What is entered there and not saved is asked about first. */
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
  wentThere: false,
  openId: null,
  selected: new Set<KeyId>(),
  anchor: 0
}

/** The key that is open; else the one whose row was gone to, unless others are selected. */
export function keyInHand(): KeyId | null {
  const { openId, wentThere, selected, cache, activeIndex } = useKeyList.getState()
  if (openId !== null || !wentThere || selected.size > 0) return openId
  return itemAt(cache, activeIndex)?.id ?? null
}

export const useKeyList = create<KeyListState>()((set, get) => {
  const rows = createRowsReader(get, set)

  async function selectRows(offset: number, limit: number): Promise<void> {
    const answer = await rows.askAbout((query) => client.call('keys.ids', { ...query, offset, limit }))
    if (answer !== null) set((state) => ({ selected: new Set([...state.selected, ...answer.ids]) }))
  }

  return {
    ...blank,
    keysRevision: 0,
    setFilter(change) {
      set((state) => ({ filter: { ...state.filter, ...change }, activeIndex: 0, anchor: 0, selected: new Set() }))
      rows.startOver()
    },
    setSort(column) {
      const { sort } = useKeyTable.getState()
      const direction = sort.column === column && sort.direction === 'asc' ? 'desc' : 'asc'
      useKeyTable.setState({ sort: { column, direction } })
      set({ activeIndex: 0, anchor: 0 })
      rows.startOver()
    },
    setGroup(group) {
      useKeyTable.setState({ group })
      set({ activeIndex: 0, anchor: 0, closed: new Set() })
      rows.startOver()
    },
    setView(filter, table) {
      useKeyTable.setState(table)
      set({ filter, activeIndex: 0, anchor: 0, selected: new Set(), closed: new Set() })
      rows.startOver()
    },
    show(spans) {
      rows.show(spans)
    },
    setActive(index) {
      set({ activeIndex: index, wentThere: true })
    },
    async rowOf(prefix, from) {
      return (await rows.askAbout((query) => client.call('keys.rowOf', { ...query, prefix, from })))?.row ?? null
    },
    open(id) {
      if (id === get().openId) return
      leaveTo(() => {
        set({ openId: id })
      })
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
      const keys = Array.from({ length: Math.abs(index - anchor) + 1 }, (_, at) => itemAt(cache, first + at)?.id)
      const ids = keys.filter((id) => id !== undefined)
      if (ids.length < keys.length) return selectRows(first, keys.length)
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
      rows.load()
    },
    forget() {
      rows.forget()
      set({ ...blank, keysRevision: 0 })
    }
  }
})
