import type { KeyId } from '@contract/model/base'
import { useEffect } from 'react'
import { create } from 'zustand'
import { useUsage } from './usage-store'

type Wish = 'reveal' | 'edit'

interface KeyWish {
  readonly wish: { readonly what: Wish; readonly keyId: KeyId } | null
}

const useKeyWish = create<KeyWish>()(() => ({ wish: null }))

/** Asks the details of an open key to do what only they can. */
export function wishOf(keyId: KeyId, what: Wish): void {
  useUsage.getState().showInDetails(false)
  useKeyWish.setState({ wish: { what, keyId } })
}

/** Does what was asked of this key, once. */
export function useWish(what: Wish, keyId: KeyId, run: () => void): void {
  const wish = useKeyWish((state) => state.wish)
  useEffect(() => {
    if (wish?.what !== what || wish.keyId !== keyId) return
    useKeyWish.setState({ wish: null })
    run()
  })
}
