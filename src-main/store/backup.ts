import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@contract/errors'
import type { Instant } from '@contract/model/base'
import type { Secret } from '../crypto/secret'
import type { BackupSummary } from '../ports/vault-store'
import { extractDatabase, newManifest, readBackupFile, writeBackupFile, type BackupFile } from './backup-file'
import { scheduledFile, summaryOf, surplusFiles } from './backup-list'
import { copyDatabase, removeDatabase } from './copy-database'
import { moveInto, moveIntoNew, removeFile, removeTemporaries, syncFolder, temporaryBeside, tidy } from './replace-file'
import type { Connection } from './sql'
import { guarded, toVaultError } from './sqlite-errors'
import { headerBytes, type VaultHeader } from './vault-header'
import { requireOwnBackups, type VaultPaths } from './vault-folder'
import { inventoryOf, sameInventory, verifyDatabase, type Inventory } from './verify-database'

/** What a backup is made of. */
export interface BackupSource {
  readonly paths: VaultPaths
  readonly header: VaultHeader
  readonly dataKey: Secret
  readonly connection: Connection
  /** Where a read-only vault keeps its copies; null is the vault's own folder of backups. */
  readonly scratch: string | null
}

/** Writes and proves a backup at `file`. Throws `file-exists`, `file-unreadable`, `disk-full`, `disk-failed`. */
export function makeBackup(source: BackupSource, file: string, at: Instant): BackupSummary {
  if (statSync(file, { throwIfNoEntry: false }) !== undefined) throw new AppError('file-exists', { file })
  requireWritable(file)
  return writeProven(source, file, at)
}

/** A backup in the vault's own folder, named after its moment; others beyond `keep` are removed after it is good. */
export function makeScheduledBackup(source: BackupSource, at: Instant, keep: number): BackupSummary {
  const { paths } = source
  const summary = writeProven(source, scheduledFile(paths, at), at, (temporary) => {
    for (let number = 1; ; number += 1) {
      const file = scheduledFile(paths, at, number)
      if (moveIntoNew(temporary, file)) return file
    }
  })
  for (const old of surplusFiles(paths, summary, at, keep)) {
    tidy(() => {
      removeFile(old)
    })
  }
  return summary
}

/** The backup that a migration leaves behind before it starts. One that a crashed attempt left is replaced. */
export function makeBackupBefore(source: BackupSource, schema: number, at: Instant): void {
  writeProven(source, join(source.paths.backups, `before-update-from-${String(schema)}.keyquay-backup`), at)
}

/**
 * Extracts the database of a backup to the new file `to` and proves it whole. Throws `backup-damaged`; then `to` is
 * gone.
 */
export function extractProven(backup: BackupFile, dataKey: Secret, to: string): void {
  const damaged = new AppError('backup-damaged', { file: backup.file })
  try {
    extractDatabase(backup, dataKey, to)
    let found: Inventory
    try {
      found = verifyDatabase(dirname(to), to, dataKey)
    } catch (error) {
      const { code } = toVaultError(error, { folder: dirname(to), file: to })
      throw code === 'vault-damaged' ? damaged : error
    }
    if (!sameInventory(found, backup.manifest.inventory)) throw damaged
  } catch (error) {
    removeDatabase(to)
    throw error
  }
}

/** Proves a backup in `scratch`, a folder for the encrypted copy this takes. */
export function proveBackup(backup: BackupFile, dataKey: Secret, scratch: string): BackupSummary {
  const copy = temporaryBeside(join(scratch, 'proof.db'))
  extractProven(backup, dataKey, copy)
  removeDatabase(copy)
  return summaryOf(backup)
}

/** Gives a finished backup its name, and answers it. */
type Naming = (temporary: string) => string

// `naming` is for a name that another process may take meanwhile; without it `file` is the name, and is replaced.
function writeProven(source: BackupSource, file: string, at: Instant, naming?: Naming): BackupSummary {
  const { paths, header, dataKey, connection } = source
  const scratch = source.scratch ?? paths.backups
  return guarded({ folder: paths.folder, file }, () => {
    if (source.scratch === null) {
      mkdirSync(scratch, { recursive: true, mode: 0o700 })
      requireOwnBackups(paths)
      syncFolder(paths.folder)
    }
    if (naming === undefined) removeTemporaries(dirname(file), `${basename(file)}.`)
    const temporary = temporaryBeside(file)
    const copy = temporaryBeside(join(scratch, 'copy.db'))
    try {
      const inventory = copyProven(connection, copy, paths, dataKey)
      const manifest = newManifest({ vaultId: header.vaultId, madeAt: at, inventory })
      writeBackupFile(temporary, { manifest, headerBytes: headerBytes(header), database: copy, dataKey })
      const summary = proveBackup(readBackupFile(temporary), dataKey, scratch)
      if (naming !== undefined) return { ...summary, file: naming(temporary) }
      moveInto(temporary, file)
      return { ...summary, file }
    } finally {
      removeDatabase(copy)
      tidy(() => {
        removeFile(temporary)
      })
    }
  })
}

// Another process may write while the copy is made: then the copy stands between the counts before and after it.
function copyProven(connection: Connection, copy: string, paths: VaultPaths, dataKey: Secret): Inventory {
  const before = inventoryOf(connection)
  copyDatabase(connection, copy)
  const held = verifyDatabase(paths.folder, copy, dataKey)
  const after = inventoryOf(connection)
  if (sameInventory(before, after) && !sameInventory(held, before)) throw new AppError('vault-damaged', { file: copy })
  return held
}

function requireWritable(file: string): void {
  try {
    accessSync(dirname(file), constants.W_OK)
  } catch {
    throw new AppError('file-unreadable', { file })
  }
}
