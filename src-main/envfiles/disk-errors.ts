import { AppError, isAppError } from '@contract/errors'

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG']
const REFUSED = ['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ETXTBSY', 'ENAMETOOLONG']
/** What a check made a moment ago excluded: somebody else is at work in the folder. */
const MOVED = ['EEXIST', 'ENOENT', 'ELOOP', 'ENOTDIR', 'ENXIO']

/** The system's name for a failure, or '' when it has none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** `disk-full`, `env-file-unwritable`, `env-file-changed` or `disk-failed`; an {@link AppError} stays what it is. */
export function toWriteError(cause: unknown, file: string): AppError {
  if (isAppError(cause)) return cause
  const code = systemCode(cause)
  if (FULL.includes(code)) return new AppError('disk-full', {}, { cause })
  if (REFUSED.includes(code)) return new AppError('env-file-unwritable', { file }, { cause })
  if (MOVED.includes(code)) return new AppError('env-file-changed', { file }, { cause })
  return new AppError('disk-failed', {}, { cause })
}

/** `file-unreadable` or `env-file-changed`; an {@link AppError} stays what it is. */
export function toReadError(cause: unknown, file: string): AppError {
  if (isAppError(cause)) return cause
  return MOVED.includes(systemCode(cause))
    ? new AppError('env-file-changed', { file }, { cause })
    : new AppError('file-unreadable', { file }, { cause })
}
