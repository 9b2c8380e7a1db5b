import type { Instant } from '@contract/model/base'
import type { Reminder, ReminderState, ReminderSummary } from '@contract/model/reminder'
import type { SubjectState } from '../../ports/reminder-store'
import type { ReminderBook } from './book'
import { isNearer, isSnoozed } from './plan'
import type { KeySubject } from './subjects'
import { localDayAt } from './zone-time'

export interface ReminderQuery {
  readonly states: readonly ReminderState[]
  readonly kinds: readonly Reminder['kind'][]
  readonly keyId: string | null
  readonly from: Instant | null
  readonly until: Instant | null
  readonly offset: number
  readonly limit: number
}

export interface CalendarDay {
  readonly day: string
  readonly open: number
  readonly overdue: number
  readonly settled: number
}

const WEEK_MS = 7 * 86_400_000
const iso = (ms: number): Instant => new Date(ms).toISOString()

/** How a reminder stands at `nowMs`. */
export function standingOf(subject: KeySubject, state: SubjectState, nowMs: number): ReminderState {
  if (state.closed !== null) return state.closed
  if (isSnoozed(state, nowMs)) return 'snoozed'
  // Used quota is due from its threshold on; the end of its period is no deadline. What was unusual has none.
  if (subject.kind !== 'usage' && subject.kind !== 'unusual' && subject.targetMs <= nowMs) return 'overdue'
  const first = subject.moments[0]
  return first !== undefined && first.atMs <= nowMs ? 'due' : 'upcoming'
}

export function listReminders(
  book: ReminderBook,
  query: ReminderQuery,
  nowMs: number,
  zone: string
): { total: number; items: Reminder[] } {
  const fromMs = query.from === null ? Number.NEGATIVE_INFINITY : Date.parse(query.from)
  const untilMs = query.until === null ? Number.POSITIVE_INFINITY : Date.parse(query.until)
  const found: { subject: KeySubject; state: SubjectState; standing: ReminderState }[] = []
  for (const subject of book.subjects(zone)) {
    if (subject.targetMs < fromMs || subject.targetMs >= untilMs) continue
    if (query.keyId !== null && subject.key.id !== query.keyId) continue
    if (query.kinds.length > 0 && !query.kinds.includes(subject.kind)) continue
    const state = book.stateOf(subject)
    const standing = standingOf(subject, state, nowMs)
    if (query.states.includes(standing)) found.push({ subject, state, standing })
  }
  const settledOnly = query.states.every((state) => state === 'done' || state === 'dismissed')
  found.sort((one, other) =>
    settledOnly
      ? (other.state.closedAtMs ?? 0) - (one.state.closedAtMs ?? 0)
      : one.subject.targetMs - other.subject.targetMs
  )
  const page = found.slice(query.offset, query.offset + query.limit)
  return {
    total: found.length,
    items: page.map(({ subject, state, standing }) => toReminder(subject, state, standing))
  }
}

export function summarise(book: ReminderBook, nowMs: number, zone: string, nextMs: number | null): ReminderSummary {
  const counts = { overdue: 0, due: 0, upcoming: 0, snoozed: 0, done: 0, dismissed: 0, thisWeek: 0 }
  for (const subject of book.subjects(zone)) {
    const state = book.stateOf(subject)
    counts[standingOf(subject, state, nowMs)] += 1
    const leftMs = subject.targetMs - nowMs
    if (state.closed === null && leftMs > 0 && leftMs <= WEEK_MS) counts.thisWeek += 1
  }
  return { ...counts, nextAt: nextMs === null ? null : iso(nextMs) }
}

/** Targets by local day, from one day to the other. */
export function calendarOf(book: ReminderBook, from: string, to: string, nowMs: number, zone: string): CalendarDay[] {
  const days = new Map<string, { day: string; open: number; overdue: number; settled: number }>()
  for (const subject of book.subjects(zone)) {
    const day = localDayAt(subject.targetMs, zone)
    if (day < from || day > to) continue
    const counts = days.get(day) ?? { day, open: 0, overdue: 0, settled: 0 }
    const standing = standingOf(subject, book.stateOf(subject), nowMs)
    const column =
      standing === 'done' || standing === 'dismissed' ? 'settled' : standing === 'overdue' ? standing : 'open'
    counts[column] += 1
    days.set(day, counts)
  }
  return [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1))
}

function toReminder(subject: KeySubject, state: SubjectState, standing: ReminderState): Reminder {
  const { id, key, kind, targetMs, moments, usedPercent, what } = subject
  const leads = moments.map(({ lead, atMs }) => ({
    lead,
    at: iso(atMs),
    told: !isNearer(kind, lead, state.toldLead)
  }))
  const snoozedUntil = standing === 'snoozed' && state.snooze !== null ? iso(state.snooze.untilMs) : null
  const isOpen = state.closed === null
  return {
    id,
    keyId: key.id,
    keyName: key.name,
    provider: key.provider,
    kind,
    state: standing,
    targetAt: iso(targetMs),
    usedPercent,
    what,
    leads,
    nextAt: isOpen ? (snoozedUntil ?? leads.find(({ told }) => !told)?.at ?? null) : null,
    snoozedUntil,
    closedAt: state.closedAtMs === null ? null : iso(state.closedAtMs),
    may: isOpen ? ['rotate', 'snooze', 'done', 'dismiss'] : ['reopen']
  }
}
