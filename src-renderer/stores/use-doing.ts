import { useState } from 'react'
import { toCallFailure, type CallFailure } from '../client/failure'

export interface Doing {
  readonly busy: boolean
  readonly failure: CallFailure | null
  /** Runs one thing at a time; a failure stays until the next attempt. What was cancelled is none. */
  run(work: () => Promise<void>): Promise<void>
  clear(): void
}

/** What a form does when it is sent: busy meanwhile, with the failure kept beside what was typed. */
export function useDoing(): Doing {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  return {
    busy,
    failure,
    async run(work) {
      if (busy) return
      setBusy(true)
      setFailure(null)
      try {
        await work()
      } catch (error) {
        const failed = toCallFailure(error)
        if (failed.code !== 'cancelled') setFailure(failed)
      } finally {
        setBusy(false)
      }
    },
    clear() {
      setFailure(null)
    }
  }
}
