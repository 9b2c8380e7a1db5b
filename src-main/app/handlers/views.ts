import { AppError } from '@contract/errors'
import { newId } from '../../core/ids'
import type { SessionKeeper } from '../../core/session-keeper'
import type { Clock } from '../../ports/clock'
import type { HandlersOf } from '../handler-types'

interface Parts {
  readonly session: SessionKeeper
  readonly clock: Clock
  readonly changed: () => void
}

const MOST_VIEWS = 100

export function viewHandlers({ session, clock, changed }: Parts): HandlersOf<'views'> {
  return {
    'views.list': async () => ({ items: await session.store().views.list() }),
    'views.save': async ({ id, fields }) => {
      const { views } = session.store()
      if (id === null && (await views.list()).length >= MOST_VIEWS)
        throw new AppError('input-invalid', { path: 'id', expected: `at most ${String(MOST_VIEWS)} views` })
      const saved = id ?? newId(clock.nowMs())
      await views.save(saved, fields, id === null)
      changed()
      return { id: saved }
    },
    'views.remove': async ({ id }) => {
      await session.store().views.remove(id)
      changed()
      return {}
    }
  }
}
