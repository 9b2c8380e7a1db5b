import type { ReminderId } from '@contract/model/reminder'
import type { Notice } from '../../ports/notifier'
import type { SubjectState } from '../../ports/reminder-store'
import type { KeeperParts } from './keeper-types'
import type { LockedSchedule } from './locked-schedule'
import { lockedNoticeOf, noticeOf, type NoticeItem, type Now } from './notice'
import { afterTelling, plan, type Plan } from './plan'
import type { QuietHours } from './quiet-hours'
import { markOf } from './told'

type Snooze = NonNullable<SubjectState['snooze']>

/** Tells while the vault is locked, from what the open vault left behind. */
export interface LockedWatch {
  /** What was left; null when nothing is known. */
  left(): LockedSchedule | null
  leave(schedule: LockedSchedule | null): void
  /** Tells what is due; answers when to look again, Unix milliseconds, or null. */
  look(): number | null
  snooze(ids: readonly ReminderId[], snooze: Snooze): void
  /** What was put off meanwhile, to be written into the vault at its next unlock. */
  readonly snoozed: Map<ReminderId, Snooze>
}

interface Parts extends Pick<KeeperParts, 'settings' | 'marks'> {
  readonly now: () => Now
  readonly quiet: () => QuietHours | null
  /** How long the notification before still keeps others back. */
  readonly waitMs: () => number
  readonly show: (ids: readonly ReminderId[], notice: Notice) => void
}

export function createLockedWatch({ settings, marks, now, quiet, waitMs, show }: Parts): LockedWatch {
  let left: LockedSchedule | null = null
  const snoozed = new Map<ReminderId, Snooze>()

  return {
    left: () => left,
    leave(schedule) {
      left = schedule
    },
    look() {
      if (left === null || settings().whileLocked === 'nothing') return null
      const at = now()
      const { subjects, states, marksKey } = left
      const look = (): Plan => plan({ subjects, states, nowMs: at.nowMs, quiet: quiet(), zone: at.zone })
      const { due, nextMs: soonest } = look()
      if (due.length === 0) return soonest
      if (waitMs() > 0) return at.nowMs + waitMs()
      marks.add(due.map((telling) => markOf(telling, marksKey)))
      for (const telling of due) {
        const state = afterTelling(telling, states.get(telling.subject.id))
        states.set(state.id, state)
      }
      const labels = new Map(subjects.map(({ id, label }) => [id, label]))
      const items = due.map(({ subject: { id, kind, targetMs } }): NoticeItem => ({
        keyId: keyOf(id),
        kind,
        targetMs,
        usedPercent: null,
        // Asked for anew: it may have been turned off while another vault was open.
        label: settings().whileLockedNames ? (labels.get(id) ?? null) : null
      }))
      const isCountsOnly = settings().whileLocked === 'counts'
      show(
        isCountsOnly ? [] : due.map(({ subject }) => subject.id),
        isCountsOnly ? lockedNoticeOf(items, at) : noticeOf(items, at)
      )
      return look().nextMs
    },
    snooze(ids, snooze) {
      for (const id of ids) {
        snoozed.set(id, snooze)
        const state = left?.states.get(id)
        if (state !== undefined) left?.states.set(id, { ...state, snooze })
      }
    },
    snoozed
  }
}

function keyOf(id: ReminderId): string {
  return id.split('.')[0] ?? id
}
