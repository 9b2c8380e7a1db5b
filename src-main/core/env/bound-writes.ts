import { AppError, isAppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { WrittenBinding } from '@contract/model/rotation'
import { setAssignment } from '../../envfiles/edit'
import type { StoredBinding } from '../../ports/env-store'
import { auditOf, type Actor } from '../actor'
import { toFailure } from '../remote/accounts'
import { nowOf, type EnvParts } from './env-parts'
import { agreementOn, type EditFile } from './file-edits'

/**
 * Writes the present values of their keys to bindings, each file once, and reports each binding. What cannot be
 * written is left as it is and keeps the others from nothing. Throws `vault-locked` alone. `mayCreate`: a file that is
 * gone is made anew.
 */
export type WriteBound = (
  bindings: readonly StoredBinding[],
  mayCreate: boolean,
  actor: Actor
) => Promise<WrittenBinding[]>

export function createBoundWrites({ session, clock, localUses }: EnvParts, editFile: EditFile): WriteBound {
  async function valueOf(id: KeyId): Promise<string> {
    const bytes = await session.store().remote.secretFor(id, null)
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    bytes.fill(0)
    return text
  }

  async function writeFile(
    group: readonly StoredBinding[],
    mayCreate: boolean,
    actor: Actor
  ): Promise<WrittenBinding[]> {
    const failed = new Map<string, unknown>()
    const values = new Map<string, string>()
    for (const { id, keyId } of group) {
      try {
        if (keyId === null) throw new AppError('binding-not-found', {})
        values.set(id, await valueOf(keyId))
      } catch (error) {
        failed.set(id, error)
      }
    }
    const ready = group.filter(({ id }) => values.has(id))
    const [first] = ready
    try {
      if (first !== undefined) await writeReady(first, ready, values, failed, mayCreate, actor)
    } catch (error) {
      for (const { id } of ready) if (!failed.has(id)) failed.set(id, error)
    }
    const lock = [...failed.values()].find((error) => isAppError(error, 'vault-locked'))
    if (lock !== undefined) throw lock
    return group.map(({ id, file, name }) => {
      const failure = failed.has(id) ? toFailure(failed.get(id)) : null
      return { bindingId: id, file, name, outcome: failure === null ? 'written' : 'failed', failure }
    })
  }

  async function writeReady(
    first: StoredBinding,
    ready: readonly StoredBinding[],
    values: ReadonlyMap<string, string>,
    failed: Map<string, unknown>,
    mayCreate: boolean,
    actor: Actor
  ): Promise<void> {
    const { file, root } = first
    const edited = await editFile({
      file,
      root,
      mayCreate,
      isPublic: false,
      edit(bytes) {
        let after = bytes
        for (const { id, name } of ready) {
          try {
            after = setAssignment(after, name, values.get(id) ?? '', { file }).bytes
          } catch (error) {
            failed.set(id, error)
          }
        }
        // Nothing to write: a file that is not there must not come to be.
        if (ready.every(({ id }) => failed.has(id))) throw new AppError('cancelled', {})
        return after
      },
      undo: {
        what: 'write',
        names: ready.map(({ name }) => name),
        keyIds: ready.flatMap((binding) => binding.keyId ?? []),
        bindings: ready.map(({ id, agreed }) => ({ id, agreed }))
      }
    })
    const done = ready.filter(({ id }) => !failed.has(id))
    const at = nowOf(clock)
    await session.store().env.apply(
      done.map((binding) => ({ op: 'set-agreement', id: binding.id, agreed: agreementOn(binding, at) })),
      edited.undoId === null
        ? []
        : done.map((binding) =>
            auditOf('env.written', actor, clock.nowMs(), binding.keyId, `${binding.name} in ${file}`.slice(0, 500))
          )
    )
    if (edited.undoId === null) return
    for (const { keyId: written, name } of done) {
      if (written !== null)
        await localUses.note({ keyId: written, kind: 'env-written', actor, place: file, envName: name })
    }
  }

  return async (bindings, mayCreate, actor) => {
    const results: WrittenBinding[] = []
    for (const group of Map.groupBy(bindings, ({ file }) => file).values()) {
      results.push(...(await writeFile(group, mayCreate, actor)))
    }
    return results
  }
}
