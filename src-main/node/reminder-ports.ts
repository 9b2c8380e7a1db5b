import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createHttpClient } from '../connectors/http/http-client'
import type { Clock } from '../ports/clock'
import type { ReminderPorts } from '../ports/reminder-ports'
import { createDeviceKeyFile } from './device-key-file'
import { stateFoldersOf } from './chosen-vault'
import type { Home } from './home'
import { createHttpTransport } from './http-transport'
import { createKeptFile, type Keeper } from './kept-file'
import type { PrivateFile } from './private-file'
import { smtpMailer } from './smtp-mailer'
import { createToldMarks } from './told-marks-file'

/** A schedule of two thousand reminders with names, sealed and in base64. */
const LONGEST_SCHEDULE = 4_000_000

const SCHEDULE = 'reminders-while-locked.json'

/** What reminders need behind both doors; a desktop brings notifications and a tray. */
export function reminderPorts(
  { folder, stateFolder }: Pick<Home, 'folder' | 'stateFolder'>,
  keeper: Keeper,
  clock: Clock
): Omit<ReminderPorts, 'notifier' | 'tray' | 'locale'> {
  const kept = (name: string): PrivateFile => createKeptFile(join(stateFolder, name), keeper)
  return {
    scheduleFile: createDeviceKeyFile(kept(SCHEDULE), LONGEST_SCHEDULE),
    removeOtherSchedules: () => {
      removeSchedules([folder, ...stateFoldersOf(folder)].filter((other) => other !== stateFolder))
    },
    toldMarks: createToldMarks(kept('reminders-told.json')),
    http: createHttpClient({ transport: createHttpTransport(), clock, random: Math.random }),
    mailer: smtpMailer,
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone
  }
}

function removeSchedules(stateFolders: readonly string[]): void {
  for (const folder of stateFolders) {
    try {
      rmSync(join(folder, SCHEDULE), { force: true })
    } catch {
      // What stays is sealed, and names in it are not told.
    }
  }
}
