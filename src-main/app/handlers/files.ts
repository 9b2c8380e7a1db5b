import { AppError } from '@contract/errors'
import type { Backups } from '../../core/backups'
import type { Transfer } from '../../core/transfer'
import type { Clock } from '../../ports/clock'
import type { Dialogs, FilePurpose } from '../../ports/files'
import { done, type HandlersOf, type Sender } from '../handler-types'

interface Parts {
  readonly backups: Backups
  readonly transfer: Transfer
  readonly dialogs: Dialogs
  readonly clock: Clock
}

export function fileHandlers({
  backups,
  transfer,
  dialogs,
  clock
}: Parts): HandlersOf<'backups' | 'export' | 'import'> {
  /**
   * The file to work on. The command line names any; the window names only backups that Keyquay listed itself, and has
   * the system's dialog ask for every other. Throws `cancelled`, `sender-refused`.
   */
  async function fileFor(purpose: FilePurpose, named: string | null, { actor }: Sender): Promise<string> {
    if (named !== null && actor === 'cli') return named
    if (named !== null) {
      const listed = await backups.list()
      if (purpose === 'restore' && listed.some(({ file }) => file === named)) return named
      throw new AppError('sender-refused', {})
    }
    const day = new Date(clock.nowMs()).toISOString().slice(0, 10)
    const chosen = await dialogs.chooseFile(purpose, `keyquay-${day}${SUFFIX[purpose]}`)
    if (chosen === null) throw new AppError('cancelled', {})
    return chosen
  }

  return {
    'backups.list': async () => ({ items: await backups.list() }),
    'backups.make': (_input, { actor }) => backups.make(actor),
    'backups.save': async ({ file }, sender) => backups.save(await fileFor('backup', file, sender), sender.actor),
    'backups.verify': async ({ file, password }, sender) =>
      backups.verify(await fileFor('restore', file, sender), password),
    'backups.restore': async ({ file, password }, sender) =>
      backups.restore(await fileFor('restore', file, sender), password, sender.actor),
    'export.plain': async ({ format, password, file }, sender) =>
      transfer.exportPlain(format, password, () => fileFor(`export-${format}`, file, sender), sender.actor),
    'import.preview': async ({ file, format, password }, sender) =>
      transfer.preview(await fileFor('import', file, sender), format, password),
    'import.apply': ({ token, choices, bind }, { actor }) => transfer.apply(token, choices, bind, actor),
    'import.cancel': ({ token }) => done(transfer.cancel(token))
  }
}

const SUFFIX: Readonly<Record<FilePurpose, string>> = {
  import: '',
  'env-file': '',
  'env-new': '',
  'env-folder': '',
  restore: '',
  backup: '.keyquay',
  'export-json': '.json',
  'export-csv': '.csv',
  'export-calendar': '.ics'
}
