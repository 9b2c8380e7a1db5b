import { randomBytes } from 'node:crypto'
import { AppError } from '@contract/errors'
import type { Instant } from '@contract/model/base'
import type { KdfCost } from '../crypto/argon2'
import type { Secret } from '../crypto/secret'
import { createDataKey } from '../crypto/wrap'
import { makePasswordSlot } from './header-slots'
import { migrate, seed } from './migrate'
import { openDatabase } from './open-database'
import { removeFile, syncFolder, tidy, writeNewFile } from './replace-file'
import { guarded } from './sqlite-errors'
import { VaultLock } from './vault-lock'
import { createVaultId, databaseName, HEADER_FORMAT, sealHeader, type VaultHeader } from './vault-header'
import { makeFolder, readHeader, removeUnfinished, writeHeader, type VaultPaths } from './vault-folder'

export interface CreateOptions {
  readonly password: Uint8Array
  readonly hint: string
  readonly cost: KdfCost
  readonly at: Instant
}

/**
 * Makes a vault; the header, written last, is what makes it one. Throws `vault-exists`, `vault-folder-unusable`,
 * `disk-full`; a folder that holds half a vault keeps it and says what is missing. Leaves nothing behind when it fails.
 */
export async function createVault(
  paths: VaultPaths,
  { password, hint, cost, at }: CreateOptions
): Promise<{ header: VaultHeader; dataKey: Secret }> {
  refuseExisting(paths)
  makeFolder(paths.folder)
  const dataKey = createDataKey()
  try {
    const vaultId = createVaultId()
    const slots = { password: await makePasswordSlot(vaultId, dataKey, password, cost), recovery: null, device: null }
    const database = databaseName(1)
    const header = sealHeader({ format: HEADER_FORMAT, vaultId, createdAt: at, hint, database, slots }, dataKey)
    writeVault(paths, header, dataKey)
    return { header, dataKey }
  } catch (error) {
    dataKey.dispose()
    throw error
  }
}

function refuseExisting(paths: VaultPaths): void {
  if (readHeader(paths) !== null) throw new AppError('vault-exists', { folder: paths.folder })
}

function writeVault(paths: VaultPaths, header: VaultHeader, dataKey: Secret): void {
  const file = paths.database(header)
  guarded({ folder: paths.folder, file }, () => {
    const lock = VaultLock.share(paths.folder)
    try {
      lock.alone(() => {
        writeVaultAlone(paths, header, file, dataKey)
      })
    } finally {
      lock.release()
    }
  })
}

function writeVaultAlone(paths: VaultPaths, header: VaultHeader, file: string, dataKey: Secret): void {
  refuseExisting(paths)
  removeUnfinished(paths)
  try {
    writeNewFile(paths.making, [])
    syncFolder(paths.folder)
    writeDatabase(paths, file, dataKey)
    writeHeader(paths, header)
    removeFile(paths.making)
  } catch (error) {
    tidy(() => {
      removeUnfinished(paths)
    })
    throw error
  }
}

function writeDatabase(paths: VaultPaths, file: string, dataKey: Secret): void {
  writeNewFile(file, [])
  const connection = openDatabase({ folder: paths.folder, file, dataKey, creating: true })
  const fingerprintKey = randomBytes(32)
  try {
    migrate(connection)
    connection.transaction(() => {
      seed(connection, fingerprintKey)
    })
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    fingerprintKey.fill(0)
    connection.close()
  }
}
