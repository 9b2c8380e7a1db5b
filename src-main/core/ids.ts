import { randomBytes } from 'node:crypto'
import { keyId, type KeyId } from '@contract/model/base'
import { connectionId, type ConnectionId } from '@contract/model/connection'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new {@link KeyId}. */
export function newKeyId(nowMs: number): KeyId {
  return keyId.parse(newId(nowMs))
}

/** A new {@link ConnectionId}. */
export function newConnectionId(nowMs: number): ConnectionId {
  return connectionId.parse(newId(nowMs))
}

/** A ULID: 48 bits of `nowMs`, then 80 random bits (github.com/ulid/spec). */
export function newId(nowMs: number): string {
  let bits = BigInt(Math.max(0, Math.trunc(nowMs))) & 0xffff_ffff_ffffn
  for (const byte of randomBytes(10)) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let digit = 0; digit < 26; digit += 1) {
    text = CROCKFORD.charAt(Number(bits & 31n)) + text
    bits >>= 5n
  }
  return text
}
