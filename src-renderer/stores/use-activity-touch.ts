import { useEffect } from 'react'
import { client } from '../client/client'

const EVERY_MS = 15_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Tells the core that someone is here, so that it locks only when nobody is. */
export function useActivityTouch(): void {
  useEffect(() => {
    let touchedAtMs = 0
    const touch = (): void => {
      const nowMs = Date.now()
      if (nowMs - touchedAtMs < EVERY_MS) return
      touchedAtMs = nowMs
      // A touch that fails only means an earlier lock; nothing to tell.
      client.call('session.touch', {}).catch(() => undefined)
    }
    signs.forEach((sign) => {
      window.addEventListener(sign, touch, { capture: true, passive: true })
    })
    return () => {
      signs.forEach((sign) => {
        window.removeEventListener(sign, touch, { capture: true })
      })
    }
  }, [])
}
