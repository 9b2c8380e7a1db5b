import { accessSync, chmodSync, constants, lstatSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, isAppError } from '@contract/errors'
import type { SlotKind, VaultPresence } from '../ports/vault-store'
import { isTemporary, removeFile, removeTemporaries, replaceFile, syncFolder } from './replace-file'
import { guarded } from './sqlite-errors'
import { HEADER_MAX_BYTES, headerBytes, parseHeader, sameHeader, type VaultHeader } from './vault-header'

const DATABASE_FILE = /^(vault-\d+\.db)(-wal|-shm|-journal)?$/

/** Whether a name in the vault's folder is its header or a database with what SQLite keeps beside it. */
export function isVaultFile(name: string): boolean {
  return name === 'vault.json' || DATABASE_FILE.test(name)
}

/** Where everything of one vault lies. */
export interface VaultPaths {
  readonly folder: string
  readonly header: string
  /** Stands only while a vault is being made: a database without a header is then no loss. */
  readonly making: string
  readonly backups: string
  database(header: Pick<VaultHeader, 'database'>): string
}

export function vaultPaths(folder: string): VaultPaths {
  return {
    folder,
    header: join(folder, 'vault.json'),
    making: join(folder, 'vault.making'),
    backups: join(folder, 'backups'),
    database: ({ database }) => join(folder, database)
  }
}

/** Creates the folder where it is missing, for its owner alone. Throws `vault-folder-unusable`, `disk-full`. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    accessSync(folder, constants.R_OK | constants.W_OK)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw new AppError('disk-full', {})
    throw new AppError('vault-folder-unusable', { folder })
  }
}

/** What can be told without a key. Never writes, never throws for what it finds. */
export function presenceOf(paths: VaultPaths): VaultPresence {
  try {
    const header = readHeader(paths)
    if (header === null) return { kind: 'absent' }
    checkDatabase(paths, header)
    const slots = (['password', 'recovery', 'device'] as const).filter((kind) => header.slots[kind] !== null)
    return {
      kind: 'present',
      vaultId: header.vaultId,
      hint: header.hint,
      readOnly: isReadOnly(paths, header),
      slots: slots satisfies SlotKind[]
    }
  } catch (error) {
    return { kind: 'damaged', ...damageOf(error) }
  }
}

/**
 * The header, or null where no vault is. A link in its place is none: whoever made the folder would have it lead to
 * another vault's files. Throws `vault-header-missing` when only a database is there, `vault-damaged`,
 * `vault-newer`, `vault-folder-unusable`.
 */
export function readHeader(paths: VaultPaths): VaultHeader | null {
  return guarded({ folder: paths.folder, file: paths.header }, () => {
    const found = lstatSync(paths.header, { throwIfNoEntry: false })
    if (found !== undefined) {
      if (!found.isFile() || found.size > HEADER_MAX_BYTES) throw new AppError('vault-damaged', { file: paths.header })
      return parseHeader(readFileSync(paths.header), paths.header)
    }
    if (statSync(paths.folder, { throwIfNoEntry: false }) === undefined) return null
    const hasDatabase = readdirSync(paths.folder).some((name) => DATABASE_FILE.test(name))
    const wasBeingMade = statSync(paths.making, { throwIfNoEntry: false }) !== undefined
    if (hasDatabase && !wasBeingMade) throw new AppError('vault-header-missing', { file: paths.header })
    return null
  })
}

/** Whether the header on the disk is still `header`. Another process may have replaced it, and the database with it. */
export function isCurrentHeader(paths: VaultPaths, header: VaultHeader): boolean {
  const found = readHeader(paths)
  return found !== null && sameHeader(found, header)
}

/** Puts `header` in the place of the old one: the moment at which a change of header, key or database holds. */
export function writeHeader(paths: VaultPaths, header: VaultHeader): void {
  guarded({ folder: paths.folder, file: paths.header }, () => {
    replaceFile(paths.header, headerBytes(header))
  })
}

/** Throws `vault-database-missing`, `vault-database-empty`, or `vault-damaged` for what is no file, such as a link. */
export function checkDatabase(paths: VaultPaths, header: VaultHeader): void {
  const file = paths.database(header)
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw new AppError('vault-database-missing', { file })
  if (!found.isFile()) throw new AppError('vault-damaged', { file })
  if (found.size === 0) throw new AppError('vault-database-empty', { file })
}

export function isReadOnly(paths: VaultPaths, header: VaultHeader): boolean {
  return ![paths.folder, paths.header, paths.database(header)].every((path) => {
    try {
      accessSync(path, constants.W_OK)
      return true
    } catch {
      return false
    }
  })
}

/**
 * Removes what a crash left: temporary files and databases that the header on the disk does not name. Must be called
 * alone, after the database that the header does name was opened. Removes nothing where no header can be read.
 */
export function removeLeftovers(paths: VaultPaths): void {
  // First the header must be sure to stay: a power loss could bring back the one before it, and need its database.
  syncFolder(paths.folder)
  const header = readHeader(paths)
  if (header === null) return
  for (const name of readdirSync(paths.folder)) {
    const database = DATABASE_FILE.exec(name)?.[1]
    const isLeft = isTemporary(name) || (database !== undefined && database !== header.database)
    if (isLeft) removeFile(join(paths.folder, name))
  }
  removeFile(paths.making)
  if (hasOwnBackups(paths)) removeTemporaries(paths.backups)
  syncFolder(paths.folder)
}

/** Whether the vault has a folder of backups that is really its own: a link may lead to that of another vault. */
export function hasOwnBackups({ backups }: VaultPaths): boolean {
  return lstatSync(backups, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Throws `vault-folder-unusable`. */
export function requireOwnBackups(paths: VaultPaths): void {
  if (!hasOwnBackups(paths)) throw new AppError('vault-folder-unusable', { folder: paths.backups })
}

/** Removes every file of a vault whose making failed. */
export function removeUnfinished(paths: VaultPaths): void {
  removeFile(paths.header)
  for (const name of readdirSync(paths.folder)) {
    if (isTemporary(name) || DATABASE_FILE.test(name)) removeFile(join(paths.folder, name))
  }
  removeFile(paths.making)
}

type Damage = Omit<Extract<VaultPresence, { kind: 'damaged' }>, 'kind'>

function damageOf(error: unknown): Damage {
  const codes: readonly Damage['code'][] = [
    'vault-database-empty',
    'vault-database-missing',
    'vault-header-missing',
    'vault-newer',
    'vault-folder-unusable'
  ]
  const code = codes.find((known) => isAppError(error, known)) ?? 'vault-damaged'
  const file = isAppError(error) && 'file' in error.details ? error.details.file : undefined
  return typeof file === 'string' ? { code, file } : { code }
}
