import type { EnvChange } from '../ports/env-store'
import { applyChange } from './apply-changes'
import type { EnvBook } from './env-book'
import type { KeyBook } from './key-book'
import type { RemoteBook } from './remote-book'

interface Books {
  readonly keys: KeyBook
  readonly remote: RemoteBook
  readonly env: EnvBook
}

/** Carries out one change. Must run inside the transaction of the list it belongs to. Throws `key-not-found`. */
export function applyEnvChange(change: EnvChange, { keys, remote, env }: Books): void {
  switch (change.op) {
    case 'save-binding': {
      const { number, name } = keys.handle(change.binding.keyId)
      env.saveBinding(number, name, change.binding)
      return
    }
    case 'drop-binding':
      env.dropBinding(change.id)
      return
    case 'set-agreement':
      if (change.agreed === null) env.dropBinding(change.id)
      else env.setAgreement(change.id, change.agreed)
      return
    case 'save-project':
      env.saveProject(change.project)
      return
    case 'drop-project':
      env.dropProject(change.id)
      return
    case 'save-undo': {
      const [first] = change.undo.keyIds.map((id) => keys.handle(id))
      env.saveUndo(first?.number ?? null, change.undo, change.before)
      return
    }
    case 'drop-undo':
      env.dropUndo(change.id)
      return
    case 'change-key':
      applyChange(change.change, keys, remote)
  }
}
