import { AppError } from '@contract/errors'
import type { VaultPlace } from '@contract/model/vault-place'
import type { SessionKeeper } from '../../core/session-keeper'
import type { Dialogs } from '../../ports/files'
import type { VaultFolders } from '../../ports/vault-folders'
import type { HandlersOf, Sender } from '../handler-types'

interface Parts {
  readonly session: SessionKeeper
  readonly folders: VaultFolders
  readonly dialogs: Dialogs
  /** Another vault was chosen, and this one is locked. */
  readonly chosen: (place: VaultPlace) => void
}

export function vaultsHandlers({ session, folders, dialogs, chosen }: Parts): HandlersOf<'vaults'> {
  /** What the person chose in the system's dialog. A window gone wrong must not look into folders of its own choice. */
  const looked = new Set<string>()

  function requireKnown(folder: string, { actor }: Pick<Sender, 'actor'>): void {
    if (actor === 'cli' || looked.has(folder) || folders.knows(folder)) return
    throw new AppError('sender-refused', {})
  }

  return {
    'vaults.list': async () => {
      const { vaults, isWhole } = await folders.list()
      return { vaults: [...vaults], isWhole }
    },
    'vaults.look': async ({ folder }, sender) => {
      if (folder !== null) {
        requireKnown(folder, sender)
        return folders.look(folder)
      }
      const picked = await dialogs.chooseFile('vault-folder', '')
      if (picked === null) throw new AppError('cancelled', {})
      const place = await folders.look(picked)
      // Somebody who looks for a vault has not found one; a new one is made elsewhere.
      if (place.standing === 'absent') throw new AppError('vault-absent', { folder: place.folder })
      looked.add(place.folder)
      return place
    },
    'vaults.open': async ({ folder, vaultId }, sender) => {
      requireKnown(folder, sender)
      const place = await folders.look(folder)
      // What was shown, or asked about, is what is opened.
      if (place.vaultId !== vaultId) throw new AppError('vault-folder-changed', { folder })
      const { phase } = session.current()
      if (phase === 'unlocking' || phase === 'locking') throw new AppError('vault-busy', {})
      folders.choose(place)
      await session.lock('user', sender.actor)
      chosen(place)
      return { ...place, isCurrent: true }
    },
    'vaults.forget': ({ folder }, sender) => {
      requireKnown(folder, sender)
      folders.forget(folder)
      return {}
    }
  }
}
