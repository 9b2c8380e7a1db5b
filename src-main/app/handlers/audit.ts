import { AppError } from '@contract/errors'
import type { SessionKeeper } from '../../core/session'
import type { HandlersOf } from '../handler-types'

export function auditHandlers(session: SessionKeeper): HandlersOf<'audit'> {
  return {
    'audit.list': async ({ before, limit, ...filter }) => {
      const { audit } = session.store()
      return { total: await audit.count(filter), items: await audit.page({ ...filter, before, limit }) }
    },
    'audit.verify': () => session.store().audit.verify(),
    'audit.export': () => {
      throw new AppError('operation-not-offered', { operation: 'export', provider: 'Keyquay' })
    }
  }
}
