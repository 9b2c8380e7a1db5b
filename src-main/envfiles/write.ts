import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  renameSync,
  rmSync
} from 'node:fs'
import { writeSync, type BigIntStats } from 'node:fs'
import { AppError } from '@contract/errors'
import { systemCode, toWriteError } from './disk-errors'
import { assertOwn, assertUnchanged, identityOf, readAt, warningsOf, LARGEST_ENV_FILE } from './identity'
import type { FileIdentity, FileWarning, OpenedFile } from './identity'
import { openPlace, type EnvPlace, type PlaceOptions } from './place'
import { folderStats } from './read'
import { createTemporary, discard, removeLeftovers, type Temporary } from './temporary'

/** Moments of a write, in order: where tests let it fail, crash or be attacked. */
export type WriteStep =
  | 'temp-created'
  | 'temp-half-written'
  | 'temp-written'
  | 'temp-synced'
  | 'checked'
  | 'linked'
  | 'moved'
  | 'folder-synced'

type Reached = (step: WriteStep) => void

export interface WriteHooks {
  readonly at?: Reached
  readonly temporaryName?: () => string
}

export interface WriteOptions extends PlaceOptions {
  readonly bytes: Uint8Array
  /** What was read; null when there was no file. */
  readonly expected: FileIdentity | null
  /** Of a file that is created; 0600 unless it holds no secrets. */
  readonly newMode?: number
  readonly hooks?: WriteHooks
}

export interface Written {
  /** The real file. */
  readonly file: string
  /** Of the new content: for an undo, or the next write. */
  readonly identity: FileIdentity
  readonly warnings: readonly FileWarning[]
}

/**
 * Puts `bytes` in the place of the file that was read as `expected`, whole or not at all: a temporary file beside it,
 * 0600 until all is checked, then renamed. The file keeps its mode and group; one that is created is 0600
 * and never replaces another. Access lists and extended attributes are not carried over.
 *
 * Throws what {@link openPlace} does, `env-file-not-regular`, `env-file-foreign`, `env-file-hard-linked`,
 * `env-file-unwritable` (also for a file without the owner's write bit), `env-file-changed`, `input-too-large`,
 * `disk-full`, `disk-failed`. The old file is then as it was, and the temporary one gone; but `disk-failed` may also
 * mean that the new file is there and the disk would not promise to keep it.
 *
 * What remains: between the last look at the file and the rename an edit of an existing file is lost; no system call
 * within reach compares and renames in one. A file or link put there in that moment is replaced, never followed.
 */
export function writeEnvFile(options: WriteOptions): Written {
  let place: EnvPlace | null = null
  try {
    if (options.bytes.length > LARGEST_ENV_FILE) throw new AppError('input-too-large', { limitBytes: LARGEST_ENV_FILE })
    place = openPlace(options)
    return replace(place, options)
  } catch (error) {
    throw toWriteError(error, options.file)
  } finally {
    place?.close()
  }
}

/**
 * Deletes the file that was read as `expected`: the undo of its creation. Throws as {@link writeEnvFile} does.
 */
export function removeEnvFile(options: PlaceOptions & { readonly expected: FileIdentity }): void {
  let place: EnvPlace | null = null
  try {
    place = openPlace(options)
    checkTarget(place, options.expected)
    place.confirm()
    rmSync(place.at(place.name))
    syncFolder(place)
  } catch (error) {
    throw toWriteError(error, options.file)
  } finally {
    place?.close()
  }
}

function replace(place: EnvPlace, options: WriteOptions): Written {
  const reached: Reached = options.hooks?.at ?? (() => undefined)
  removeLeftovers(place)
  const old = checkTarget(place, options.expected)
  const temporary = createTemporary(place, options.hooks?.temporaryName)
  try {
    reached('temp-created')
    fill(temporary, options.bytes, reached)
    fsyncSync(temporary.descriptor)
    reached('temp-synced')
    place.confirm()
    assertStillOurs(temporary, place)
    checkTarget(place, options.expected)
    reached('checked')
    // As late as this, so that what a crash leaves behind is 0600.
    setMode(temporary, old?.stats ?? null, options.newMode ?? 0o600)
    moveIntoPlace(temporary, place, old !== null, reached)
  } catch (error) {
    discard(temporary)
    throw error
  }
  try {
    reached('moved')
    syncFolder(place)
    reached('folder-synced')
    // Of the descriptor: whatever is at the path by now, this is what was written.
    const stats = fstatSync(temporary.descriptor, { bigint: true })
    return {
      file: place.file,
      identity: identityOf(stats, options.bytes),
      warnings: warningsOf(stats, folderStats(place))
    }
  } finally {
    closeSync(temporary.descriptor)
  }
}

function checkTarget(place: EnvPlace, expected: FileIdentity | null): OpenedFile | null {
  const found = readAt(place)
  if (found !== null) {
    assertOwn(found.stats, place.file)
    // A rename would get past a write protection that an editor heeds.
    if ((found.stats.mode & 0o200n) === 0n) throw new AppError('env-file-unwritable', { file: place.file })
  }
  assertUnchanged(found, expected, place.file)
  return found
}

function fill({ descriptor }: Temporary, bytes: Uint8Array, reached: Reached): void {
  const half = bytes.length >> 1
  writeAll(descriptor, bytes.subarray(0, half))
  reached('temp-half-written')
  writeAll(descriptor, bytes.subarray(half))
  reached('temp-written')
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done)
}

/** The mode the file had, never more; without the group's part when the group cannot be kept. */
function setMode({ descriptor }: Temporary, old: BigIntStats | null, newMode: number): void {
  if (process.platform === 'win32') return
  let mode = old === null ? newMode : Number(old.mode & 0o777n)
  const mine = fstatSync(descriptor)
  if (old !== null && BigInt(mine.gid) !== old.gid) {
    try {
      fchownSync(descriptor, mine.uid, Number(old.gid))
    } catch {
      mode &= ~0o070
    }
  }
  fchmodSync(descriptor, mode)
}

function assertStillOurs({ path, descriptor }: Temporary, place: EnvPlace): void {
  const named = lstatSync(path, { bigint: true })
  const opened = fstatSync(descriptor, { bigint: true })
  if (named.dev !== opened.dev || named.ino !== opened.ino) throw new AppError('env-file-changed', { file: place.file })
}

function moveIntoPlace(temporary: Temporary, place: EnvPlace, replaces: boolean, reached: Reached): void {
  const target = place.at(place.name)
  if (replaces) {
    renameSync(temporary.path, target)
    return
  }
  try {
    // Unlike a rename, a link never takes the place of a file that appeared meanwhile.
    linkSync(temporary.path, target)
  } catch (error) {
    // FAT and some network disks have no links.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(systemCode(error))) throw error
    renameSync(temporary.path, target)
    return
  }
  reached('linked')
  rmSync(temporary.path, { force: true })
}

/** Without it the rename may be undone by a power cut. Where folders cannot be synced, nothing better is known. */
function syncFolder({ descriptor }: EnvPlace): void {
  if (descriptor === null) return
  try {
    fsyncSync(descriptor)
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EACCES', 'EBADF'].includes(systemCode(error))) throw error
  }
}
