import { lstatSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, isAppError } from '@contract/errors'
import type { VaultPlace } from '@contract/model/vault-place'
import type { BackupSummary, VaultPresence } from '../ports/vault-store'
import { listBackups } from '../store/backup-list'
import { checkDatabase, isReadOnly, presenceOf, readHeader, vaultPaths } from '../store/vault-folder'
import { othersWriteAround } from './others-write'
import { isOnNetwork, syncedBy } from './vault-surroundings'

/** What is told of a folder by looking into it. */
export type FolderFacts = Omit<VaultPlace, 'name' | 'isOwn' | 'isCurrent'>

/** What can be asked of folders, and what is answered. Each answer may take as long as the folder's disk does. */
export interface FolderAnswers {
  /** Whether a vault is there, for a list. */
  standing: FolderFacts
  /** The vault in a folder that was named. Throws what `VaultFolders.look` throws. */
  look: FolderFacts
  presence: VaultPresence
  backups: BackupSummary[]
}

export type FolderAsk = keyof FolderAnswers

/** `listed`: vaults that were open before. */
export type FolderQuestion<Ask extends FolderAsk = FolderAsk> = { readonly ask: Ask; readonly folder: string } & {
  standing: unknown
  look: { readonly own: string; readonly listed: readonly string[] }
  presence: unknown
  backups: unknown
}[Ask]

/** Looks into the folder on the calling thread, which waits for its disk. */
export function answerTo<Ask extends FolderAsk>(question: FolderQuestion<Ask>): FolderAnswers[Ask] {
  return answers[question.ask](question)
}

const answers: { readonly [Ask in FolderAsk]: (question: FolderQuestion<Ask>) => FolderAnswers[Ask] } = {
  standing: ({ folder }) => factsOf(folder, hasHeader(folder) ? 'present' : 'missing'),
  look: ({ folder, own, listed }) => look(folder, own, listed),
  presence: ({ folder }) => presenceOf(vaultPaths(folder)),
  backups: ({ folder }) => listBackups(vaultPaths(folder))
}

function look(asked: string, own: string, listed: readonly string[]): FolderFacts {
  const isOwn = (folder: string): boolean => folder === own || realPath(folder) === realPath(own)
  const folder = isOwn(asked) || isOwn(join(asked, 'vault')) ? own : vaultFolderIn(asked)
  if (folder === null) {
    throw new AppError(listed.includes(asked) ? 'vault-folder-missing' : 'vault-absent', { folder: asked })
  }
  const paths = vaultPaths(folder)
  try {
    const header = readHeader(paths)
    if (header === null) return factsOf(folder, 'absent')
    checkDatabase(paths, header)
    return { ...factsOf(folder, 'present'), vaultId: header.vaultId, isReadOnly: isReadOnly(paths, header) }
  } catch (error) {
    // One that was open before can still be gone back to: there its backups are, and the way to restore one.
    if (folder === own || listed.includes(folder)) return factsOf(folder, 'damaged')
    throw isAppError(error, 'vault-read-only') ? new AppError('vault-folder-unusable', { folder }) : error
  }
}

export function factsOf(folder: string, standing: VaultPlace['standing']): FolderFacts {
  const isThere = standing === 'present'
  return {
    folder,
    vaultId: null,
    standing,
    syncedBy: isThere ? syncedBy(folder) : null,
    isOnNetwork: isThere && isOnNetwork(folder),
    isReadOnly: false,
    isOpenToOthers: isThere && isOpenToOthers(folder),
    exchangeableIn: isThere ? othersWriteAround(realPath(folder)) : null
  }
}

/** The folder that was named, or the one called `vault` in it, as it is really called; null where neither holds one. */
function vaultFolderIn(asked: string): string | null {
  const found = [asked, join(asked, 'vault')].find((folder) => hasHeader(folder) || isDamaged(folder))
  return found === undefined ? null : realPath(found)
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

function hasHeader(folder: string): boolean {
  try {
    return lstatSync(vaultPaths(folder).header).isFile()
  } catch {
    return false
  }
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
