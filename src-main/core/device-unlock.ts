import { randomBytes } from 'node:crypto'
import { AppError } from '@contract/errors'
import type { DeviceUnlock } from '@contract/model/session'
import type { DeviceKeyFile, SecureStorage } from '../ports/secure-storage'
import type { OpenVault, SlotKind } from '../ports/vault-store'

const DEVICE_KEY_BYTES = 32

export interface DeviceKeys {
  state(slots: readonly SlotKind[]): Promise<DeviceUnlock>
  /** The key kept for this computer. Throws `device-unlock-unavailable`, `device-unlock-failed`; nothing is changed then. */
  take(): Promise<Uint8Array>
  /** Adds the device slot and keeps its key sealed. Throws `device-unlock-unavailable`. */
  turnOn(vault: OpenVault): Promise<void>
  turnOff(vault: OpenVault): Promise<void>
  /** A new key for a vault whose data key is rotated: use `key`, then call `keep`. */
  renew(): Promise<{ key: Uint8Array; keep: () => void }>
}

/** The optional second way in: a random key that the system's keyring seals. The password always works as well. */
export function createDeviceKeys(storage: SecureStorage, file: DeviceKeyFile): DeviceKeys {
  async function requireSafe(): Promise<void> {
    if (!(await storage.isSafe())) throw new AppError('device-unlock-unavailable', { backend: storage.backend() })
  }

  async function renew(): Promise<{ key: Uint8Array; keep: () => void }> {
    await requireSafe()
    const key = new Uint8Array(randomBytes(DEVICE_KEY_BYTES))
    const sealed = { backend: storage.backend(), sealed: await storage.seal(key) }
    return {
      key,
      keep: () => {
        file.write(sealed)
      }
    }
  }

  return {
    renew,
    async state(slots) {
      // A keyring that does not answer counts as none.
      if (!(await storage.isSafe().catch(() => false))) return 'unavailable'
      return slots.includes('device') && file.read() !== null ? 'on' : 'off'
    },
    async take() {
      await requireSafe()
      const kept = file.read()
      // Another keyring than the one that sealed it cannot open it; the file stays, for when the old one is back.
      if (kept?.backend !== storage.backend()) throw new AppError('device-unlock-failed', {})
      return storage.unseal(kept.sealed)
    },
    async turnOn(vault) {
      const { key, keep } = await renew()
      // The slot first: when it fails, what opened the vault before still does.
      await vault.setDeviceKey(key)
      keep()
    },
    async turnOff(vault) {
      await vault.setDeviceKey(null)
      file.remove()
    }
  }
}
