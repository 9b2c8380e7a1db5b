import { AppError } from '@contract/errors'
import type { Snapshot } from '@contract/model/session'
import { auditOf } from '../../core/actor'
import type { SessionKeeper } from '../../core/session'
import type { SettingsBook } from '../../core/settings'
import type { AppPorts } from '../ports'
import type { HandlersOf } from '../handler-types'

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
    'settings.update': async (change, { actor }) => {
      const updated = settings.update(change)
      const { phase, readOnly } = session.current()
      if (phase === 'unlocked' && !readOnly) {
        const changed = Object.keys(change).join(', ')
        await session.store().audit.append(auditOf('settings.changed', actor, ports.clock.nowMs(), null, changed))
      }
      return updated
    }
  }
}
