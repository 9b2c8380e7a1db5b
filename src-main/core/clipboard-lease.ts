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

const ANSWER_LIMIT_MS = 2_000
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
  let lease = NONE
  let last: Promise<unknown> = Promise.resolve()

  /** One after the other, so that a drop that comes during a copy clears that copy. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }

  /** A clipboard whose owner never answers fails instead of keeping everything after it waiting. */
  async function answered<Value>(asked: Promise<Value>): Promise<Value> {
    let cancel = (): void => undefined
    const late = new Promise<never>((_resolve, reject) => {
      cancel = clock.after(ANSWER_LIMIT_MS, () => {
        reject(new AppError('clipboard-failed', {}))
      })
    })
    try {
      return await Promise.race([asked, late])
    } finally {
      cancel()
    }
  }

  function set(next: ClipboardLease): void {
    lease = next
    changed(next)
  }

  async function clear(): Promise<void> {
    const dropped = held
    if (dropped === null) return
    held = null
    dropped.cancelTimer()
    try {
      const found = digestOf(await answered(clipboard.readText()))
      if (timingSafeEqual(found, dropped.digest)) await answered(clipboard.clear())
    } catch {
      log.warn('clipboard not cleared: it could not be read')
    }
    set(NONE)
  }

  async function write(text: string, keyName: string, clearAfterSeconds: number): Promise<ClipboardLease> {
    held?.cancelTimer()
    held = null
    try {
      await answered(clipboard.writeSecret(text))
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
  }

  const drop = (): Promise<void> => inTurn(clear)

  return {
    current: () => lease,
    copy: (text, keyName, clearAfterSeconds) => inTurn(() => write(text, keyName, clearAfterSeconds)),
    drop
  }
}
