import { AppError } from '@contract/errors'
import { unzipSync } from 'fflate'
import { IMPORT_LIMITS } from './limits'
import { unreadable } from './unreadable'

/**
 * One file out of a zip; nothing else in it is inflated. The library inflates into a buffer of the size that the
 * directory claims and never beyond it, so that checking the claim bounds the memory.
 * Throws `input-too-large`, and `import-unreadable` when `path` is missing or stands there twice.
 */
export function readZipEntry(zip: Uint8Array, path: string, file: string): Uint8Array {
  let entries = 0
  let matches = 0
  const files = unzipSync(zip, {
    filter({ name, originalSize }) {
      entries += 1
      if (entries > IMPORT_LIMITS.zipEntries) throw unreadable(file)
      if (name !== path) return false
      matches += 1
      if (matches > 1) throw unreadable(file)
      if (originalSize > IMPORT_LIMITS.inflatedBytes) {
        throw new AppError('input-too-large', { limitBytes: IMPORT_LIMITS.inflatedBytes })
      }
      return true
    }
  })
  const entry = files[path]
  if (entry === undefined) throw unreadable(file)
  return entry
}
