import type { BulkResult } from '@contract/model/key-query'
import { create } from 'zustand'

export interface BulkState {
  /** Many keys are being changed in the vault. */
  readonly progress: { readonly done: number; readonly count: number } | null
  /** Those that the last change could not be made to, until somebody has read it. */
  readonly failed: readonly BulkResult[] | null
  readonly dialog: 'tags' | 'place' | null
}

const blank = { progress: null, failed: null, dialog: null }

export const useBulk = create<BulkState>()(() => blank)

export function forgetBulk(): void {
  useBulk.setState(blank)
}
