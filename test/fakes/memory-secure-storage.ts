import { AppError } from '@contract/errors'
import type { DeviceKeyFile, SealedKey, SecureStorage } from '../../src-main/ports/secure-storage'

export interface MemoryKeyring extends SecureStorage {
  /** What the system says its keyring is; a change makes what was sealed before unreadable. */
  name: string
}

/** A keyring that seals by remembering; it is safe unless it is called `basic_text`. */
export function createMemoryKeyring(name = 'gnome_libsecret'): MemoryKeyring {
  const sealed = new Map<string, Uint8Array>()
  return {
    name,
    backend() {
      return this.name
    },
    isSafe() {
      return Promise.resolve(this.name !== 'basic_text')
    },
    seal(bytes) {
      const ticket = `${this.name}:${String(sealed.size)}`
      sealed.set(ticket, Uint8Array.from(bytes))
      return Promise.resolve(new Uint8Array(Buffer.from(ticket)))
    },
    unseal(ticket) {
      const text = Buffer.from(ticket).toString()
      const found = text.startsWith(`${this.name}:`) ? sealed.get(text) : undefined
      return found === undefined
        ? Promise.reject(new AppError('device-unlock-failed', {}))
        : Promise.resolve(Uint8Array.from(found))
    }
  }
}

export function createMemoryDeviceKeyFile(): DeviceKeyFile {
  let kept: SealedKey | null = null
  return {
    read: () => kept,
    write(key) {
      kept = key
    },
    remove() {
      kept = null
    }
  }
}
