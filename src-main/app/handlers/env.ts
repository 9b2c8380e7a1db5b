import { AppError } from '@contract/errors'
import type { Bindings } from '../../core/env/bindings'
import type { NamedFiles } from '../../core/env/named-files'
import type { Previews } from '../../core/env/previews'
import type { ContentsOfProjects } from '../../core/env/project-contents'
import type { Projects } from '../../core/env/projects'
import type { Safety } from '../../core/env/safety'
import type { Scans } from '../../core/env/scan'
import type { Undos } from '../../core/env/undos'
import type { SessionKeeper } from '../../core/session-keeper'
import type { Dialogs } from '../../ports/files'
import { done, type HandlersOf, type Sender } from '../handler-types'

interface Parts {
  readonly bindings: Bindings
  readonly contents: ContentsOfProjects
  readonly named: NamedFiles
  readonly previews: Previews
  readonly projects: Projects
  readonly safety: Safety
  readonly scans: Scans
  readonly undos: Undos
  readonly session: SessionKeeper
  readonly dialogs: Dialogs
}

export function envHandlers(parts: Parts): HandlersOf<'env' | 'projects' | 'scan'> {
  const { bindings, contents, named, previews, projects, safety, scans, undos, session, dialogs } = parts

  /** Throws `cancelled`, and `vault-locked` when a lock came while the dialog stood open. */
  async function choose(purpose: 'env-file' | 'env-new' | 'env-folder'): Promise<string> {
    const stillUnlocked = session.hold()
    const chosen = await dialogs.chooseFile(purpose, purpose === 'env-new' ? '.env' : '')
    if (chosen === null) throw new AppError('cancelled', {})
    stillUnlocked()
    named.chosen(chosen)
    return chosen
  }

  /** Throws `sender-refused` for a file the window was never told of. */
  async function fileFor(file: string | null, { actor }: Sender, isNew = false): Promise<string> {
    if (file === null) return choose(isNew ? 'env-new' : 'env-file')
    if (actor !== 'cli') await named.requireFile(file)
    return file
  }

  async function folderFor(folder: string | null, { actor }: Sender): Promise<string> {
    if (folder === null) return choose('env-folder')
    if (actor !== 'cli') await named.requireFolder(folder)
    return folder
  }

  return {
    'env.preview': async ({ keys, file, newFile }, sender) => {
      const shown = await previews.preview(keys, await fileFor(file, sender, newFile))
      named.chosen(shown.file)
      return shown
    },
    'env.previewExample': async ({ file }, sender) => previews.previewExample(await fileFor(file, sender)),
    'env.write': async ({ token, followLink, bind }, { actor, visitor }) => {
      await visitor?.require({ reach: 'change', secrets: previews.keysOf(token) })
      return previews.write(token, { followLink, bind }, actor)
    },
    'env.forget': ({ token }) => {
      previews.forget(token)
      return {}
    },
    'env.safety': async ({ file }, sender) => safety.look(await fileFor(file, sender)),
    'env.ignore': async ({ file }, sender) => safety.ignore(await fileFor(file, sender), sender.actor),
    'env.undos': async () => ({ items: await undos.list() }),
    'env.undo': ({ id }, { actor }) => undos.undo(id, actor),

    'env.bindings': async (filter) => ({ items: await bindings.list(filter) }),
    'env.bind': async ({ keyId, name, file }, sender) =>
      bindings.bind(keyId, name, await fileFor(file, sender), sender.actor),
    'env.rewrite': async ({ ids }, { actor }) => ({ items: await bindings.rewrite(ids, actor) }),
    'env.take': ({ id }, { actor }) => bindings.take(id, actor),
    'env.unbind': ({ ids }, { actor }) => done(bindings.unbind(ids, actor)),

    'projects.list': async () => ({ items: await projects.list() }),
    'projects.add': async ({ folder, name }, sender) =>
      projects.add(await folderFor(folder, sender), name, sender.actor),
    'projects.rename': async ({ id, name, keyIds }, { actor }) => ({
      keyIds: await projects.rename(id, name, keyIds, actor)
    }),
    'projects.remove': ({ id, unbind }, { actor }) => done(projects.remove(id, unbind, actor)),
    'projects.contents': ({ id }) => contents.look(id),
    'projects.adopt': ({ token, choices }, { actor }) => contents.adopt(token, choices, actor),
    'projects.compare': async ({ id, files }, sender) => {
      for (const file of files ?? []) await fileFor(file, sender)
      return projects.compare(id, files)
    },

    'scan.run': async ({ folder, projectId, staged, ownValues }, sender) => {
      // Without a vault there is nobody to ask for a folder, and the command line names it.
      if (ownValues || sender.actor !== 'cli') session.store()
      const project = projectId === null ? null : await projects.find(projectId)
      return scans.run({ folder: project?.folder ?? (await folderFor(folder, sender)), staged, ownValues })
    },
    'scan.cancel': () => {
      scans.cancel()
      return {}
    }
  }
}
