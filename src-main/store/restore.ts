import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, isAppError } from '@contract/errors'
import type { Instant } from '@contract/model/base'
import type { Secret } from '../crypto/secret'
import type { BackupSummary } from '../ports/vault-store'
import type { BackupFile } from './backup-file'
import { extractProven } from './backup'
import { summaryOf } from './backup-list'
import { removeDatabase } from './copy-database'
import { hasNoHardLinks, removeFile, syncFolder, tidy, writeNewFile } from './replace-file'
import { guarded } from './sqlite-errors'
import { databaseName, databaseNumber, sealHeader, type VaultHeader } from './vault-header'
import { isVaultFile, makeFolder, readHeader, removeLeftovers, writeHeader, type VaultPaths } from './vault-folder'
import { VaultLock } from './vault-lock'

/**
 * Puts the vault of a backup into the folder. Until the header is replaced, the last step but tidying, what stands
 * there is untouched; before that a second name for each of its files is made in `replaced-<date>/`.
 * Throws `backup-of-another-vault`, `backup-damaged`, `vault-busy`, `disk-full`.
 */
export function restoreBackup(paths: VaultPaths, backup: BackupFile, dataKey: Secret, at: Instant): BackupSummary {
  makeFolder(paths.folder)
  return guarded({ folder: paths.folder, file: paths.header }, () => {
    const lock = VaultLock.share(paths.folder)
    try {
      return lock.alone(() => restoreAlone(paths, backup, dataKey, at))
    } finally {
      lock.release()
    }
  })
}

/** Throws `backup-of-another-vault` unless the folder holds the same vault, none, or one too damaged to say. */
export function refuseOtherVault(paths: VaultPaths, backup: BackupFile): void {
  const present = presentHeader(paths)
  if (present !== null && present.vaultId !== backup.header.vaultId) {
    throw new AppError('backup-of-another-vault', { file: backup.file })
  }
}

function restoreAlone(paths: VaultPaths, backup: BackupFile, dataKey: Secret, at: Instant): BackupSummary {
  refuseOtherVault(paths, backup)
  const old = readdirSync(paths.folder).filter(isVaultFile)
  const database = databaseName(Math.max(0, ...old.map(databaseNumber)) + 1)
  const file = join(paths.folder, database)
  const header = sealHeader({ ...backup.header, database }, dataKey)
  const aside = join(paths.folder, `replaced-${at.replace(/[-:.]/g, '')}`)
  try {
    // In an empty folder a crash would leave a database without a header, which only this file tells from a loss.
    if (old.length === 0) writeNewFile(paths.making, [])
    extractProven(backup, dataKey, file)
    if (old.length > 0) setAside(paths, old, aside)
    syncFolder(paths.folder)
  } catch (error) {
    removeDatabase(file)
    if (old.length === 0)
      tidy(() => {
        removeFile(paths.making)
      })
    throw error
  }
  writeHeader(paths, header)
  tidy(() => {
    removeLeftovers(paths)
  })
  return summaryOf(backup)
}

function setAside(paths: VaultPaths, names: readonly string[], aside: string): void {
  mkdirSync(aside, { mode: 0o700 })
  try {
    for (const name of names) secondName(join(paths.folder, name), join(aside, name))
    syncFolder(aside)
  } catch (error) {
    tidy(() => {
      rmSync(aside, { recursive: true, force: true })
    })
    throw error
  }
}

function secondName(file: string, other: string): void {
  try {
    linkSync(file, other)
  } catch (error) {
    if (!hasNoHardLinks(error)) throw error
    copyFileSync(file, other)
  }
}

function presentHeader(paths: VaultPaths): VaultHeader | null {
  try {
    return readHeader(paths)
  } catch (error) {
    if (isAppError(error, 'vault-damaged') || isAppError(error, 'vault-header-missing')) return null
    throw error
  }
}
