import { useEffect, useRef, useState, type RefObject } from 'react'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { useNow } from '../../ui/use-now'

interface Unlock {
  readonly field: RefObject<HTMLInputElement | null>
  readonly busy: boolean
  readonly wrong: boolean
  readonly waitSeconds: number
  /** Anything but a wrong password, which has its own line. */
  readonly failure: CallFailure | null
  submit(): void
  clearWrong(): void
}

/** Unlocks with what stands in the field, and empties it whatever the answer is. */
export function useUnlock(): Unlock {
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState(false)
  const [waitUntilMs, setWaitUntilMs] = useState(0)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const nowMs = useNow(500)
  const waitSeconds = Math.max(0, Math.ceil((waitUntilMs - nowMs) / 1000))

  useEffect(() => {
    // A disabled field loses the focus; give it back as soon as typing makes sense again.
    if (!busy && waitSeconds === 0) field.current?.focus()
  }, [busy, waitSeconds])

  async function unlock(password: string): Promise<void> {
    setBusy(true)
    setWrong(false)
    setFailure(null)
    try {
      await client.call('session.unlock', { password })
    } catch (error) {
      const failed = toCallFailure(error)
      const { retryAfterMs } = failed.details
      if (typeof retryAfterMs === 'number' && retryAfterMs > 0) setWaitUntilMs(Date.now() + retryAfterMs)
      if (failed.code === 'wrong-password' || failed.code === 'too-many-attempts') setWrong(true)
      else setFailure(failed)
    } finally {
      setBusy(false)
    }
  }

  return {
    field,
    busy,
    wrong,
    waitSeconds,
    failure,
    submit() {
      const password = field.current?.value ?? ''
      if (password === '' || busy || waitSeconds > 0) return
      if (field.current) field.current.value = ''
      void unlock(password)
    },
    clearWrong() {
      setWrong(false)
    }
  }
}
