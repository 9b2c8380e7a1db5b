/** Backends that are no keyring: the key they encrypt with is a constant of Chromium's source. */
const UNSAFE = new Set(['basic_text', 'unknown', ''])

/** Whether a storage backend of this name keeps anything from someone who has the files. */
export function isBackendSafe(backend: string): boolean {
  return !UNSAFE.has(backend)
}

/**
 * Whether Linux sealed this with Chromium's fixed key, whatever the backend's name said: the asynchronous API falls
 * back to it silently, and only the ciphertext's tag tells (components/os_crypt/async/browser/posix_key_provider.cc).
 */
export function isSealedWithFixedKey(platform: NodeJS.Platform, sealed: Uint8Array): boolean {
  const isV10 = sealed[0] === 0x76 && sealed[1] === 0x31 && sealed[2] === 0x30
  return platform !== 'darwin' && platform !== 'win32' && isV10
}
