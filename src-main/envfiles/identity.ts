import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type BigIntStats } from 'node:fs'
import { AppError } from '@contract/errors'
import type { EnvPlace } from './place'

/** 1 MiB: an env file is written by people. */
export const LARGEST_ENV_FILE = 1024 * 1024

/**
 * Which file with which content was read: a write goes ahead only where this is still true. Plain data.
 * `sha256` is unkeyed; it belongs to the main process and to no screen, log or disk.
 */
export interface FileIdentity {
  readonly dev: string
  readonly ino: string
  readonly mtimeNs: string
  readonly ctimeNs: string
  readonly size: number
  readonly sha256: string
}

export type FileWarning = 'group-readable' | 'world-readable' | 'folder-writable-by-all'

export interface OpenedFile {
  readonly bytes: Uint8Array
  readonly identity: FileIdentity
  readonly stats: BigIntStats
}

/**
 * Reads the file at `place`, or null when there is none. Throws `env-file-not-regular`, `input-too-large`, and
 * `env-file-changed` when it changed while it was read.
 */
export function readAt(place: EnvPlace): OpenedFile | null {
  const path = place.at(place.name)
  const seen = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  if (seen === undefined) return null
  // Not opened before it is known to be a file: opening a FIFO waits, opening a device may do anything.
  assertRegular(seen, place.file)
  // O_NONBLOCK: should it have become a FIFO since, open does not wait.
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const before = fstatSync(descriptor, { bigint: true })
    assertRegular(before, place.file)
    const bytes = readAll(descriptor)
    const after = fstatSync(descriptor, { bigint: true })
    if (!isSameState(before, after)) throw new AppError('env-file-changed', { file: place.file })
    return { bytes, stats: after, identity: identityOf(after, bytes) }
  } finally {
    closeSync(descriptor)
  }
}

/** Throws `env-file-changed` unless `found` is what was read as `expected`; null stands for no file. */
export function assertUnchanged(found: OpenedFile | null, expected: FileIdentity | null, file: string): void {
  const same =
    found === null || expected === null
      ? found === null && expected === null
      : (Object.keys(found.identity) as (keyof FileIdentity)[]).every((key) => found.identity[key] === expected[key])
  if (!same) throw new AppError('env-file-changed', { file })
}

/** Throws `env-file-foreign` and `env-file-hard-linked`. Windows knows no owner by number. */
export function assertOwn(stats: BigIntStats, file: string): void {
  const me = process.geteuid?.()
  if (me !== undefined && stats.uid !== BigInt(me)) throw new AppError('env-file-foreign', { file })
  if (stats.nlink > 1n) throw new AppError('env-file-hard-linked', { file })
}

/** Who else can read the secrets, or put another file in their place. On Windows modes say nothing of that. */
export function warningsOf(file: BigIntStats, folder: BigIntStats): FileWarning[] {
  if (process.platform === 'win32') return []
  const warnings: FileWarning[] = []
  if ((file.mode & 0o040n) !== 0n) warnings.push('group-readable')
  if ((file.mode & 0o004n) !== 0n) warnings.push('world-readable')
  if ((folder.mode & 0o1002n) === 0o0002n) warnings.push('folder-writable-by-all')
  return warnings
}

/** Of a file with these `stats` that holds `bytes`. */
export function identityOf(stats: BigIntStats, bytes: Uint8Array): FileIdentity {
  return {
    dev: stats.dev.toString(),
    ino: stats.ino.toString(),
    mtimeNs: stats.mtimeNs.toString(),
    ctimeNs: stats.ctimeNs.toString(),
    size: Number(stats.size),
    sha256: createHash('sha256').update(bytes).digest('hex')
  }
}

function assertRegular(stats: BigIntStats, file: string): void {
  if (!stats.isFile()) throw new AppError('env-file-not-regular', { file })
  if (stats.size > BigInt(LARGEST_ENV_FILE)) throw new AppError('input-too-large', { limitBytes: LARGEST_ENV_FILE })
}

function readAll(descriptor: number): Uint8Array {
  const buffer = Buffer.alloc(LARGEST_ENV_FILE + 1)
  let length = 0
  for (;;) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, null)
    length += read
    if (length > LARGEST_ENV_FILE) throw new AppError('input-too-large', { limitBytes: LARGEST_ENV_FILE })
    if (read === 0) break
  }
  const bytes = Uint8Array.from(buffer.subarray(0, length))
  buffer.fill(0, 0, length)
  return bytes
}

function isSameState(one: BigIntStats, other: BigIntStats): boolean {
  return one.size === other.size && one.mtimeNs === other.mtimeNs && one.ctimeNs === other.ctimeNs
}
