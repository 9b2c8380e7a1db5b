import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { Secret } from './secret'

export const DATA_KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A data key sealed for one slot (AES-256-GCM). */
export interface WrappedKey {
  readonly nonce: Uint8Array
  readonly key: Uint8Array
  readonly tag: Uint8Array
}

/** What a key-encryption key is derived from: the opener's own key, the slot's salt and its purpose. */
export interface WrapContext {
  readonly material: Secret
  readonly salt: Uint8Array
  readonly purpose: string
  /** Bytes that must be the same when unwrapping, though they are not secret. */
  readonly bound: Uint8Array
}

export function createDataKey(): Secret {
  return Secret.from(randomBytes(DATA_KEY_BYTES))
}

/** Seals `dataKey` under HKDF-SHA256(material, salt, purpose), bound to `context.bound`. */
export function wrapDataKey(dataKey: Secret, context: WrapContext): WrappedKey {
  const nonce = randomBytes(NONCE_BYTES)
  return withDerivedKey(context, (kek) => {
    const cipher = createCipheriv('aes-256-gcm', kek, nonce, { authTagLength: TAG_BYTES }).setAAD(context.bound)
    const key = dataKey.use((bytes) => cipher.update(bytes))
    cipher.final()
    return { nonce, key, tag: cipher.getAuthTag() }
  })
}

/** The data key, or null when anything does not fit: a wrong opener and a damaged slot look the same. */
export function unwrapDataKey(wrapped: WrappedKey, context: WrapContext): Secret | null {
  return withDerivedKey(context, (kek) => {
    const decipher = createDecipheriv('aes-256-gcm', kek, wrapped.nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(context.bound).setAuthTag(wrapped.tag)
    const key = decipher.update(wrapped.key)
    try {
      decipher.final()
      return Secret.from(key)
    } catch {
      key.fill(0)
      return null
    }
  })
}

/** HMAC-SHA256, fed in parts, under a key derived from `dataKey` for `purpose` alone. */
export function createAuthenticator(dataKey: Secret, purpose: string): ReturnType<typeof createHmac> {
  return withDerivedKey({ material: dataKey, salt: new Uint8Array(), purpose }, (key) => createHmac('sha256', key))
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

function withDerivedKey<Value>(
  context: Pick<WrapContext, 'material' | 'salt' | 'purpose'>,
  work: (key: Uint8Array) => Value
): Value {
  const derived = context.material.use((bytes) => hkdfSync('sha256', bytes, context.salt, context.purpose, 32))
  const key = new Uint8Array(derived)
  try {
    return work(key)
  } finally {
    key.fill(0)
  }
}
