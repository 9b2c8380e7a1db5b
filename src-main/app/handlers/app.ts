import { AppError } from '@contract/errors'
import type { Snapshot } from '@contract/model/session'
import { auditOf } from '../../core/actor'
import type { SessionKeeper } from '../../core/session-keeper'
import type { SettingsBook } from '../../core/settings'
import type { AppPorts } from '../ports'
import type { HandlersOf } from '../handler-types'

/** Settings that decide how long secrets stay within reach, and how many backups there are. */
const SECURITY = [
  'autoLockMinutes',
  'clipboardClearSeconds',
  'revealSeconds',
  'askPasswordAgainMinutes',
  'backupEveryDays',
  'backupsKept',
  'terminalAccess'
] as const
/** How long a proof of the password lets them be changed; not itself a setting. */
const SECURITY_MINUTES = 5

interface Parts {
  readonly ports: AppPorts
  readonly session: SessionKeeper
  readonly settings: SettingsBook
  readonly snapshot: () => Snapshot
}

export function appHandlers({ ports, session, settings, snapshot }: Parts): HandlersOf<'app' | 'settings'> {
  return {
    'app.snapshot': snapshot,
    'app.openLink': async ({ link }) => {
      if (!(await ports.links.open(link))) throw new AppError('link-refused', {})
      return {}
    },
    'app.terminalCommand': () => ports.terminalCommand.standing(),
    'app.installTerminalCommand': () => ports.terminalCommand.install(),
    'app.removeTerminalCommand': () => ports.terminalCommand.remove(),
    'settings.update': async (change, { actor }) => {
      // Whoever finds the window open must not be able to keep it open, or to have secrets shown for longer.
      if (SECURITY.some((name) => change[name] !== undefined)) session.requireRecentPassword(SECURITY_MINUTES)
      try {
        return settings.update(change)
      } finally {
        // Also when it could not be stored: until the app quits it holds.
        const { phase, readOnly } = session.current()
        if (phase === 'unlocked' && !readOnly) {
          await session.record(
            auditOf('settings.changed', actor, ports.clock.nowMs(), null, Object.keys(change).join(', '))
          )
        }
      }
    }
  }
}
