import { useEffect, useRef, useState, type RefObject } from 'react'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { useNow } from '../../ui/use-now'

type Way = 'password' | 'recovery' | 'device'

/** What is said in the one line below the field. */
export type UnlockLine = 'wrong' | 'malformed' | 'wrongCode' | 'deviceFailed'

interface Unlock {
  readonly field: RefObject<HTMLInputElement | null>
  readonly busy: boolean
  readonly line: UnlockLine | null
  readonly waitSeconds: number
  /** Anything that has no line of its own. */
  readonly failure: CallFailure | null
  submit(): void
  useDevice(): void
  clearLine(): void
}

/** Unlocks with what stands in the field or with this device. A password leaves the field whatever the answer is. */
export function useUnlock(kind: 'password' | 'recovery'): Unlock {
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [line, setLine] = useState<UnlockLine | null>(null)
  const [waitUntilMs, setWaitUntilMs] = useState(0)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const nowMs = useNow(500)
  const waitSeconds = Math.max(0, Math.ceil((waitUntilMs - nowMs) / 1000))

  useEffect(() => {
    // A disabled field loses the focus; give it back as soon as typing makes sense again.
    if (!busy && waitSeconds === 0) field.current?.focus()
  }, [busy, waitSeconds])

  async function unlock(way: Way, typed: string): Promise<void> {
    setBusy(true)
    setLine(null)
    setFailure(null)
    try {
      if (way === 'password') await client.call('session.unlock', { password: typed })
      else if (way === 'recovery') await client.call('session.unlockWithRecoveryCode', { code: typed })
      else await client.call('session.unlockWithDevice', {})
    } catch (error) {
      const failed = toCallFailure(error)
      const { retryAfterMs } = failed.details
      if (typeof retryAfterMs === 'number' && retryAfterMs > 0) setWaitUntilMs(Date.now() + retryAfterMs)
      const said = lineFor(way, failed)
      if (said === null) setFailure(failed)
      else setLine(said)
    } finally {
      setBusy(false)
    }
  }

  return {
    field,
    busy,
    line,
    waitSeconds,
    failure,
    submit() {
      const typed = field.current?.value ?? ''
      if (typed === '' || busy || waitSeconds > 0) return
      if (kind === 'password' && field.current) field.current.value = ''
      void unlock(kind, typed)
    },
    useDevice() {
      if (!busy) void unlock('device', '')
    },
    clearLine() {
      setLine(null)
    }
  }
}

function lineFor(way: Way, { code }: CallFailure): UnlockLine | null {
  switch (code) {
    case 'wrong-password':
    case 'too-many-attempts':
      return way === 'password' ? 'wrong' : way === 'recovery' ? 'wrongCode' : 'deviceFailed'
    case 'recovery-code-malformed':
    case 'input-invalid':
      return way === 'recovery' ? 'malformed' : null
    case 'device-unlock-failed':
    case 'device-unlock-unavailable':
    case 'no-such-slot':
      return way === 'device' ? 'deviceFailed' : null
    default:
      return null
  }
}
