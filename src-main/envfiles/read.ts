import { fstatSync, statSync, type BigIntStats } from 'node:fs'
import { lineOfByte } from './env-text'
import { AppError } from '@contract/errors'
import { toReadError } from './disk-errors'
import { readAt, warningsOf, type FileIdentity, type FileWarning } from './identity'
import { openPlace, type EnvPlace, type PlaceOptions } from './place'
import { removeLeftovers } from './temporary'

export interface EnvFile {
  /** The real file: what a link leads to. */
  readonly file: string
  readonly bytes: Uint8Array
  /** To be handed to the write, which goes ahead only on this very file. */
  readonly identity: FileIdentity
  readonly warnings: readonly FileWarning[]
}

/**
 * Reads an env file, or null when there is none. Throws what {@link openPlace} does, `env-file-not-regular`,
 * `input-too-large` over 1 MiB, `env-file-unreadable` at a NUL byte, `env-file-changed` when it changed while it was
 * read, and `file-unreadable`. Who owns it and how many names it has is the write's concern.
 */
export function readEnvFile(options: PlaceOptions): EnvFile | null {
  let place: EnvPlace | null = null
  try {
    place = openPlace(options)
    let found = readAt(place)
    if (found !== null && found.stats.nlink > 1n) {
      // A crash between the two steps of creating a file leaves our own temporary name on it.
      removeLeftovers(place)
      found = readAt(place)
    }
    if (found === null) return null
    const zero = found.bytes.indexOf(0)
    if (zero !== -1) {
      throw new AppError('env-file-unreadable', { file: options.file, line: lineOfByte(found.bytes, zero) })
    }
    const warnings = warningsOf(found.stats, folderStats(place))
    return { file: place.file, bytes: found.bytes, identity: found.identity, warnings }
  } catch (error) {
    throw toReadError(error, options.file)
  } finally {
    place?.close()
  }
}

/** Of the folder that is held open, where it is. */
export function folderStats({ descriptor, folder }: EnvPlace): BigIntStats {
  return descriptor === null ? statSync(folder, { bigint: true }) : fstatSync(descriptor, { bigint: true })
}
