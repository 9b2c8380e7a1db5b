import { createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { createPageChecker, PAGE_BYTES } from '@main/crypto/database-pages'
import { createDataKey } from '@main/crypto/wrap'
import { expect, it } from 'vitest'

const AUTHENTICATED = PAGE_BYTES - 64

// Regression: from the 4,350th page on, Node's optimised code refused what was hashed, and no backup could be made.
it('checks the pages of a large vault to the last', () => {
  const dataKey = createDataKey()
  const page = randomBytes(PAGE_BYTES)
  const salt = page.subarray(0, 16).map((byte) => byte ^ 0x3a)
  const macKey = dataKey.use((bytes) => pbkdf2Sync(bytes, salt, 2, 32, 'sha512'))
  const checker = createPageChecker(dataKey, page)
  const place = Buffer.alloc(4)
  let fitting = 0
  for (let number = 1; number <= 20_000; number += 1) {
    place.writeUInt32LE(number)
    const authenticated = page.subarray(number === 1 ? 16 : 0, AUTHENTICATED)
    createHmac('sha512', macKey).update(authenticated).update(place).digest().copy(page, AUTHENTICATED)
    if (checker.next(page)) fitting += 1
  }
  expect(fitting).toBe(20_000)
  expect(checker.next(page)).toBe(false)
})
