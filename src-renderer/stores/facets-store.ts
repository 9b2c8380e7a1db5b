import type { KeyFacets } from '@contract/model/key-query'
import { create } from 'zustand'
import { client } from '../client/client'

export interface FacetsState {
  readonly facets: KeyFacets | null
  refresh(): void
  forget(): void
}

export const useFacets = create<FacetsState>()((set) => {
  let generation = 0
  return {
    facets: null,
    refresh() {
      const mine = ++generation
      client.call('keys.facets', {}).then(
        (facets) => {
          if (mine === generation) set({ facets })
        },
        // The list shows why the vault does not answer; the counts stay as they were.
        () => undefined
      )
    },
    forget() {
      generation++
      set({ facets: null })
    }
  }
})
