import type { Run } from '../sql'
import * as initial from './0010-initial'
import * as providersFilesReminders from './0020-providers-files-reminders'
import * as usageAndViews from './0030-usage-and-views'

/** One step of the schema. Steps of ten leave room for none: a released step never changes, a new one is added. */
export interface Migration {
  readonly version: number
  readonly migrate: (run: Run) => void
}

/** All steps, oldest first. */
export const migrations: readonly Migration[] = [initial, providersFilesReminders, usageAndViews]
