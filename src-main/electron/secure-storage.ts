import { safeStorage } from 'electron'
import { AppError } from '@contract/errors'
import type { SecureStorage } from '../ports/secure-storage'
import { isBackendSafe, isSealedWithFixedKey } from './keyring-rules'

/** The system's keyring through Electron's asynchronous safeStorage. */
export function createSecureStorage(platform: NodeJS.Platform): SecureStorage {
  function backend(): string {
    if (platform === 'darwin') return 'keychain'
    if (platform === 'win32') return 'dpapi'
    return safeStorage.getSelectedStorageBackend()
  }

  async function isSafe(): Promise<boolean> {
    return isBackendSafe(backend()) && (await safeStorage.isAsyncEncryptionAvailable())
  }

  return {
    backend,
    isSafe,
    async seal(bytes) {
      const refuse = (): AppError => new AppError('device-unlock-unavailable', { backend: backend() })
      if (!(await isSafe())) throw refuse()
      let sealed: Uint8Array
      try {
        sealed = new Uint8Array(await safeStorage.encryptStringAsync(Buffer.from(bytes).toString('base64')))
      } catch {
        throw refuse()
      }
      if (isSealedWithFixedKey(platform, sealed)) throw refuse()
      return sealed
    },
    async unseal(sealed) {
      if (isSealedWithFixedKey(platform, sealed)) throw new AppError('device-unlock-failed', {})
      try {
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed))
        return new Uint8Array(Buffer.from(result, 'base64'))
      } catch {
        throw new AppError('device-unlock-failed', {})
      }
    }
  }
}
