import type { HttpClient } from './http'
import type { Mailer } from './mailer'
import type { Notifier } from './notifier'
import type { DeviceKeyFile } from './secure-storage'
import type { ToldMarks } from './told-marks'
import type { Tray } from './tray'

/** What reminders need of the world. */
export interface ReminderPorts {
  readonly notifier: Notifier
  readonly tray: Tray
  /** The schedule for while the vault is locked; there only if the person turned it on. */
  readonly scheduleFile: DeviceKeyFile
  /** Removes what other vaults left for while they are locked. Never throws. */
  readonly removeOtherSchedules: () => void
  readonly toldMarks: ToldMarks
  readonly http: HttpClient
  readonly mailer: Mailer
  /** The person's language as the system has it, `de-AT`. */
  readonly locale: () => string
  /** The IANA zone the computer is in now. */
  readonly zone: () => string
}
