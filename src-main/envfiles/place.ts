import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '@contract/errors'
import { systemCode } from './disk-errors'
import { isInside } from './inside'

export interface PlaceOptions {
  readonly file: string
  /** The folder the user chose; nothing outside of it is read or written. */
  readonly root: string
  /** Whether the user agreed to work on what `file` links to. */
  readonly allowSymlink: boolean
}

/** A name in a folder that is held open, so that a path swapped meanwhile leads nowhere else. */
export interface EnvPlace {
  /** The real file. */
  readonly file: string
  readonly folder: string
  readonly name: string
  /** The folder's descriptor; null where the system does not open folders. */
  readonly descriptor: number | null
  /** The path of `name` in the opened folder. */
  at(name: string): string
  /** Throws `env-file-changed` when the folder no longer is where it was. */
  confirm(): void
  close(): void
}

/**
 * Finds the real place of an env file and opens its folder. Throws `env-file-outside` when the file, its folder or
 * what it links to is outside `root`, `env-file-symlink` without consent to a link, and `env-file-missing` when a
 * folder on the way or a link's target is not there.
 *
 * On Linux all further work goes through `/proc/self/fd`, which no swapped path can lead astray. Elsewhere the
 * folder's path is compared again before a file moves into place; the moment between the two remains.
 */
export function openPlace(options: PlaceOptions): EnvPlace {
  const root = realFolder(options.root)
  const asked = resolve(options.file)
  const entry = join(realFolder(dirname(asked)), basename(asked))
  assertInside(entry, root, options)
  const file = isSymlink(entry) ? followLink(entry, root, options) : entry
  return holdFolder(dirname(file), basename(file))
}

function followLink(entry: string, root: string, options: PlaceOptions): string {
  const target = targetOf(entry)
  if (!isInside(target.path, root)) {
    throw new AppError('env-file-outside', { file: target.path, folder: options.root })
  }
  if (!options.allowSymlink) throw new AppError('env-file-symlink', { file: options.file, target: target.path })
  if (!target.exists) throw new AppError('env-file-missing', { file: target.path })
  return target.path
}

function targetOf(link: string): { path: string; exists: boolean } {
  try {
    return { path: realpathSync(link), exists: true }
  } catch {
    // Dangling, or a ring: where it points says enough, and nothing is written there.
    return { path: resolve(dirname(link), readlinkSync(link)), exists: false }
  }
}

function holdFolder(folder: string, name: string): EnvPlace {
  const file = join(folder, name)
  const changed = (): AppError => new AppError('env-file-changed', { file })
  if (process.platform === 'win32') return unheld(folder, name, null, changed)
  const descriptor = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW)
  const link = `/proc/self/fd/${descriptor.toString()}`
  if (!leadsTo(link, descriptor)) return unheld(folder, name, descriptor, changed)
  const place: EnvPlace = {
    file,
    folder,
    name,
    descriptor,
    at: (other) => `${link}/${other}`,
    confirm() {
      if (readlinkSync(link) !== folder) throw changed()
    },
    close() {
      closeSync(descriptor)
    }
  }
  try {
    place.confirm()
    return place
  } catch (error) {
    place.close()
    throw error
  }
}

function unheld(folder: string, name: string, descriptor: number | null, changed: () => AppError): EnvPlace {
  const before = statSync(folder, { bigint: true })
  return {
    file: join(folder, name),
    folder,
    name,
    descriptor,
    at: (other) => join(folder, other),
    confirm() {
      const now = statSync(folder, { bigint: true })
      if (realpathSync(folder) !== folder || now.dev !== before.dev || now.ino !== before.ino) throw changed()
    },
    close() {
      if (descriptor !== null) closeSync(descriptor)
    }
  }
}

function leadsTo(link: string, descriptor: number): boolean {
  try {
    const [there, here] = [statSync(link, { bigint: true }), fstatSync(descriptor, { bigint: true })]
    return process.platform === 'linux' && there.dev === here.dev && there.ino === here.ino
  } catch {
    return false
  }
}

function assertInside(entry: string, root: string, options: PlaceOptions): void {
  if (!isInside(entry, root)) throw new AppError('env-file-outside', { file: options.file, folder: options.root })
}

function isSymlink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) throw new AppError('env-file-missing', { file: folder })
    throw error
  }
}
