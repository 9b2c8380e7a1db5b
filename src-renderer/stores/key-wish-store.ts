import type { KeyId } from '@contract/model/base'
import { useEffect } from 'react'
import { create } from 'zustand'
import { useKeyList } from './key-list-store'
import { leaveTo } from './leave-store'
import { useUsage } from './usage-store'

type Wish = 'reveal' | 'edit' | 'replace' | 'purge'

interface KeyWish {
  readonly wish: { readonly what: Wish; readonly keyId: KeyId } | null
}

const useKeyWish = create<KeyWish>()(() => ({ wish: null }))

/** Opens the details of a key and asks them to do what only they can. */
export function wishOf(keyId: KeyId, what: Wish): void {
  if (keyId !== useKeyList.getState().openId) leaveTo(wish)
  else wish()

  function wish(): void {
    useKeyList.getState().open(keyId)
    useUsage.getState().showInDetails(false)
    useKeyWish.setState({ wish: { what, keyId } })
  }
}

/** Forgets what was asked of this key and not done yet. */
export function dropWish(keyId: KeyId): void {
  if (useKeyWish.getState().wish?.keyId === keyId) useKeyWish.setState({ wish: null })
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
