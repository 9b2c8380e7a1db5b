import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '@contract/errors'

/** Enough that guessing is hopeless without a slow derivation: 160 bits. */
export const RECOVERY_CODE_BYTES = 20

// Crockford's base 32 (crockford.com/base32.html): no I, L, O, U.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LETTERS = 32
const CHECK_LETTERS = 4

export function createRecoveryCode(): Uint8Array {
  return new Uint8Array(randomBytes(RECOVERY_CODE_BYTES))
}

/** The code as it is printed: 36 letters in six groups, the last four letters being a checksum. */
export function formatRecoveryCode(code: Uint8Array): string {
  if (code.length !== RECOVERY_CODE_BYTES)
    throw new RangeError(`a recovery code has ${String(RECOVERY_CODE_BYTES)} bytes`)
  const letters = toLetters(code, CODE_LETTERS) + checkLetters(code)
  return letters.replace(/.{6}(?=.)/g, '$&-')
}

/**
 * Reads a code as a person types it: case, spaces and hyphens do not matter, O is 0, I and L are 1.
 * Throws `recovery-code-malformed` when letters are missing, foreign or fail the checksum.
 */
export function parseRecoveryCode(typed: string): Uint8Array {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (letters.length !== CODE_LETTERS + CHECK_LETTERS) throw new AppError('recovery-code-malformed', {})
  const code = fromLetters(letters.slice(0, CODE_LETTERS))
  if (checkLetters(code) !== letters.slice(CODE_LETTERS)) {
    code.fill(0)
    throw new AppError('recovery-code-malformed', {})
  }
  return code
}

function checkLetters(code: Uint8Array): string {
  const digest = createHash('sha256').update('keyquay recovery code').update(code).digest()
  return toLetters(digest, CHECK_LETTERS)
}

function toLetters(bytes: Uint8Array, count: number): string {
  let letters = ''
  for (let index = 0; index < count; index += 1) {
    const bit = index * 5
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    letters += ALPHABET.charAt((pair >> (11 - (bit & 7))) & 31)
  }
  return letters
}

function fromLetters(letters: string): Uint8Array {
  const bytes = new Uint8Array((letters.length * 5) >> 3)
  let held = 0
  let bits = 0
  let filled = 0
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) throw new AppError('recovery-code-malformed', {})
    held = ((held << 5) | value) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[filled] = (held >> bits) & 0xff
      filled += 1
    }
  }
  return bytes
}
