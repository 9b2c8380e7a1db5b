import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { AppError } from '@contract/errors'
import type { ClipboardLease } from '@contract/model/session'
import type { Clipboard } from '../ports/clipboard'
import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'

interface Held {
  readonly digest: Buffer
  readonly cancelTimer: () => void
}

export interface ClipboardLeases {
  readonly current: () => ClipboardLease
  /** Copies `text`; after `clearAfterSeconds` (0: never) it is cleared if it is still there. Throws `clipboard-failed`. */
  copy(text: string, keyName: string, clearAfterSeconds: number): Promise<ClipboardLease>
  /** Clears the clipboard now if it still holds what was copied last; somebody else's text is never touched. */
  drop(): Promise<void>
}

const NONE: ClipboardLease = { keyName: null, clearsAt: null }

/** Keeps at most one secret on the clipboard, and remembers it only as a digest with a key of this run. */
export function createClipboardLeases(parts: {
  clipboard: Clipboard
  clock: Clock
  log: Log
  changed: (lease: ClipboardLease) => void
}): ClipboardLeases {
  const { clipboard, clock, log, changed } = parts
  const runKey = randomBytes(32)
  const digestOf = (text: string): Buffer => createHmac('sha256', runKey).update(text, 'utf8').digest()
  let held: Held | null = null
  const isFree = (): boolean => held === null
  let lease = NONE

  function set(next: ClipboardLease): void {
    lease = next
    changed(next)
  }

  async function drop(): Promise<void> {
    const dropped = held
    if (dropped === null) return
    held = null
    dropped.cancelTimer()
    try {
      const found = digestOf(await clipboard.readText())
      // A copy made meanwhile has replaced the lease and clears itself.
      if (isFree() && timingSafeEqual(found, dropped.digest)) await clipboard.clear()
    } catch {
      log.warn('clipboard not cleared: it could not be read')
    }
    if (isFree()) set(NONE)
  }

  return {
    current: () => lease,
    async copy(text, keyName, clearAfterSeconds) {
      held?.cancelTimer()
      held = null
      try {
        await clipboard.writeSecret(text)
      } catch (cause) {
        set(NONE)
        throw new AppError('clipboard-failed', {}, { cause })
      }
      const delayMs = clearAfterSeconds * 1000
      held = {
        digest: digestOf(text),
        cancelTimer: delayMs === 0 ? () => undefined : clock.after(delayMs, () => void drop())
      }
      set({ keyName, clearsAt: delayMs === 0 ? null : new Date(clock.nowMs() + delayMs).toISOString() })
      return lease
    },
    drop
  }
}
