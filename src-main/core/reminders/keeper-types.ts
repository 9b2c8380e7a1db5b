import type { ReminderId } from '@contract/model/reminder'
import type { Settings } from '@contract/model/settings'
import type { Clock } from '../../ports/clock'
import type { Log } from '../../ports/log'
import type { NoticeChoice, Notifier } from '../../ports/notifier'
import type { ReminderChange, SubjectState } from '../../ports/reminder-store'
import type { ToldMarks } from '../../ports/told-marks'
import type { FirstPage } from '../first-page'
import type { SessionKeeper } from '../session-keeper'
import type { ReminderBook, UsageSource } from './book'
import type { LockedSchedule, ScheduleKeeper } from './locked-schedule'
import type { Now } from './notice'
import type { Telling } from './plan'
import type { KeySubject } from './subjects'

export interface ReminderKeeper {
  /** Looks now: at the start, when the computer woke, when the screen was unlocked. Never throws. */
  look(): Promise<void>
  /** Takes up what is told while locked after a start. */
  start(): Promise<void>
  /** Keys, rules or settings have changed; read again before long. */
  changed(): void
  /** The open vault's reminders. Throws `vault-locked`. */
  book(): Promise<ReminderBook>
  /** Writes states down and plans anew. Throws `vault-locked`, `vault-read-only` and the codes of the disk. */
  save(states: readonly SubjectState[], more?: readonly ReminderChange[]): Promise<void>
  /** Says nothing of them for an hour; while locked it is written down at the next unlock. */
  snoozeForAnHour(ids: readonly ReminderId[]): Promise<void>
  /** What is known while locked; null when nothing is. */
  locked(): LockedSchedule | null
  /** How the settings for while locked have become. */
  keepSchedule(): Promise<void>
  /** When it looks next, Unix milliseconds. */
  nextMs(): number | null
  /** The app ends: nothing is told any more. */
  stop(): void
}

export interface KeeperParts {
  readonly session: SessionKeeper
  readonly firstPage: FirstPage
  readonly clock: Clock
  readonly log: Log
  readonly settings: () => Settings
  readonly notifier: Notifier
  readonly marks: ToldMarks
  readonly schedule: ScheduleKeeper
  readonly usage: UsageSource
  readonly locale: () => string
  readonly zone: () => string
  /** Whether this process tells; `kq` only reads. */
  readonly keepsUp: boolean
  /** What goes to channels with these tellings; written down in the same transaction. */
  readonly deliveriesFor: (due: readonly Telling<KeySubject>[], now: Now) => Promise<ReminderChange[]>
  readonly chosen: (choice: NoticeChoice, ids: readonly ReminderId[]) => void
  /** Something was told, written down, or stands otherwise. */
  readonly told: () => void
}
