import { AppError } from '@contract/errors'
import type { EnvPreview, UndoId } from '@contract/model/env'
import { auditOf, type Actor } from '../actor'
import { newId } from '../ids'
import { digestOfBytes, nowOf, rootOf, type EnvParts } from './env-parts'
import type { TakeTurns } from './turns'

/** What git would do with a file, and who else can read it. */
export interface Safety {
  of(file: string, root: string): Promise<Pick<EnvPreview, 'git' | 'ignore'>>
  look(file: string): Promise<Pick<EnvPreview, 'git' | 'ignore' | 'warnings'>>
  /** Adds the line that makes git ignore the file. Throws `env-file-outside` without a repository. */
  ignore(file: string, actor: Actor): Promise<{ git: EnvPreview['git']; gitignore: string }>
}

export function createSafety(parts: EnvParts & { readonly takeTurns: TakeTurns }): Safety {
  const { session, files, clock, changed, takeTurns } = parts

  async function of(file: string, root: string): Promise<Pick<EnvPreview, 'git' | 'ignore'>> {
    const git = await files.gitState(file)
    // A tracked file stays tracked; the line keeps it out once it is taken out of the index.
    const ignore = git === 'not-ignored' || git === 'tracked' ? await files.ignoreLine(file, root) : null
    return { git, ignore }
  }

  async function bytesOf(file: string, root: string): Promise<Uint8Array | null> {
    return (await files.read({ file, root, allowSymlink: false }))?.bytes ?? null
  }

  async function keepUndo(file: string, root: string, before: Uint8Array | null, actor: Actor): Promise<void> {
    const after = await bytesOf(file, root)
    if (after === null || (before !== null && Buffer.compare(before, after) === 0)) return
    const id = newId(clock.nowMs()) as UndoId
    const undo = {
      id,
      file,
      root,
      names: [],
      what: 'gitignore' as const,
      created: before === null,
      at: nowOf(clock),
      keyIds: [],
      digest: await digestOfBytes(session, after),
      bindings: []
    }
    const audit = auditOf('env.written', actor, clock.nowMs(), null, file.slice(0, 500))
    await session.store().env.apply([{ op: 'save-undo', undo, before }], [audit])
    changed()
  }

  return {
    of,
    async look(asked) {
      const { file, root } = await rootOf(parts, asked)
      const found = await files.read({ file, root, allowSymlink: true })
      found?.bytes.fill(0)
      return { ...(await of(file, root)), warnings: [...(found?.warnings ?? [])] }
    },
    ignore: (asked, actor) =>
      takeTurns(async () => {
        const { file, root } = await rootOf(parts, asked)
        const line = await files.ignoreLine(file, root)
        if (line === null) throw new AppError('env-file-outside', { file, folder: root })
        const before = await bytesOf(line.gitignore, root)
        const git = await files.addToGitignore(file, root)
        await keepUndo(line.gitignore, root, before, actor)
        return { git, gitignore: line.gitignore }
      })
  }
}
