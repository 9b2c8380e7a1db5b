import { join } from 'node:path'
import { createHttpClient } from '../connectors/http/http-client'
import type { Clock } from '../ports/clock'
import type { ReminderPorts } from '../ports/reminder-ports'
import { createDeviceKeyFile } from './device-key-file'
import { createHttpTransport } from './http-transport'
import { smtpMailer } from './smtp-mailer'
import { createToldMarks } from './told-marks-file'

/** A schedule of two thousand reminders with names, sealed and in base64. */
const LONGEST_SCHEDULE = 4_000_000

/** What reminders need behind both doors; a desktop brings notifications and a tray. */
export function reminderPorts(folder: string, clock: Clock): Omit<ReminderPorts, 'notifier' | 'tray' | 'locale'> {
  return {
    scheduleFile: createDeviceKeyFile(join(folder, 'reminders-while-locked.json'), LONGEST_SCHEDULE),
    toldMarks: createToldMarks(join(folder, 'reminders-told.json')),
    http: createHttpClient({ transport: createHttpTransport(), clock, random: Math.random }),
    mailer: smtpMailer,
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone
  }
}
