import { statfsSync } from 'node:fs'
import { AppError, isAppError } from '@contract/errors'

/** Where a failed operation was working; becomes the `folder` and `file` of its error. */
export interface Place {
  readonly folder: string
  readonly file: string
}

/**
 * The typed error for anything thrown while working in `place`. The original is dropped on purpose: its message may
 * quote SQL, values or paths. The only place that knows SQLite's result codes (sqlite.org/rescode.html) and errno.
 */
export function toVaultError(error: unknown, place: Place): AppError {
  if (isAppError(error)) return error
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk-full', {})
  if (startsWithOneOf(code, ['SQLITE_READONLY', 'EROFS', 'EACCES', 'EPERM'])) {
    return new AppError('vault-read-only', { folder: place.folder })
  }
  if (startsWithOneOf(code, ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_FORMAT'])) {
    return new AppError('vault-damaged', { file: place.file })
  }
  if (startsWithOneOf(code, ['SQLITE_BUSY', 'SQLITE_LOCKED', 'EBUSY'])) return new AppError('vault-busy', {})
  if (startsWithOneOf(code, ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'])) {
    return new AppError('vault-folder-unusable', { folder: place.folder })
  }
  if (startsWithOneOf(code, ['SQLITE_IOERR', 'SQLITE_CANTOPEN', 'EIO'])) {
    return new AppError(isFull(place.folder) ? 'disk-full' : 'disk-failed', {})
  }
  return new AppError('internal', {})
}

/** Runs `work` and throws only typed errors. */
export function guarded<Value>(place: Place, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw toVaultError(error, place)
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

function startsWithOneOf(code: string, starts: readonly string[]): boolean {
  return starts.some((start) => code.startsWith(start))
}

// On a full disk SQLite reports some failures (growing -shm, creating -wal) as plain I/O errors.
function isFull(folder: string): boolean {
  try {
    return statfsSync(folder).bavail === 0
  } catch {
    return false
  }
}
