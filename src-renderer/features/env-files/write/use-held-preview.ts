import type { EnvPreview } from '@contract/model/env'
import { useEffect, useRef } from 'react'
import { client } from '../../../client/client'

interface Held {
  readonly keep: (preview: EnvPreview | null) => void
  readonly written: () => void
}

/** The preview that the core holds for a dialog; it is let go when another takes its place and at the end. */
export function useHeldPreview(): Held {
  const token = useRef<string | null>(null)
  const forget = (): void => {
    // What is not forgotten now is forgotten by the next lock.
    if (token.current !== null) client.call('env.forget', { token: token.current }).catch(() => undefined)
    token.current = null
  }
  useEffect(() => forget, [])
  return {
    keep(preview) {
      forget()
      token.current = preview?.token ?? null
    },
    written() {
      token.current = null
    }
  }
}
