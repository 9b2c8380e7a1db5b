import type { PayloadOf } from '@contract/ipc'
import type { Instant } from '@contract/model/base'
import type { ConnectionId } from '@contract/model/connection'
import type { Clock } from '../../ports/clock'
import type { AccountReading } from './read-account'

/** What is being read of one account, or is to be as soon as there is room. */
export interface Running {
  readonly records: number
  readonly of: number | null
  readonly startedAt: Instant
}

/** The readings that are under way: each account by one at a time, and only a few of them at once. */
export interface Readings {
  /** Reads it now, or when there is room. One that is being read already looks for what is new first. */
  begin(id: ConnectionId, isQuick: boolean): void
  /** Ends these, or all where none is named; answers when they have ended. */
  end(ids?: readonly ConnectionId[]): Promise<void>
  running(id: ConnectionId): Running | null
}

/** What a reading is handed of how it goes. */
export type Run = Pick<AccountReading, 'signal' | 'isQuick' | 'wantsHead' | 'told'>

interface Parts {
  readonly clock: Clock
  /** Never throws. */
  readonly read: (id: ConnectionId, run: Run) => Promise<void>
  readonly changed: () => void
  readonly progress: (syncing: PayloadOf<'usage.progress'>['syncing']) => void
}

interface Entry {
  records: number
  of: number | null
  readonly startedAt: Instant
  readonly isQuick: boolean
  wantsHead: boolean
  readonly abort: AbortController
  ended: Promise<void>
}

const MOST_AT_ONCE = 2
const PROGRESS_EVERY_MS = 250
const CHANGED_EVERY_MS = 2_000

export function createReadings({ clock, read, changed, progress }: Parts): Readings {
  const running = new Map<ConnectionId, Entry>()
  const waiting = new Map<ConnectionId, { readonly isQuick: boolean; readonly since: Instant }>()
  const now = (): Instant => new Date(clock.nowMs()).toISOString()
  const tellProgress = createThrottle(clock, PROGRESS_EVERY_MS, () => {
    const all = [...running].filter(([, { isQuick, records }]) => !isQuick || records > 0)
    progress(all.map(([connectionId, { records, of }]) => ({ connectionId, records, of })))
  })
  const tellChanged = createThrottle(clock, CHANGED_EVERY_MS, changed)

  function startMore(): void {
    for (const [id, { isQuick }] of waiting) {
      if (running.size >= MOST_AT_ONCE) return
      if (running.has(id)) continue
      waiting.delete(id)
      start(id, isQuick)
    }
  }

  function start(id: ConnectionId, isQuick: boolean): void {
    const abort = new AbortController()
    const entry: Entry = {
      records: 0,
      of: null,
      startedAt: now(),
      isQuick,
      wantsHead: false,
      abort,
      ended: Promise.resolve()
    }
    running.set(id, entry)
    if (!isQuick) {
      changed()
      tellProgress.soon()
    }
    entry.ended = read(id, {
      isQuick,
      signal: abort.signal,
      wantsHead() {
        const { wantsHead } = entry
        entry.wantsHead = false
        return wantsHead
      },
      told({ added }, of) {
        entry.records += added
        entry.of = of
        if (added === 0) return
        tellProgress.soon()
        tellChanged.soon()
      }
    }).finally(() => {
      running.delete(id)
      startMore()
      if (isQuick && entry.records === 0) return
      tellProgress.now()
      tellChanged.now()
    })
  }

  return {
    begin(id, isQuick) {
      const entry = running.get(id)
      if (entry !== undefined) {
        entry.wantsHead = true
        // A quick one reads no totals and nothing old: the whole follows it.
        if (entry.isQuick && !isQuick) waiting.set(id, { isQuick, since: now() })
        return
      }
      waiting.set(id, { isQuick: isQuick && waiting.get(id)?.isQuick !== false, since: now() })
      startMore()
    },
    async end(ids) {
      const wanted = ids === undefined || ids.length === 0 ? null : new Set(ids)
      for (const id of waiting.keys()) if (wanted?.has(id) ?? true) waiting.delete(id)
      const ending = [...running].filter(([id]) => wanted?.has(id) ?? true)
      for (const [, { abort }] of ending) abort.abort()
      await Promise.all(ending.map(([, { ended }]) => ended))
      tellProgress.stop()
      tellChanged.stop()
    },
    running(id) {
      const entry = running.get(id)
      if (entry !== undefined && (!entry.isQuick || entry.records > 0)) {
        return { records: entry.records, of: entry.of, startedAt: entry.startedAt }
      }
      const turn = waiting.get(id)
      return turn === undefined || turn.isQuick ? null : { records: 0, of: null, startedAt: turn.since }
    }
  }
}

/** Calls `tell` at most once in so long, and never long after it was asked to. */
function createThrottle(clock: Clock, everyMs: number, tell: () => void): { soon(): void; now(): void; stop(): void } {
  let toldMs = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | null = null
  const stop = (): void => {
    cancel?.()
    cancel = null
  }
  const now = (): void => {
    stop()
    toldMs = clock.monotonicMs()
    tell()
  }
  return {
    stop,
    now,
    soon() {
      if (cancel !== null) return
      const leftMs = toldMs + everyMs - clock.monotonicMs()
      if (leftMs <= 0) now()
      else cancel = clock.after(leftMs, now)
    }
  }
}
