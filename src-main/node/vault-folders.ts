import { renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AppError } from '@contract/errors'
import type { VaultPlace } from '@contract/model/vault-place'
import type { VaultFolders } from '../ports/vault-folders'
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
import type { FolderLooks } from './folder-looks'
import { answerTo, factsOf, type FolderFacts } from './folder-questions'
import type { Home } from './home'
import { createPrivateFile } from './private-file'

/** The vaults that a home knows of, in one file beside its settings. `vaultFolder`: the one that is worked with. */
export function createVaultFolders(
  { folder: home, vaultFolder }: Pick<Home, 'folder' | 'vaultFolder'>,
  looks: FolderLooks
): VaultFolders {
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

  const place = (facts: FolderFacts): VaultPlace => ({
    ...facts,
    name: vaultNameOf(facts.folder),
    isOwn: facts.folder === own,
    isCurrent: facts.folder === vaultFolder
  })

  /** Its disk is the home's, which has answered already. */
  function ownStanding(): FolderFacts {
    const facts = answerTo({ ask: 'standing', folder: own })
    return facts.standing === 'present' ? facts : factsOf(own, 'absent')
  }

  return {
    async list() {
      const found = read()
      const elsewhere = elsewhereIn(found)
      const standings = elsewhere.length === 0 ? [] : await looks.standings(elsewhere)
      const others = elsewhere.map((folder, index) => standings[index] ?? factsOf(folder, 'silent'))
      return { vaults: [ownStanding(), ...others].map(place), isWhole: found !== null }
    },

    knows: (folder) => folder === own || elsewhereIn(read()).includes(folder),

    async look(given) {
      const folder = resolve(given)
      const question = { ask: 'look', folder, own, listed: read()?.recent ?? [] } as const
      const facts = folder === own ? answerTo(question) : await looks.ask(question)
      if (facts === null) throw new AppError('vault-folder-silent', { folder })
      return place(facts)
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

function elsewhereIn(found: RememberedVaults | null): readonly string[] {
  const { chosen = null, recent = [] } = found ?? {}
  return chosen === null || recent.includes(chosen) ? recent : [chosen, ...recent]
}
