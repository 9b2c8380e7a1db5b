import { secretText } from '@contract/model/key'
import { IMPORT_LIMITS } from './limits'

export type UnstorableReason = 'empty' | 'too-long' | 'not-text'

/**
 * Why the vault cannot hold `secret` exactly as it is, or null. It holds UTF-8: a NUL character or half a surrogate
 * pair would come back changed.
 */
export function unstorableReason(secret: string): UnstorableReason | null {
  if (secret === '') return 'empty'
  if (Buffer.byteLength(secret, 'utf8') > IMPORT_LIMITS.secretBytes) return 'too-long'
  return secret.isWellFormed() && secretText.safeParse(secret).success ? null : 'not-text'
}
