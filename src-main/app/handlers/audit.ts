import type { SessionKeeper } from '../../core/session-keeper'
import type { TableExports } from '../../core/usage/table-export'
import type { ExportDoor } from '../export-door'
import type { HandlersOf } from '../handler-types'

interface Parts {
  readonly session: SessionKeeper
  readonly exports: TableExports
  readonly exportFile: ExportDoor
}

export function auditHandlers({ session, exports, exportFile }: Parts): HandlersOf<'audit'> {
  return {
    'audit.list': async ({ before, limit, ...filter }) => {
      const { audit } = session.store()
      return { total: await audit.count(filter), items: await audit.page({ ...filter, before, limit }) }
    },
    'audit.verify': () => session.store().audit.verify(),
    'audit.export': async ({ filter, format, file }, sender) => {
      const chosen = await exportFile('audit', format, file, sender)
      return { file: chosen, entries: await exports.audit(filter, format, chosen) }
    }
  }
}
