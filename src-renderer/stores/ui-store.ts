import type { KeySortColumn } from '@contract/model/key-query'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export type Screen = 'keys' | 'audit' | 'settings'

export interface UiState {
  readonly screen: Screen
  readonly adding: boolean
  readonly shortcutsShown: boolean
  readonly sidebarWidth: number
  readonly detailsWidth: number
  readonly sort: { readonly column: KeySortColumn; readonly direction: 'asc' | 'desc' }
  /** Rises when the search field should take the focus. */
  readonly searchAsked: number
  goTo(screen: Screen): void
  setAdding(adding: boolean): void
  showShortcuts(shown: boolean): void
  setSidebarWidth(width: number): void
  setDetailsWidth(width: number): void
  askSearch(): void
  forget(): void
}

const blank = { screen: 'keys', adding: false, shortcutsShown: false, searchAsked: 0 } as const

export const useUi = create<UiState>()(
  persist(
    (set) => ({
      ...blank,
      sidebarWidth: 216,
      detailsWidth: 400,
      sort: { column: 'name', direction: 'asc' },
      goTo(screen) {
        set({ screen })
      },
      setAdding(adding) {
        set({ adding })
      },
      showShortcuts(shortcutsShown) {
        set({ shortcutsShown })
      },
      setSidebarWidth(sidebarWidth) {
        set({ sidebarWidth })
      },
      setDetailsWidth(detailsWidth) {
        set({ detailsWidth })
      },
      askSearch() {
        set((state) => ({ screen: 'keys', searchAsked: state.searchAsked + 1 }))
      },
      forget() {
        set(blank)
      }
    }),
    {
      name: 'keyquay-layout',
      // Widths and the sort column only: web storage is plain text on disk.
      partialize: ({ sidebarWidth, detailsWidth, sort }) => ({ sidebarWidth, detailsWidth, sort })
    }
  )
)
