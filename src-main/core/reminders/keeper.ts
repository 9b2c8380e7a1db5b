import { isAppError } from '@contract/errors'
import type { ReminderId } from '@contract/model/reminder'
import type { Notice } from '../../ports/notifier'
import type { ReminderChange, SubjectState } from '../../ports/reminder-store'
import { readBook, type ReminderBook } from './book'
import type { KeeperParts, ReminderKeeper } from './keeper-types'
import { toLockedSchedule, type LockedSchedule } from './locked-schedule'
import { createLockedWatch } from './locked-watch'
import { itemOf, labelOf, noticeOf, type Now } from './notice'
import { afterTelling, plan, type Plan, type Telling } from './plan'
import type { QuietHours } from './quiet-hours'
import type { KeySubject } from './subjects'
import { languageOf } from './texts'
import { applyMarks, markOf } from './told'

/** A sleeping computer's timers stand still and clocks are set: look this often whatever was planned. */
const LOOK_AT_LEAST_MS = 900_000
/** What becomes due within this after a notification waits and is told as one. */
const BETWEEN_NOTICES_MS = 900_000
const READ_AGAIN_AFTER_MS = 500
const SOONEST_MS = 1_000
const HOUR_MS = 3_600_000

/** The one timer of all reminders. What is told is written down first, then shown. */
export function createReminderKeeper(parts: KeeperParts): ReminderKeeper {
  const { session, firstPage, clock, log, settings, notifier, marks, schedule } = parts
  let open: ReminderBook | null = null
  let isStale = true
  /** Whether the open vault is looked at by itself: not before the window has its first page. */
  let isWatched = false
  let hasStopped = false
  let nextMs: number | null = null
  let toldAtMs = Number.NEGATIVE_INFINITY
  let cancel = (): void => undefined
  let last: Promise<unknown> = Promise.resolve()

  const isUnlocked = (): boolean => session.current().phase === 'unlocked'
  const now = (): Now => ({
    nowMs: clock.nowMs(),
    zone: parts.zone(),
    language: languageOf(settings().language, parts.locale())
  })
  const quiet = (): QuietHours | null => {
    const { quietHours, quietFromMinute, quietToMinute } = settings()
    return quietHours ? { fromMinute: quietFromMinute, toMinute: quietToMinute } : null
  }

  const waitMs = (): number => toldAtMs + BETWEEN_NOTICES_MS - clock.monotonicMs()
  const locked = createLockedWatch({ settings, marks, now, quiet, waitMs, show })

  /** One thing after another: two looks at once could tell the same twice. */
  function inOrder<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }

  function lookIn(delayMs: number): void {
    cancel()
    if (!parts.keepsUp || hasStopped) return
    cancel = clock.after(Math.max(SOONEST_MS, Math.min(delayMs, LOOK_AT_LEAST_MS)), () => void look())
  }

  function look(): Promise<void> {
    return inOrder(async () => {
      if (!parts.keepsUp || hasStopped) return
      cancel()
      let hasFailed = false
      try {
        nextMs = isUnlocked() ? await lookOpen() : locked.look()
      } catch (error) {
        log.warn('reminders not looked at', { code: isAppError(error) ? error.code : 'internal' })
        nextMs = null
        hasFailed = true
      }
      // What has changed meanwhile asked for a look that this one took the place of.
      const isBehind = !hasFailed && isUnlocked() && isStale
      lookIn(isBehind ? READ_AGAIN_AFTER_MS : nextMs === null ? LOOK_AT_LEAST_MS : nextMs - clock.nowMs())
      parts.told()
    })
  }

  async function lookOpen(): Promise<number | null> {
    if (open === null || isStale) await read()
    const book = open
    if (book === null) return null
    const at = now()
    const look = (): Plan<KeySubject> =>
      plan({ subjects: book.subjects(at.zone), states: book.states, nowMs: at.nowMs, quiet: quiet(), zone: at.zone })
    const { due, nextMs: soonest } = look()
    if (due.length === 0) return soonest
    if (waitMs() > 0) return at.nowMs + waitMs()
    await tell(book, due, at)
    return look().nextMs
  }

  async function tell(book: ReminderBook, due: readonly Telling<KeySubject>[], at: Now): Promise<void> {
    const states = due.map((telling) => afterTelling(telling, book.states.get(telling.subject.id)))
    const { readOnly } = session.current()
    const { whileLocked, notifyWithNames } = settings()
    // The sealed schedule may be older than what is told now; its marks say so until it is sealed again.
    if (readOnly || whileLocked === 'schedule') marks.add(due.map((telling) => markOf(telling, book.marksKey)))
    if (!readOnly) await write(states, await parts.deliveriesFor(due, at))
    for (const state of states) book.states.set(state.id, state)
    const shown = due.filter(({ subject }) => subject.rule.notify)
    if (shown.length > 0) {
      show(
        shown.map(({ subject }) => subject.id),
        noticeOf(
          shown.map(({ subject }) => itemOf(subject, notifyWithNames)),
          at
        )
      )
    }
    if (!readOnly) await seal(book)
  }

  /** A full disk must not keep a person from being told: then it holds for as long as the app runs. */
  async function write(states: readonly SubjectState[], deliveries: readonly ReminderChange[]): Promise<void> {
    const changes = states.map((state): ReminderChange => ({ op: 'save-state', state }))
    try {
      await session.store().reminders.apply([...changes, ...deliveries], [])
    } catch (error) {
      if (!isAppError(error, 'disk-full') && !isAppError(error, 'disk-failed')) throw error
      log.warn('told reminders not written down', { code: error.code })
    }
  }

  function show(ids: readonly ReminderId[], notice: Notice): void {
    toldAtMs = clock.monotonicMs()
    try {
      notifier.show(notice, (choice) => {
        parts.chosen(choice, ids)
      })
    } catch {
      log.warn('notification not shown')
    }
  }

  async function read(): Promise<void> {
    const isFirst = open === null
    // What changes while it is read is read again.
    isStale = false
    const book = await readBook(session, parts.usage, parts.zone()).catch((error: unknown) => {
      isStale = true
      throw error
    })
    open = book
    locked.leave(null)
    if (!parts.keepsUp || session.current().readOnly) return
    if (isFirst) await takeUp(book)
    await seal(book)
  }

  /** What was told or put off while the vault was locked is written into it. */
  async function takeUp(book: ReminderBook): Promise<void> {
    const at = now()
    const told = applyMarks(book.subjects(at.zone), book.states, marks.read(), book.marksKey)
    const states = told.map(({ state }) => state)
    for (const state of states) book.states.set(state.id, state)
    for (const [id, snooze] of locked.snoozed) {
      const subject = book.subjects(at.zone).find((one) => one.id === id)
      if (subject !== undefined) states.push({ ...book.stateOf(subject), snooze })
    }
    for (const state of states) book.states.set(state.id, state)
    const tellings = told.map(({ subject, state }) => ({ subject, lead: state.toldLead }))
    if (states.length > 0) await write(states, await parts.deliveriesFor(tellings, at))
    locked.snoozed.clear()
  }

  /** Brings what is kept outside the vault in line with it; after that no mark is needed. */
  async function seal(book: ReminderBook): Promise<void> {
    if (settings().whileLocked === 'schedule') await schedule.keep(leave(book))
    else schedule.remove()
    marks.clear()
  }

  function leave(book: ReminderBook): LockedSchedule {
    const { whileLocked, whileLockedNames } = settings()
    const withNames = whileLocked === 'schedule' && whileLockedNames
    const subjects = book.subjects(parts.zone()).filter(({ rule }) => rule.notify)
    return toLockedSchedule(subjects, book.states, book.marksKey, ({ key }) =>
      withNames ? labelOf(key.name, key.preview) : null
    )
  }

  session.afterUnlock(() => {
    cancel()
    isStale = true
  })
  firstPage.after(() => {
    isWatched = true
    void look()
  })
  session.beforeLock(async () => {
    cancel()
    isWatched = false
    // What is being told is told while the vault is still open.
    await last
    cancel()
    const book = open
    open = null
    isStale = true
    if (!parts.keepsUp || settings().whileLocked === 'nothing') {
      locked.leave(null)
      return
    }
    // Locked before it was read: what the lock before left holds on.
    if (book !== null) {
      const left = leave(book)
      locked.leave(left)
      if (settings().whileLocked === 'schedule' && !session.current().readOnly) await schedule.keep(left)
    }
    lookIn(SOONEST_MS)
  })

  return {
    look,
    async start() {
      if (!parts.keepsUp) return
      if (settings().whileLocked === 'schedule') {
        const kept = await schedule.read()
        if (kept !== null) {
          for (const { state } of applyMarks(kept.subjects, kept.states, marks.read(), kept.marksKey))
            kept.states.set(state.id, state)
          locked.leave(kept)
        }
      } else {
        schedule.remove()
      }
      await look()
    },
    changed() {
      isStale = true
      if (isWatched) {
        cancel()
        if (parts.keepsUp) cancel = clock.after(READ_AGAIN_AFTER_MS, () => void look())
      }
    },
    async book() {
      return inOrder(async () => {
        session.store()
        if (open === null || isStale) await read()
        if (open === null) throw new Error('the book was closed')
        return open
      })
    },
    save: (states, more = []) =>
      inOrder(async () => {
        const changes = states.map((state): ReminderChange => ({ op: 'save-state', state }))
        await session.store().reminders.apply([...changes, ...more], [])
        if (open === null) return
        for (const state of states) open.states.set(state.id, state)
        if (parts.keepsUp) await seal(open)
      }).then(() => look()),
    async snoozeForAnHour(ids) {
      const snooze = { fromMs: clock.nowMs(), untilMs: clock.nowMs() + HOUR_MS }
      if (isUnlocked()) {
        await inOrder(async () => {
          if (open === null) await read()
          const book = open
          if (book === null) return
          const zone = parts.zone()
          const states = ids.flatMap((id) => {
            const subject = book.subjects(zone).find((one) => one.id === id)
            return subject === undefined ? [] : [{ ...book.stateOf(subject), snooze }]
          })
          await write(states, [])
          for (const state of states) book.states.set(state.id, state)
        })
      } else {
        locked.snooze(ids, snooze)
      }
      await look()
    },
    locked: locked.left,
    async keepSchedule() {
      await inOrder(async () => {
        // Reading seals what it has read.
        if (isUnlocked() && open === null) await read()
        else if (open !== null && !session.current().readOnly) await seal(open)
        else if (settings().whileLocked !== 'schedule') schedule.remove()
        if (settings().whileLocked === 'nothing') locked.leave(null)
      })
    },
    nextMs: () => nextMs,
    stop() {
      hasStopped = true
      cancel()
    }
  }
}
