import { basename, resolve } from 'node:path'
import { AppError } from '@contract/errors'
import { envFileKind } from '../../envfiles/find'
import { isInside } from '../../envfiles/inside'
import type { SessionKeeper } from '../session-keeper'

/**
 * Which files and folders the window may name: it has them from a dialog, from a binding or from a project. Anything
 * else, and a window gone wrong could write secrets where it likes.
 */
export interface NamedFiles {
  /** The person chose it in the system's own dialog. */
  chosen(path: string): void
  /** Throws `sender-refused` for what the person did not choose or drop since the vault was opened. */
  requireChosen(path: string): void
  /** Throws `sender-refused`. */
  requireFile(file: string): Promise<void>
  /** Throws `sender-refused`. */
  requireFolder(folder: string): Promise<void>
}

export function createNamedFiles(session: SessionKeeper): NamedFiles {
  const known = new Set<string>()
  session.beforeLock(() => {
    known.clear()
  })

  async function isListed(file: string): Promise<boolean> {
    const { env } = session.store()
    if ((await env.bindings(null)).some((binding) => binding.file === file)) return true
    const projects = await env.projects()
    return envFileKind(basename(file)) !== null && projects.some(({ folder }) => isInside(file, folder))
  }

  return {
    chosen(path) {
      known.add(path)
    },
    requireChosen(path) {
      if (!known.has(path)) throw new AppError('sender-refused', {})
    },
    async requireFile(file) {
      if (known.has(file)) return
      if (resolve(file) !== file || !(await isListed(file))) throw new AppError('sender-refused', {})
    },
    async requireFolder(folder) {
      if (known.has(folder)) return
      const projects = await session.store().env.projects()
      if (!projects.some((project) => project.folder === folder)) throw new AppError('sender-refused', {})
    }
  }
}
