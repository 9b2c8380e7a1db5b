import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  unlinkSync,
  writeSync
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

const TEMPORARY = /^.+\.[0-9a-f]{12}\.tmp(-wal|-shm|-journal)?$/
const RENAME_TRIES = 5

/** A name beside `file` that nothing else uses; what a crash leaves under it is found by {@link isTemporary}. */
export function temporaryBeside(file: string): string {
  return join(dirname(file), `${basename(file)}.${randomBytes(6).toString('hex')}.tmp`)
}

export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name)
}

/**
 * Makes `file` hold exactly `bytes`, mode 0600. At every moment, also across a power loss, it holds all of the old
 * bytes or all of the new. Throws the file system's own errors; the temporary file is gone then.
 */
export function replaceFile(file: string, bytes: Uint8Array): void {
  const temporary = temporaryBeside(file)
  try {
    writeNewFile(temporary, [bytes])
    moveInto(temporary, file)
  } catch (error) {
    tidy(() => {
      removeFile(temporary)
    })
    throw error
  }
}

/** Creates `file` (mode 0600, refusing an existing one or a link) and has its bytes on the disk when it returns. */
export function writeNewFile(file: string, parts: Iterable<Uint8Array>): void {
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    for (const part of parts) writeWhole(descriptor, part)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Renames within one folder and has the folder's new state on the disk when it returns. */
export function moveInto(from: string, to: string): void {
  for (let tryNumber = 1; ; tryNumber += 1) {
    try {
      renameSync(from, to)
      break
    } catch (error) {
      // On Windows a virus scanner may hold the file for a moment.
      if (process.platform !== 'win32' || tryNumber === RENAME_TRIES) throw error
    }
  }
  syncFolder(dirname(to))
}

/** As {@link moveInto}, but leaves a file that has the name already, and answers false. */
export function moveIntoNew(from: string, to: string): boolean {
  try {
    linkSync(from, to)
  } catch (error) {
    if (existsSync(to)) return false
    if (!hasNoHardLinks(error)) throw error
    moveInto(from, to)
    return true
  }
  removeFile(from)
  syncFolder(dirname(to))
  return true
}

/** Whether a failed `link` says that the file system (FAT, a network share) has none. */
export function hasNoHardLinks(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS' || code === 'EMLINK'
}

/** Removes a file that may be gone already. */
export function removeFile(file: string): void {
  try {
    unlinkSync(file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

/** Runs work that only tidies up: what it leaves, the next open removes, so its failure is nobody's failure. */
export function tidy(work: () => void): void {
  try {
    work()
  } catch {
    // See above.
  }
}

/** Makes creations, renames and removals in `folder` durable. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Removes what a crash left in `folder`, or only what it left of one file. */
export function removeTemporaries(folder: string, of = ''): void {
  for (const name of readdirSync(folder)) {
    if (isTemporary(name) && name.startsWith(of)) removeFile(join(folder, name))
  }
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSync(descriptor, bytes, written)
}
