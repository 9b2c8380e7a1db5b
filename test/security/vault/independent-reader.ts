import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto'

// SQLCipher 4's layout, written down a second time from its design notes (zetetic.net/sqlcipher/design), with nothing
// but Node's crypto: it shares no code with what wrote the file.
const PAGE = 4096
const IV = 16
const HMAC = 64
const RESERVE = IV + HMAC
const SALT = 16

export interface IndependentReading {
  readonly pages: number
  /** The numbers, from 1, of the pages whose HMAC does not fit. */
  readonly wrongPages: readonly number[]
  /** The database in plain SQLite format; what a wrong page holds is noise. */
  readonly plain: Buffer
}

/** Decrypts a whole database file with its raw 32-byte key and checks every page's HMAC. */
export function readIndependently(file: Buffer, rawKey: Uint8Array): IndependentReading {
  if (file.length === 0 || file.length % PAGE !== 0) throw new Error('not a whole number of pages')
  const macSalt = Buffer.from(file.subarray(0, SALT).map((byte) => byte ^ 0x3a))
  const macKey = pbkdf2Sync(rawKey, macSalt, 2, 32, 'sha512')
  const pages = file.length / PAGE
  const wrongPages: number[] = []
  const plain = Buffer.alloc(file.length)

  for (let number = 1; number <= pages; number += 1) {
    const page = file.subarray((number - 1) * PAGE, number * PAGE)
    const start = number === 1 ? SALT : 0
    const place = Buffer.alloc(4)
    place.writeUInt32LE(number)
    const mac = createHmac('sha512', macKey).update(page.subarray(start, PAGE - HMAC)).update(place).digest()
    if (!mac.equals(page.subarray(PAGE - HMAC))) wrongPages.push(number)

    const iv = page.subarray(PAGE - RESERVE, PAGE - RESERVE + IV)
    const decipher = createDecipheriv('aes-256-cbc', rawKey, iv).setAutoPadding(false)
    const body = Buffer.concat([decipher.update(page.subarray(start, PAGE - RESERVE)), decipher.final()])
    body.copy(plain, (number - 1) * PAGE + start)
  }
  plain.write('SQLite format 3\0', 0, 'latin1')
  return { pages, wrongPages, plain }
}
