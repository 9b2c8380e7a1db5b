import { AppError, isAppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { KeyChange, KeyDetails } from '@contract/model/key'
import type { BulkChange, BulkResult } from '@contract/model/key-query'
import type { Actor } from './actor'
import type { Keys } from './keys'
import { toFailure } from './remote/accounts'

export interface BulkChanges {
  /**
   * Changes one key after the other and reports each: one that fails leaves the others alone. Throws `vault-locked`
   * when a lock comes, with what was changed until then kept.
   */
  change(ids: readonly KeyId[], change: BulkChange, actor: Actor): Promise<BulkResult[]>
}

const MOST_TAGS = 50

/** `keys` tells nobody of its changes; `changed` does, once for all of them. */
export function createBulkChanges(keys: Keys, changed: () => void): BulkChanges {
  async function changeOne(id: KeyId, change: BulkChange, actor: Actor): Promise<BulkResult> {
    let name = ''
    try {
      const key = await keys.get(id)
      name = key.name
      return { id, name, failure: null, undo: await apply(keys, key, change, actor) }
    } catch (error) {
      if (isAppError(error, 'vault-locked')) throw error
      return { id, name, failure: toFailure(error), undo: null }
    }
  }

  return {
    async change(ids, change, actor) {
      const results: BulkResult[] = []
      try {
        for (const id of new Set(ids)) results.push(await changeOne(id, change, actor))
      } finally {
        changed()
      }
      return results
    }
  }
}

/** Answers the change that takes this one back, or null when the key already was that way. */
async function apply(keys: Keys, key: KeyDetails, change: BulkChange, actor: Actor): Promise<BulkChange | null> {
  if (change.kind === 'bin') {
    if (key.deletedAt !== null) return null
    await keys.moveToBin(key.id, actor)
    return { kind: 'restore' }
  }
  if (change.kind === 'restore') {
    if (key.deletedAt === null) return null
    await keys.restore(key.id, actor)
    return { kind: 'bin' }
  }
  const { fields, undo } = edited(key, change)
  // The contract's own limit, which holds for the sum.
  if ((fields.tags?.length ?? 0) > MOST_TAGS)
    throw new AppError('input-invalid', { path: 'tags', expected: `at most ${String(MOST_TAGS)}` })
  if (undo !== null) await keys.edit(key.id, fields, actor)
  return undo
}

function edited(
  key: KeyDetails,
  change: Exclude<BulkChange, { kind: 'bin' | 'restore' }>
): { fields: KeyChange; undo: BulkChange | null } {
  switch (change.kind) {
    case 'tags': {
      const remove = key.tags.filter((tag) => change.remove.includes(tag))
      const add = [...new Set(change.add)].filter((tag) => !key.tags.includes(tag))
      const tags = [...key.tags.filter((tag) => !remove.includes(tag)), ...add]
      const isSame = add.length === 0 && remove.length === 0
      return { fields: { tags }, undo: isSame ? null : { kind: 'tags', add: remove, remove: add } }
    }
    case 'environment': {
      const { environment } = change
      const undo: BulkChange = { kind: 'environment', environment: key.environment }
      return { fields: { environment }, undo: environment === key.environment ? null : undo }
    }
    case 'project': {
      const { project } = change
      const undo: BulkChange = { kind: 'project', project: key.project }
      return { fields: { project }, undo: project === key.project ? null : undo }
    }
    case 'favourite': {
      const { favourite } = change
      const undo: BulkChange = { kind: 'favourite', favourite: key.favourite }
      return { fields: { favourite }, undo: favourite === key.favourite ? null : undo }
    }
  }
}
