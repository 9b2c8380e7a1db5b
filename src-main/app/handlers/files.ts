import { basename } from 'node:path'
import { AppError } from '@contract/errors'
import type { Backups } from '../../core/backups'
import type { NamedFiles } from '../../core/env/named-files'
import type { Transfer } from '../../core/transfer'
import type { Clock } from '../../ports/clock'
import type { Dialogs, FilePurpose, Files } from '../../ports/files'
import { done, type HandlersOf, type Sender } from '../handler-types'

interface Parts {
  readonly backups: Backups
  readonly transfer: Transfer
  readonly named: NamedFiles
  readonly files: Files
  readonly dialogs: Dialogs
  readonly clock: Clock
}

export function fileHandlers({
  backups,
  transfer,
  named,
  files,
  dialogs,
  clock
}: Parts): HandlersOf<'backups' | 'export' | 'files' | 'import'> {
  /**
   * The file to work on. The command line names any; the window names only backups that Keyquay listed itself and files
   * that were dropped on it, and has the system's dialog ask for every other. Throws `cancelled`, `sender-refused`.
   */
  async function fileFor(purpose: FilePurpose, wanted: string | null, { actor }: Sender): Promise<string> {
    if (wanted !== null && actor === 'cli') return wanted
    if (wanted !== null) {
      const listed = await backups.list()
      if (purpose === 'restore' && listed.some(({ file }) => file === wanted)) return wanted
      if (purpose !== 'import') throw new AppError('sender-refused', {})
      named.requireChosen(wanted)
      return wanted
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
    'files.dropped': async ({ paths }) => {
      // A file that is not of this computer's disk has no path: a picture out of a browser, say.
      if (paths.includes('')) throw new AppError('file-unreadable', { file: '' })
      const items = await Promise.all(
        paths.map(async (path) => ({ kind: await files.kindOf(path), path, name: basename(path) }))
      )
      for (const { path } of items) named.chosen(path)
      return { items }
    },
    'import.pasted': ({ text }) => transfer.pasted(text),
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
  'vault-folder': '',
  'recovery-kit': '.html',
  backup: '.keyquay',
  'export-json': '.json',
  'export-csv': '.csv',
  'export-calendar': '.ics'
}
