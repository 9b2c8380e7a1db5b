import type { SavedKeyView } from '@contract/model/key-views'
import { create } from 'zustand'
import { client } from '../client/client'

export interface ViewsState {
  /** Null until they came. */
  readonly items: readonly SavedKeyView[] | null
  /** The one that was opened last, as long as the list still is about it. */
  readonly openId: string | null
  /** The view that gets another name, or `new` while what the list shows gets one. */
  readonly naming: SavedKeyView | 'new' | null
  refresh(): void
  open(id: string | null): void
  name(naming: SavedKeyView | 'new' | null): void
  forget(): void
}

export const useViews = create<ViewsState>()((set) => {
  let generation = 0
  return {
    items: null,
    openId: null,
    naming: null,
    refresh() {
      const mine = ++generation
      client.call('views.list', {}).then(
        ({ items }) => {
          if (mine === generation) set({ items })
        },
        // The list shows why the vault does not answer; the views stay as they were.
        () => undefined
      )
    },
    open(openId) {
      set({ openId })
    },
    name(naming) {
      set({ naming })
    },
    forget() {
      generation++
      set({ items: null, openId: null, naming: null })
    }
  }
})
