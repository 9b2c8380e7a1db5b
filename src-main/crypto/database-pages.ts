import { createHmac, pbkdf2Sync } from 'node:crypto'
import type { Secret } from './secret'
import { sameBytes } from './wrap'

/** Bytes of one page of the database as it lies on disk. */
export const PAGE_BYTES = 4096

// SQLCipher 4 (zetetic.net/sqlcipher/design): the file starts with its salt; each page ends with IV and HMAC-SHA512.
const SALT_BYTES = 16
const MAC_BYTES = 64
const MAC_SALT_MASK = 0x3a
const MAC_KEY_ROUNDS = 2

/** Checks pages of one encrypted database in order, without the database library. */
export interface PageChecker {
  /** Whether the next page carries the HMAC that belongs to its bytes and its place. */
  next(page: Uint8Array): boolean
  dispose(): void
}

/** `firstPage` holds the salt. The checker keeps a key derived from `dataKey` until it is disposed of. */
export function createPageChecker(dataKey: Secret, firstPage: Uint8Array): PageChecker {
  const salt = firstPage.subarray(0, SALT_BYTES).map((byte) => byte ^ MAC_SALT_MASK)
  const macKey = dataKey.use((bytes) => pbkdf2Sync(bytes, salt, MAC_KEY_ROUNDS, 32, 'sha512'))
  // Not a DataView: after some ten thousand pages Node 24 no longer takes one for bytes.
  const place = Buffer.alloc(4)
  let pageNumber = 0
  return {
    next(page) {
      pageNumber += 1
      if (page.length !== PAGE_BYTES) return false
      place.writeUInt32LE(pageNumber)
      const authenticated = page.subarray(pageNumber === 1 ? SALT_BYTES : 0, PAGE_BYTES - MAC_BYTES)
      const mac = createHmac('sha512', macKey).update(authenticated).update(place).digest()
      return sameBytes(mac, page.subarray(PAGE_BYTES - MAC_BYTES))
    },
    dispose() {
      macKey.fill(0)
    }
  }
}
