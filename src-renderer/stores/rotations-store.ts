import type { KeyId } from '@contract/model/base'
import type { Rotation } from '@contract/model/rotation'
import { create } from 'zustand'
import { client } from '../client/client'

export interface RotationsState {
  /** Those under way; null until the first answer. */
  readonly items: readonly Rotation[] | null
  refresh(): void
  forget(): void
}

export const useRotations = create<RotationsState>()((set) => {
  let generation = 0
  return {
    items: null,
    refresh() {
      const mine = ++generation
      client.call('rotations.list', { open: true }).then(
        ({ items }) => {
          if (mine === generation) set({ items })
        },
        // What was known stays; the dialog of a rotation says why the vault does not answer.
        () => undefined
      )
    },
    forget() {
      generation++
      set({ items: null })
    }
  }
})

/** The rotation of a key that is under way, or null. */
export function rotationOf(items: readonly Rotation[] | null, id: KeyId): Rotation | null {
  return items?.find(({ keyId }) => keyId === id) ?? null
}
