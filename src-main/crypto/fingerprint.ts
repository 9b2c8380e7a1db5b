import { createHmac } from 'node:crypto'
import type { Secret } from './secret'

/**
 * Sixteen hex digits in groups of four that tell two secrets of one vault apart. The key is random and
 * per vault, so nobody without the vault can test a guess against a fingerprint.
 */
export function fingerprintOf(secret: Uint8Array, key: Secret): string {
  const digest = key.use((bytes) => createHmac('sha256', bytes).update(secret).digest('hex'))
  return [0, 4, 8, 12].map((start) => digest.slice(start, start + 4)).join('-')
}
