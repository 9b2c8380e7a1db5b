import { useEffect, useState } from 'react'

export interface Revealed {
  readonly secret: string
  readonly hideAt: string
}

interface Reveal {
  readonly revealed: Revealed | null
  reveal(): Promise<void>
  hide(): void
}

/** The one place that holds a plaintext: gone at `hideAt`, on hide, and with the component. `ask` fetches it. */
export function useReveal(ask: () => Promise<Revealed>): Reveal {
  const [revealed, setRevealed] = useState<Revealed | null>(null)

  useEffect(() => {
    if (revealed === null) return
    const timer = window.setTimeout(
      () => {
        setRevealed(null)
      },
      Math.max(0, Date.parse(revealed.hideAt) - Date.now())
    )
    return () => {
      window.clearTimeout(timer)
    }
  }, [revealed])

  return {
    revealed,
    async reveal() {
      setRevealed(await ask())
    },
    hide() {
      setRevealed(null)
    }
  }
}
