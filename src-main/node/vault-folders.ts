import { realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { AppError, isAppError } from '@contract/errors'
import type { VaultPlace } from '@contract/model/vault-place'
import type { VaultFolders } from '../ports/vault-folders'
import { checkDatabase, isReadOnly, readHeader, vaultPaths } from '../store/vault-folder'
import {
  chosenVault,
  MOST_REMEMBERED,
  ownVaultFolder,
  readVaults,
  stateFolderOf,
  vaultNameOf,
  vaultsFile,
  type RememberedVaults
} from './chosen-vault'
import type { Home } from './home'
import { createPrivateFile } from './private-file'
import { isOnNetwork, syncedBy } from './vault-surroundings'

/** A share that is gone may let nobody know for minutes. */
const LOOK_WITHIN_MS = 1_500

/** The vaults that a home knows of, in one file beside its settings. `vaultFolder`: the one that is worked with. */
export function createVaultFolders({ folder: home, vaultFolder }: Pick<Home, 'folder' | 'vaultFolder'>): VaultFolders {
  const own = ownVaultFolder(home)
  const file = vaultsFile(home)

  const read = (): RememberedVaults | null => readVaults(home)

  function write(change: (found: RememberedVaults) => RememberedVaults): void {
    const found = read()
    try {
      if (found === null) renameSync(file, join(home, `vaults.damaged-${String(Date.now())}.json`))
      createPrivateFile(file).write(change(found ?? { chosen: null, recent: [] }))
    } catch (cause) {
      throw new AppError('vault-choice-unwritable', { file }, { cause })
    }
  }

  const isOwn = (folder: string): boolean => folder === own || realPath(folder) === realPath(own)
  const isListed = (folder: string): boolean => read()?.recent.includes(folder) === true

  function place(folder: string, standing: VaultPlace['standing']): VaultPlace {
    const isThere = standing === 'present'
    return {
      folder,
      name: vaultNameOf(folder),
      vaultId: null,
      isOwn: folder === own,
      isCurrent: folder === vaultFolder,
      standing,
      syncedBy: isThere ? syncedBy(folder) : null,
      isOnNetwork: isThere && isOnNetwork(folder),
      isReadOnly: false,
      isOpenToOthers: isThere && isOpenToOthers(folder)
    }
  }

  return {
    async list() {
      const found = read()
      const { chosen = null, recent = [] } = found ?? {}
      const elsewhere = chosen === null || recent.includes(chosen) ? recent : [chosen, ...recent]
      const vaults = await Promise.all(
        [own, ...elsewhere].map(async (folder) => {
          if (await hasHeader(folder)) return place(folder, 'present')
          return place(folder, folder === own ? 'absent' : 'missing')
        })
      )
      return { vaults, isWhole: found !== null }
    },

    async look(given) {
      const asked = resolve(given)
      const folder = isOwn(asked) || isOwn(join(asked, 'vault')) ? own : await vaultFolderIn(asked)
      if (folder === null) {
        throw new AppError(isListed(asked) ? 'vault-folder-missing' : 'vault-absent', { folder: asked })
      }
      const paths = vaultPaths(folder)
      try {
        const header = readHeader(paths)
        if (header === null) return place(folder, 'absent')
        checkDatabase(paths, header)
        return { ...place(folder, 'present'), vaultId: header.vaultId, isReadOnly: isReadOnly(paths, header) }
      } catch (error) {
        // One that was open before can still be gone back to: there its backups are, and the way to restore one.
        if (folder === own || isListed(folder)) return place(folder, 'damaged')
        throw isAppError(error, 'vault-read-only') ? new AppError('vault-folder-unusable', { folder }) : error
      }
    },

    choose(chosen) {
      const { folder, isOwn: toOwn } = chosen
      write(({ recent }) => ({
        chosen: toOwn ? null : folder,
        recent: toOwn ? recent : [folder, ...recent.filter((other) => other !== folder)].slice(0, MOST_REMEMBERED)
      }))
    },

    forget(folder) {
      write((found) => ({ ...found, recent: found.recent.filter((other) => other !== folder) }))
      if (folder === vaultFolder || folder === chosenVault(home)) return
      try {
        rmSync(stateFolderOf(home, folder), { recursive: true, force: true })
      } catch (cause) {
        throw new AppError('vault-choice-unwritable', { file: stateFolderOf(home, folder) }, { cause })
      }
    }
  }
}

/** The folder that was named, or the one called `vault` in it, as it is really called; null where neither holds one. */
async function vaultFolderIn(asked: string): Promise<string | null> {
  for (const folder of [asked, join(asked, 'vault')]) {
    if ((await hasHeader(folder)) || isDamaged(folder)) return realPath(folder)
  }
  return null
}

/** A database without its header, or what cannot be read, has a sentence of its own. */
function isDamaged(folder: string): boolean {
  try {
    readHeader(vaultPaths(folder))
    return false
  } catch {
    return true
  }
}

async function hasHeader(folder: string): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((answer) => {
    timer = setTimeout(answer, LOOK_WITHIN_MS, null)
  })
  const found = await Promise.race([stat(vaultPaths(folder).header).catch(() => null), late])
  clearTimeout(timer)
  return found?.isFile() === true
}

function isOpenToOthers(folder: string): boolean {
  if (process.platform === 'win32') return false
  const found = statSync(folder, { throwIfNoEntry: false })
  return found !== undefined && ((found.mode & 0o077) !== 0 || found.uid !== process.getuid?.())
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}
