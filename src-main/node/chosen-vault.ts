import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { isCode } from './agent-place'

/** Of a home, in which a vault elsewhere can be chosen. Nothing in here loads a schema: `kq` starts with it. */
export function vaultsFile(home: string): string {
  return join(home, 'vaults.json')
}

/** Where a home has its vault unless another was chosen. */
export function ownVaultFolder(home: string): string {
  return join(home, 'vault')
}

export const MOST_REMEMBERED = 20

export interface RememberedVaults {
  /** Null: the home's own. */
  readonly chosen: string | null
  /** Vaults elsewhere that were open, the latest first. */
  readonly recent: readonly string[]
}

/** What a home remembers; null where that cannot be read. Only a home without the file has nothing to remember. */
export function readVaults(home: string): RememberedVaults | null {
  try {
    return parseVaults(JSON.parse(readFileSync(vaultsFile(home), 'utf8')))
  } catch (error) {
    return isCode(error, 'ENOENT') ? { chosen: null, recent: [] } : null
  }
}

function parseVaults(value: unknown): RememberedVaults | null {
  if (typeof value !== 'object' || value === null) return null
  const { chosen, recent, ...others } = value as Readonly<Record<string, unknown>>
  if (Object.keys(others).length > 0 || (chosen !== null && !isFolder(chosen))) return null
  if (!Array.isArray(recent) || recent.length > MOST_REMEMBERED || !recent.every(isFolder)) return null
  return { chosen, recent }
}

const isFolder = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 4_096 && isAbsolute(value)

/** Stands for the chosen vault where nobody can tell which one that is: nothing is there, and nothing is put there. */
export function unknownVault(home: string): string {
  return join(home, 'vaults', 'unknown', 'vault')
}

/** The folder of the vault that was chosen instead of the home's own, or {@link unknownVault}; null for its own. */
export function chosenVault(home: string): string | null {
  const found = readVaults(home)
  return found === null ? unknownVault(home) : found.chosen
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

/**
 * A vault is called after its folder, or after the folder around one that is called `vault` as all are at first. Where
 * that is the app's own folder it is called as the app is.
 */
export function vaultNameOf(folder: string): string {
  const name = basename(folder)
  const called = (name === 'vault' ? basename(dirname(folder)) : name) || folder
  if (called === 'keyquay') return 'Keyquay'
  // It is shown and told of: nothing that turns a line round or breaks it goes with it.
  return called.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
}
