import { AppError } from '@contract/errors'
import type { EnvUndo, UndoId } from '@contract/model/env'
import type { EnvFile } from '../../envfiles/read'
import type { EnvChange, StoredUndo } from '../../ports/env-store'
import { auditOf, type Actor } from '../actor'
import { digestOfBytes, type EnvParts, type OpenEnvStore } from './env-parts'
import type { TakeTurns } from './turns'

/** Writes that can be taken back: what was there before is in the vault. */
export interface Undos {
  /** Newest first. */
  list(): Promise<EnvUndo[]>
  /** Throws `undo-not-found`, `undo-not-possible` when the file is not as the write left it. */
  undo(id: UndoId, actor: Actor): Promise<{ file: string }>
}

export function createUndos(parts: EnvParts & { readonly takeTurns: TakeTurns }): Undos {
  const { session, files, clock, changed, takeTurns } = parts
  const store = (): OpenEnvStore => session.store().env

  /** The file as the write left it, or null. */
  async function untouched({ file, root, digest }: StoredUndo): Promise<EnvFile | null> {
    const found = await files.read({ file, root, allowSymlink: false }).catch(() => null)
    return found !== null && (await digestOfBytes(session, found.bytes)) === digest ? found : null
  }

  async function putBack(stored: StoredUndo, actor: Actor): Promise<void> {
    const { id, file, root } = stored
    const now = await untouched(stored)
    if (now === null) throw new AppError('undo-not-possible', { file })
    const { before } = await store().undoBytes(id)
    if (before === null) await files.remove(file, root, now.identity)
    else await files.write({ file, root, bytes: before, expected: now.identity, isPublic: false })
    before?.fill(0)
    const changes: EnvChange[] = stored.bindings.map(({ id: bindingId, agreed }) => ({
      op: 'set-agreement',
      id: bindingId,
      agreed
    }))
    const subjects = stored.keyIds.length === 0 ? [null] : stored.keyIds
    await store().apply(
      [{ op: 'drop-undo', id }, ...changes],
      subjects.map((keyId) => auditOf('env.undone', actor, clock.nowMs(), keyId, file.slice(0, 500)))
    )
  }

  return {
    async list() {
      const all = await store().undos()
      return Promise.all(
        all.map(async (stored) => {
          const { id, file, names, what, created, at } = stored
          return { id, file, names, what, created, at, possible: (await untouched(stored)) !== null }
        })
      )
    },
    undo: (id, actor) =>
      takeTurns(async () => {
        const stored = (await store().undos()).find((undo) => undo.id === id)
        if (stored === undefined) throw new AppError('undo-not-found', {})
        await putBack(stored, actor)
        changed()
        return { file: stored.file }
      })
  }
}
