import { AppError } from '@contract/errors'
import type { SessionKeeper } from '../core/session-keeper'
import type { Clock } from '../ports/clock'
import type { Dialogs } from '../ports/files'
import type { Sender } from './handler-types'

/**
 * The file a table is written to. The command line names it; for the window the system's dialog asks. Throws
 * `cancelled`, `sender-refused`, and `vault-locked` when a lock came while the dialog stood open.
 */
export type ExportDoor = (
  name: string,
  format: 'csv' | 'json',
  named: string | null,
  sender: Pick<Sender, 'actor'>
) => Promise<string>

export function createExportDoor(parts: {
  readonly session: SessionKeeper
  readonly dialogs: Dialogs
  readonly clock: Clock
}): ExportDoor {
  return async (name, format, named, { actor }) => {
    if (named !== null && actor === 'cli') return named
    if (named !== null) throw new AppError('sender-refused', {})
    const stillUnlocked = parts.session.hold()
    const day = new Date(parts.clock.nowMs()).toISOString().slice(0, 10)
    const chosen = await parts.dialogs.chooseFile(`export-${format}`, `keyquay-${name}-${day}.${format}`)
    if (chosen === null) throw new AppError('cancelled', {})
    stillUnlocked()
    return chosen
  }
}
