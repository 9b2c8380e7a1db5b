import type { StoreChange } from '../ports/remote-store'
import type { KeyBook } from './key-book'
import type { RemoteBook } from './remote-book'

/** Carries out one change. Must run inside the transaction of the list it belongs to. Throws `key-not-found`. */
export function applyChange(change: StoreChange, keys: KeyBook, remote: RemoteBook): void {
  switch (change.op) {
    case 'add-key':
      keys.add(change.key)
      return
    case 'edit-key':
      keys.edit(change.id, change.fields, change.at)
      return
    case 'set-state':
      keys.setState(change.id, change.state, change.at)
      return
    case 'replace-secret':
      keys.replaceSecret(change.id, change.secret, change.preview, change.at)
      return
    case 'restore-secret':
      keys.restoreSecret(change.id, change.version, change.at)
      return
    case 'note-use':
      keys.noteUse(change.id, change.at)
      return
    case 'save-link':
      remote.saveLink(keys.handle(change.link.keyId).number, change.link)
      return
    case 'change-link':
      remote.changeLink(change)
      return
    case 'drop-link':
      remote.dropLink(keys.handle(change.id).number)
      return
    case 'save-intent':
      remote.saveIntent(change.intent)
      return
    case 'drop-intent':
      remote.dropIntent(change.id)
      return
    case 'settle-intent':
      remote.settleIntent(change.id)
      return
    case 'save-made':
      remote.saveMade(keys.handle(change.rotation.keyId).number, change.rotation)
      return
    case 'save-rotation':
      remote.saveRotation(keys.handle(change.rotation.keyId).number, change.rotation)
      return
    case 'save-connection':
      remote.saveConnection(change)
      return
    case 'save-credential':
      remote.saveCredential(change.connectionId, change.id, change.secret, change.preview, change.at)
      return
    case 'save-test':
      remote.saveTest(change.connectionId, change.test)
      return
    case 'drop-connection':
      remote.dropConnection(change.id)
  }
}
