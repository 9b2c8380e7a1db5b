import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { WindowCommand } from '@contract/window-commands'
import type { CallFailure } from '../client/failure'
import { leaveTo } from './leave-store'

export type Screen = 'keys' | 'projects' | 'reminders' | 'connections' | 'usage' | 'audit' | 'backups' | 'settings'

export interface UiState {
  readonly screen: Screen
  readonly adding: boolean
  readonly importing: boolean
  /** A connection is being added; to this provider when one was chosen already. */
  readonly addingConnection: { readonly connectorId: string | null } | null
  readonly shortcutsShown: boolean
  /** A vault was made, so its recovery kit is offered until there is one or somebody says no. */
  readonly kitOffered: boolean
  /** A vault was made, so what its keys may come from is offered while it is empty, until somebody says no. */
  readonly importOffered: boolean
  readonly makingKit: boolean
  /** The vaults that are known here are shown, to go on with another one. */
  readonly choosingVault: boolean
  /** After a recovery code: the new password was put off for now. */
  readonly newPasswordLater: boolean
  /** How the restore that locked the vault ended. */
  readonly restored: 'done' | CallFailure | null
  /** Rises with every backup made here; what lists them asks for them again. */
  readonly backupsMade: number
  readonly sidebarWidth: number
  readonly detailsWidth: number
  /** Rises when the search field should take the focus. */
  readonly searchAsked: number
  /** What the menu asked for, until the window does it. */
  readonly wantedCommand: WindowCommand | null
  /** Shows a screen. What is entered on this one and not saved is asked about first. */
  goTo(screen: Screen): void
  setAdding(adding: boolean): void
  setImporting(importing: boolean): void
  addConnection(adding: { readonly connectorId: string | null } | null): void
  showShortcuts(shown: boolean): void
  offerKit(offered: boolean): void
  offerImport(offered: boolean): void
  makeKit(making: boolean): void
  chooseVault(choosing: boolean): void
  putOffNewPassword(later: boolean): void
  setRestored(restored: 'done' | CallFailure | null): void
  noteBackup(): void
  setSidebarWidth(width: number): void
  setDetailsWidth(width: number): void
  askSearch(): void
  wantCommand(command: WindowCommand | null): void
  forget(): void
}

const blank = {
  screen: 'keys',
  adding: false,
  importing: false,
  addingConnection: null,
  shortcutsShown: false,
  kitOffered: false,
  importOffered: false,
  makingKit: false,
  choosingVault: false,
  newPasswordLater: false,
  restored: null,
  backupsMade: 0,
  searchAsked: 0,
  wantedCommand: null
} as const

export const useUi = create<UiState>()(
  persist(
    (set, get) => ({
      ...blank,
      sidebarWidth: 216,
      detailsWidth: 400,
      goTo(screen) {
        if (screen === get().screen) return
        leaveTo(() => {
          set({ screen })
        })
      },
      setAdding(adding) {
        set({ adding })
      },
      setImporting(importing) {
        set({ importing })
      },
      addConnection(addingConnection) {
        set({ addingConnection })
      },
      showShortcuts(shortcutsShown) {
        set({ shortcutsShown })
      },
      offerKit(kitOffered) {
        set({ kitOffered })
      },
      offerImport(importOffered) {
        set({ importOffered })
      },
      makeKit(makingKit) {
        set({ makingKit })
      },
      chooseVault(choosingVault) {
        set({ choosingVault })
      },
      putOffNewPassword(newPasswordLater) {
        set({ newPasswordLater })
      },
      setRestored(restored) {
        set({ restored })
      },
      noteBackup() {
        set((state) => ({ backupsMade: state.backupsMade + 1 }))
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
      wantCommand(wantedCommand) {
        set({ wantedCommand })
      },
      forget() {
        set(({ kitOffered, importOffered }) => ({ ...blank, kitOffered, importOffered }))
      }
    }),
    {
      name: 'keyquay-layout',
      // Nothing of the vault: web storage is plain text on disk.
      partialize: ({ sidebarWidth, detailsWidth, kitOffered, importOffered }) => ({
        sidebarWidth,
        detailsWidth,
        kitOffered,
        importOffered
      })
    }
  )
)
