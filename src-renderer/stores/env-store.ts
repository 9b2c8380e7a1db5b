import type { PayloadOf } from '@contract/ipc'
import type { KeyId } from '@contract/model/base'
import type { Binding, Project, ProjectId, ScanResult } from '@contract/model/env'
import { create } from 'zustand'
import { client } from '../client/client'
import { toCallFailure, type CallFailure } from '../client/failure'

export type ProjectTab = 'files' | 'compare'

/** What is being done with env files. One at a time; none of them holds a secret. */
export type EnvDialog =
  | { readonly kind: 'write'; readonly keyIds: readonly KeyId[] }
  | { readonly kind: 'example'; readonly file: string }
  | { readonly kind: 'take'; readonly binding: Binding }
  | { readonly kind: 'rename'; readonly project: Project }
  | { readonly kind: 'remove'; readonly project: Project }

/** A scan: where it was asked to look, and what it found or why it did not. */
export interface Scan {
  /** Null while the person chooses a folder. */
  readonly projectId: ProjectId | null
  readonly folder: string | null
  readonly staged: boolean
  readonly result: ScanResult | null
  readonly failure: CallFailure | null
}

export interface EnvState {
  /** Null until they came. */
  readonly projects: readonly Project[] | null
  /** Every binding as file and vault stood when last asked; null until they came. */
  readonly bindings: readonly Binding[] | null
  readonly failure: CallFailure | null
  /** Rises with every change, and when the window is looked at again: files change unseen. */
  readonly revision: number
  readonly openId: ProjectId | null
  /** The one that was open before the list came back; the focus returns to it. */
  readonly leftId: ProjectId | null
  readonly tab: ProjectTab
  readonly dialog: EnvDialog | null
  readonly scan: Scan | null
  /** A scan under way. */
  readonly running: PayloadOf<'scan.progress'>['running']
  refresh(): void
  openProject(id: ProjectId | null): void
  showTab(tab: ProjectTab): void
  openDialog(dialog: EnvDialog): void
  closeDialog(): void
  setScan(scan: Scan | null): void
  forget(): void
}

const blank = {
  projects: null,
  bindings: null,
  failure: null,
  openId: null,
  leftId: null,
  tab: 'files',
  dialog: null,
  scan: null,
  running: null
} as const

export const useEnv = create<EnvState>()((set) => {
  let generation = 0
  return {
    ...blank,
    revision: 0,
    refresh() {
      const mine = ++generation
      set((state) => ({ revision: state.revision + 1 }))
      Promise.all([client.call('projects.list', {}), client.call('env.bindings', {})]).then(
        ([projects, bindings]) => {
          if (mine === generation) set({ projects: projects.items, bindings: bindings.items, failure: null })
        },
        (error: unknown) => {
          if (mine === generation) set({ failure: toCallFailure(error) })
        }
      )
    },
    openProject(openId) {
      set((state) => ({ openId, leftId: openId === null ? state.openId : null, tab: 'files', scan: null }))
    },
    showTab(tab) {
      set({ tab })
    },
    openDialog(dialog) {
      set({ dialog })
    },
    closeDialog() {
      set({ dialog: null })
    },
    setScan(scan) {
      set({ scan })
    },
    forget() {
      generation++
      set({ ...blank, revision: 0 })
    }
  }
})
