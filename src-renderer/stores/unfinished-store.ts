import type { Unfinished } from '@contract/model/rotation'
import { create } from 'zustand'
import { client } from '../client/client'

export interface UnfinishedState {
  /** Null until the first answer. */
  readonly items: readonly Unfinished[] | null
  refresh(): void
  forget(): void
}

/** Requests whose outcome nobody knows, and keys whose secret never arrived. */
export const useUnfinished = create<UnfinishedState>()((set) => {
  let generation = 0
  return {
    items: null,
    refresh() {
      const mine = ++generation
      client.call('unfinished.list', {}).then(
        ({ items }) => {
          if (mine === generation) set({ items })
        },
        () => undefined
      )
    },
    forget() {
      generation++
      set({ items: null })
    }
  }
})
