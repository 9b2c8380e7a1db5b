import { AppError, isAppError } from '@contract/errors'
import { calibrateCost, type KdfCost } from '../crypto/argon2'
import { sameBytes } from '../crypto/wrap'
import type { Opener, RotationOpeners, VaultStore } from '../ports/vault-store'
import { createVault } from './create-vault'
import { makeKeySlot, makePasswordSlot, openSlot } from './header-slots'
import { rotateDataKey } from './rotate-data-key'
import { closeSession, openSession, type Session } from './session'
import { checkHeader, sealHeader, type HeaderContent, type VaultHeader } from './vault-header'
import { checkDatabase, readHeader, removeUnfinished, vaultPaths, writeHeader } from './vault-folder'

export interface EngineOptions {
  readonly folder: string
  /** What a new password slot costs; calibrated on this machine when left out. */
  readonly cost?: KdfCost | undefined
}

/** What opening a vault tells. */
export interface Opened {
  readonly readOnly: boolean
}

/** One vault's folder and at most one session on it: all that runs on the store's thread. */
export interface VaultEngine {
  create(options: { password: Uint8Array; hint: string }): Promise<Opened>
  open(opener: Opener): Promise<Opened>
  confirm(opener: Opener): Promise<boolean>
  changePassword(password: Uint8Array, hint: string): Promise<void>
  setRecoveryCode(code: Uint8Array): Promise<void>
  setDeviceKey(key: Uint8Array | null): Promise<void>
  rotateDataKey(openers: RotationOpeners): Promise<void>
  close(): Promise<void>
  /** The open store. Throws `vault-locked`. */
  store(): VaultStore
}

export function createEngine({ folder, cost }: EngineOptions): VaultEngine {
  const paths = vaultPaths(folder)
  let session: Session | null = null

  function opened(): Session {
    if (session === null || session.closed) throw new AppError('vault-locked', {})
    return session
  }

  function enter(header: VaultHeader, dataKey: Parameters<typeof openSession>[2]): Opened {
    if (session !== null) {
      dataKey.dispose()
      throw new AppError('vault-busy', {})
    }
    session = openSession(paths, header, dataKey, () => undefined)
    return { readOnly: session.readOnly }
  }

  function rewriteHeader(change: (header: VaultHeader) => HeaderContent): void {
    const current = opened()
    if (current.readOnly) throw new AppError('vault-read-only', { folder })
    // Another process may have changed a slot since: what it wrote is kept.
    const header = readHeader(paths)
    if (header === null) throw new AppError('vault-header-missing', { file: paths.header })
    checkHeader(header, current.dataKey, paths.header)
    const sealed = sealHeader(change(header), current.dataKey)
    writeHeader(paths, sealed)
    current.header = sealed
  }

  async function confirm(opener: Opener): Promise<boolean> {
    const { header } = opened()
    try {
      const dataKey = await openSlot(header, opener)
      try {
        return opened().dataKey.use((own) => dataKey.use((found) => sameBytes(own, found)))
      } finally {
        dataKey.dispose()
      }
    } catch (error) {
      if (isAppError(error, 'wrong-password') || isAppError(error, 'device-unlock-failed')) return false
      throw error
    }
  }

  return {
    async create({ password, hint }) {
      const { header, dataKey } = await createVault(paths, {
        password,
        hint,
        cost: cost ?? (await calibrateCost()),
        at: new Date().toISOString()
      })
      try {
        return enter(header, dataKey)
      } catch (error) {
        removeUnfinished(paths)
        throw error
      }
    },

    async open(opener) {
      const header = readHeader(paths)
      if (header === null) throw new AppError('vault-absent', { folder })
      checkDatabase(paths, header)
      return enter(header, await openSlot(header, opener))
    },

    confirm,

    async changePassword(password, hint) {
      const { header, dataKey } = opened()
      const next = await makePasswordSlot(header.vaultId, dataKey, password, cost ?? (await calibrateCost()))
      rewriteHeader((found) => ({ ...found, hint, slots: { ...found.slots, password: next } }))
    },

    async setRecoveryCode(code) {
      const { header, dataKey } = opened()
      const recovery = makeKeySlot(header.vaultId, 'recovery', dataKey, code)
      rewriteHeader((found) => ({ ...found, slots: { ...found.slots, recovery } }))
    },

    async setDeviceKey(key) {
      const { header, dataKey } = opened()
      const device = key === null ? null : makeKeySlot(header.vaultId, 'device', dataKey, key)
      rewriteHeader((found) => ({ ...found, slots: { ...found.slots, device } }))
    },

    async rotateDataKey(openers) {
      if (!(await confirm({ slot: 'password', password: openers.password }))) {
        throw new AppError('wrong-password', { retryAfterMs: 0 })
      }
      await rotateDataKey(opened(), openers)
    },

    async close() {
      const closing = session
      session = null
      if (closing !== null) closeSession(closing)
    },

    store: () => opened().store
  }
}
