import { useEffect, useState } from 'react'

const ARMED_AFTER_MS = 1_000

/**
 * False for a second after `what` came into sight, and again after the window got the focus back: nobody should have
 * said yes to what they had no time to see. `what` null is never armed.
 */
export function useArmed(what: string | null): boolean {
  const [armed, setArmed] = useState<string | null>(null)

  useEffect(() => {
    let timer: number | undefined
    const start = (): void => {
      window.clearTimeout(timer)
      setArmed(null)
      if (what === null || document.visibilityState !== 'visible') return
      timer = window.setTimeout(() => {
        setArmed(what)
      }, ARMED_AFTER_MS)
    }
    start()
    window.addEventListener('focus', start)
    document.addEventListener('visibilitychange', start)
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('focus', start)
      document.removeEventListener('visibilitychange', start)
    }
  }, [what])

  return what !== null && armed === what
}
