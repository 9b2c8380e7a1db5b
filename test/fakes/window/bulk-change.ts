import type { KeyDetails } from '@contract/model/key'
import type { BulkChange, BulkResult } from '@contract/model/key-query'

/** Changes a key of the fake as the core would; answers how to take it back. */
export function changeKey(key: KeyDetails, change: BulkChange): Omit<BulkResult, 'failure'> {
  const { id, name } = key
  switch (change.kind) {
    case 'bin':
      key.deletedAt = new Date().toISOString()
      return { id, name, undo: { kind: 'restore' } }
    case 'restore':
      key.deletedAt = null
      return { id, name, undo: { kind: 'bin' } }
    case 'tags': {
      const remove = key.tags.filter((tag) => change.remove.includes(tag))
      const add = change.add.filter((tag) => !key.tags.includes(tag))
      key.tags = [...key.tags.filter((tag) => !remove.includes(tag)), ...add]
      return { id, name, undo: { kind: 'tags', add: remove, remove: add } }
    }
    case 'environment': {
      const undo = { kind: 'environment', environment: key.environment } as const
      key.environment = change.environment
      return { id, name, undo }
    }
    case 'project': {
      const undo = { kind: 'project', project: key.project } as const
      key.project = change.project
      return { id, name, undo }
    }
    case 'favourite': {
      const undo = { kind: 'favourite', favourite: key.favourite } as const
      key.favourite = change.favourite
      return { id, name, undo }
    }
  }
}
