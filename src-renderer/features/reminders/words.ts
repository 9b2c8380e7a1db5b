import type { Reminder } from '@contract/model/reminder'
import type { TFunction } from 'i18next'
import { absoluteText, within } from '../../texts/dates'

/** What a reminder is about: "Expires", "Rotation is due". */
export function kindText({ kind, state, usedPercent, what, targetAt }: Reminder, nowMs: number, t: TFunction): string {
  const isPast = state === 'overdue' || Date.parse(targetAt) <= nowMs
  return t(isPast ? `reminders.kindsPast.${kind}` : `reminders.kinds.${kind}`, {
    percent: usedPercent ?? 0,
    what: what ?? ''
  })
}

/** What becomes of it: when it is told next, until when it is snoozed, since when it is done. */
export function fateText(
  { state, snoozedUntil, closedAt, nextAt }: Reminder,
  nowMs: number,
  t: TFunction,
  language: string
): string {
  if (state === 'done' || state === 'dismissed') {
    const key = state === 'done' ? 'doneAt' : 'dismissedAt'
    return closedAt === null
      ? t(`reminders.states.${state}`)
      : t(`reminders.${key}`, { when: within(closedAt, Math.max(nowMs, Date.parse(closedAt) + 1), t) })
  }
  if (state === 'snoozed' && snoozedUntil !== null) {
    return t('reminders.snoozedUntil', { when: absoluteText(snoozedUntil, language) })
  }
  if (nextAt === null) return t('reminders.told')
  // One whose time has come waits for quiet hours to end, or for the next look.
  const soonest = new Date(Math.max(Date.parse(nextAt), nowMs + 1)).toISOString()
  return t('reminders.next', { when: within(soonest, nowMs, t) })
}
