import type { ReminderId, ReminderKind } from '@contract/model/reminder'
import type { SubjectState } from '../../ports/reminder-store'
import { isQuiet, quietEndMs, type QuietHours } from './quiet-hours'

/** One time at which a person is told. `lead` names it among those of its subject, whatever the clocks do. */
export interface Moment {
  readonly lead: number
  /** Unix milliseconds. */
  readonly atMs: number
}

/** What one key is reminded of, once rules and dates have been put together. */
export interface Subject {
  readonly id: ReminderId
  readonly kind: ReminderKind
  /** The moment it is about. Another one is another occasion, which starts anew. */
  readonly targetMs: number
  /** From the farthest to the nearest. */
  readonly moments: readonly Moment[]
}

/** A subject to tell of now: all that was missed of it is one telling. */
export interface Telling<Of extends Subject = Subject> {
  readonly subject: Of
  /** The nearest lead that has begun; null when it is only told again after a snooze. */
  readonly lead: number | null
}

export interface Plan<Of extends Subject = Subject> {
  readonly due: readonly Telling<Of>[]
  /** When to look again; null when nothing is left to tell. Never before now. */
  readonly nextMs: number | null
}

export interface PlanInput<Of extends Subject = Subject> {
  readonly subjects: Iterable<Of>
  readonly states: ReadonlyMap<ReminderId, SubjectState>
  readonly nowMs: number
  readonly quiet: QuietHours | null
  readonly zone: string
}

/** A provider that answers its dates to another second each time has not moved them. */
const SAME_OCCASION_MS = 3_600_000
/** A snooze set under a clock that was wrong by more than this ends with that clock. */
const CLOCK_TRUST_MS = 86_400_000

/**
 * What to tell now, and when to look again. Whoever tells writes {@link afterTelling} down first; then each lead of
 * each subject is told exactly once, whatever the clock does, and none before its moment or while it is snoozed.
 */
export function plan<Of extends Subject>({ subjects, states, nowMs, quiet, zone }: PlanInput<Of>): Plan<Of> {
  const due: Telling<Of>[] = []
  let nextMs = Number.POSITIVE_INFINITY
  for (const subject of subjects) {
    const state = stateOf(subject, states.get(subject.id))
    if (state.closed !== null) continue
    if (isSnoozed(state, nowMs)) {
      nextMs = Math.min(nextMs, state.snooze?.untilMs ?? nextMs)
      continue
    }
    let begun: Moment | null = null
    for (const moment of subject.moments) {
      if (!isNearer(subject.kind, moment.lead, state.toldLead)) continue
      if (moment.atMs <= nowMs) begun = moment
      else nextMs = Math.min(nextMs, moment.atMs)
    }
    if (begun !== null || state.snooze !== null) due.push({ subject, lead: begun?.lead ?? null })
  }
  if (due.length > 0 && quiet !== null && isQuiet(nowMs, quiet, zone)) {
    return { due: [], nextMs: quietEndMs(nowMs, quiet, zone) }
  }
  return { due, nextMs: nextMs === Number.POSITIVE_INFINITY ? null : nextMs }
}

/** The state to write down before `telling` is shown. */
export function afterTelling({ subject, lead }: Telling, before: SubjectState | undefined): SubjectState {
  const state = stateOf(subject, before)
  return { ...state, toldLead: lead ?? state.toldLead, snooze: null }
}

/** What is remembered of the occasion that `subject` is about now. */
export function stateOf(subject: Pick<Subject, 'id' | 'targetMs'>, stored: SubjectState | undefined): SubjectState {
  const { id, targetMs } = subject
  if (stored !== undefined && Math.abs(stored.targetMs - targetMs) <= SAME_OCCASION_MS) return stored
  const isForEver = stored?.closed === 'dismissed'
  return {
    id,
    targetMs,
    toldLead: null,
    snooze: null,
    closed: isForEver ? 'dismissed' : null,
    closedAtMs: isForEver ? stored.closedAtMs : null
  }
}

export function isSnoozed({ snooze }: SubjectState, nowMs: number): boolean {
  return snooze !== null && nowMs < snooze.untilMs && nowMs >= snooze.fromMs - CLOCK_TRUST_MS
}

/** Whether a lead comes after the one that was told: fewer days or hours left, or more percent used. */
export function isNearer(kind: ReminderKind, lead: number, told: number | null): boolean {
  if (told === null) return true
  return kind === 'usage' ? lead > told : lead < told
}
