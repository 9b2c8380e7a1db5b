import { randomBytes } from 'node:crypto'
import { keyId, type KeyId } from '@contract/model/base'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new {@link KeyId}: 48 bits of `nowMs`, then 80 random bits (github.com/ulid/spec). */
export function newKeyId(nowMs: number): KeyId {
  let bits = BigInt(Math.max(0, Math.trunc(nowMs))) & 0xffff_ffff_ffffn
  for (const byte of randomBytes(10)) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let digit = 0; digit < 26; digit += 1) {
    text = CROCKFORD.charAt(Number(bits & 31n)) + text
    bits >>= 5n
  }
  return keyId.parse(text)
}
