import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'

/** Of a home, in which a vault elsewhere can be chosen. Nothing in here loads a schema: `kq` starts with it. */
export function vaultsFile(home: string): string {
  return join(home, 'vaults.json')
}

/** Where a home has its vault unless another was chosen. */
export function ownVaultFolder(home: string): string {
  return join(home, 'vault')
}

/** The folder of the vault that was chosen instead of the home's own; null for its own. */
export function chosenVault(home: string): string | null {
  try {
    const { chosen } = JSON.parse(readFileSync(vaultsFile(home), 'utf8')) as { readonly chosen?: unknown }
    return typeof chosen === 'string' && isAbsolute(chosen) ? chosen : null
  } catch {
    return null
  }
}

/** A folder for each vault elsewhere, so that nothing kept for one is ever used for another. */
export function stateFolderOf(home: string, vaultFolder: string): string {
  return join(home, 'vaults', createHash('sha256').update(vaultFolder).digest('hex').slice(0, 16))
}

/** Those that there are, of vaults elsewhere. */
export function stateFoldersOf(home: string): string[] {
  const around = join(home, 'vaults')
  try {
    return readdirSync(around).map((name) => join(around, name))
  } catch {
    return []
  }
}

/** A vault is called after its folder, or after the folder around one that is called `vault` as all are at first. */
export function vaultNameOf(folder: string): string {
  const name = basename(folder)
  return (name === 'vault' ? basename(dirname(folder)) : name) || folder
}
