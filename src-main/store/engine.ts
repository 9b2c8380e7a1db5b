import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError, isAppError } from '@contract/errors'
import type { Instant } from '@contract/model/base'
import { calibrateCost, type KdfCost } from '../crypto/argon2'
import type { Secret } from '../crypto/secret'
import { sameBytes } from '../crypto/wrap'
import type { BackupSummary, Opener, RotationOpeners, VaultStore } from '../ports/vault-store'
import { makeBackup, makeBackupBefore, makeScheduledBackup, proveBackup } from './backup'
import { readBackupFile, type BackupFile } from './backup-file'
import { createVault } from './create-vault'
import { makeKeySlot, makePasswordSlot, openSlot } from './header-slots'
import { schemaVersion } from './migrate'
import type { Migration } from './migrations'
import { tidy } from './replace-file'
import { refuseOtherVault, restoreBackup } from './restore'
import { rotateDataKey } from './rotate-data-key'
import { closeSession, followHeader, openSession, type Session } from './session'
import { checkHeader, sealHeader, type HeaderContent, type VaultHeader } from './vault-header'
import { checkDatabase, isCurrentHeader, readHeader, removeUnfinished, vaultPaths, writeHeader } from './vault-folder'

export interface EngineOptions {
  readonly folder: string
  /** What a new password slot costs; calibrated on this machine when left out. */
  readonly cost?: KdfCost | undefined
  /** The steps of the schema; tests add some that no release has. */
  readonly steps?: readonly Migration[] | undefined
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
  backup(options: { file: string; at: Instant }): Promise<BackupSummary>
  scheduledBackup(options: { at: Instant; keep: number }): Promise<BackupSummary>
  verifyBackup(file: string, opener: Opener): Promise<BackupSummary>
  restore(options: { file: string; opener: Opener; at: Instant }): Promise<BackupSummary>
  close(): Promise<void>
  /** Whether the session ended by itself, after a swap that failed or that another process made. */
  hasEnded(): boolean
  /** The open store. Throws `vault-locked`. */
  store(): VaultStore
}

async function openBackup(backup: BackupFile, opener: Opener): Promise<Secret> {
  const dataKey = await openSlot(backup.header, opener)
  try {
    checkHeader(backup.header, dataKey, backup.file)
    return dataKey
  } catch {
    dataKey.dispose()
    throw new AppError('backup-damaged', { file: backup.file })
  }
}

export function createEngine({ folder, cost, steps }: EngineOptions): VaultEngine {
  const paths = vaultPaths(folder)
  let session: Session | null = null

  function opened(): Session {
    if (session === null || session.closed) throw new AppError('vault-locked', {})
    return session
  }

  function enter(header: VaultHeader, dataKey: Secret): Opened {
    if (session !== null) {
      dataKey.dispose()
      throw new AppError('vault-busy', {})
    }
    session = openSession(paths, header, dataKey, {
      steps,
      beforeFirst(connection) {
        const source = { paths, header, dataKey, connection, scratch: null }
        makeBackupBefore(source, schemaVersion(connection), new Date().toISOString())
      }
    })
    return { readOnly: session.readOnly }
  }

  function presentHeader(): VaultHeader {
    const header = readHeader(paths)
    if (header === null) throw new AppError('vault-absent', { folder })
    checkDatabase(paths, header)
    return header
  }

  function isSuperseded(header: VaultHeader): boolean {
    try {
      return !isCurrentHeader(paths, header)
    } catch {
      return false
    }
  }

  // Once only, and without a word on whether the opener would have fitted the vault that stood here before.
  async function openSwapped(opener: Opener): Promise<Opened> {
    const header = presentHeader()
    const dataKey = await openSlot(header, opener).catch(() => {
      throw new AppError('vault-busy', {})
    })
    try {
      return enter(header, dataKey)
    } catch (error) {
      throw isSuperseded(header) ? new AppError('vault-busy', {}) : error
    }
  }

  function rewriteHeader(change: (header: VaultHeader) => HeaderContent): void {
    const current = writable()
    const sealed = sealHeader(change(current.header), current.dataKey)
    writeHeader(paths, sealed)
    current.header = sealed
  }

  // Another process may have changed a slot since the vault was opened: what it wrote is kept.
  function upToDate(): Session {
    const current = opened()
    followHeader(current)
    return current
  }

  function writable(): Session {
    if (opened().readOnly) throw new AppError('vault-read-only', { folder })
    return upToDate()
  }

  async function confirm(opener: Opener): Promise<boolean> {
    const { header } = upToDate()
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
        if (!isSuperseded(header))
          tidy(() => {
            removeUnfinished(paths)
          })
        throw error
      }
    },

    async open(opener) {
      const header = presentHeader()
      const dataKey = await openSlot(header, opener)
      try {
        return enter(header, dataKey)
      } catch (error) {
        if (!isSuperseded(header)) throw error
        // Another process swapped the vault while the opener was tried.
        return openSwapped(opener)
      }
    },

    confirm,

    async changePassword(password, hint) {
      const { header, dataKey } = opened()
      const next = await makePasswordSlot(header.vaultId, dataKey, password, cost ?? (await calibrateCost()))
      rewriteHeader((found) => ({ ...found, hint, slots: { ...found.slots, password: next } }))
    },

    // eslint-disable-next-line @typescript-eslint/require-await -- fails as a promise, like its siblings
    async setRecoveryCode(code) {
      const { header, dataKey } = opened()
      const recovery = makeKeySlot(header.vaultId, 'recovery', dataKey, code)
      rewriteHeader((found) => ({ ...found, slots: { ...found.slots, recovery } }))
    },

    // eslint-disable-next-line @typescript-eslint/require-await -- see above
    async setDeviceKey(key) {
      const { header, dataKey } = opened()
      const device = key === null ? null : makeKeySlot(header.vaultId, 'device', dataKey, key)
      rewriteHeader((found) => ({ ...found, slots: { ...found.slots, device } }))
    },

    async rotateDataKey(openers) {
      if (!(await confirm({ slot: 'password', password: openers.password }))) {
        throw new AppError('wrong-password', { retryAfterMs: 0 })
      }
      await rotateDataKey(writable(), openers)
    },

    // eslint-disable-next-line @typescript-eslint/require-await -- see above
    async backup({ file, at }) {
      return makeBackup(upToDate(), file, at)
    },

    // eslint-disable-next-line @typescript-eslint/require-await -- see above
    async scheduledBackup({ at, keep }) {
      return makeScheduledBackup(writable(), at, keep)
    },

    async verifyBackup(file, opener) {
      const backup = readBackupFile(file)
      const dataKey = await openBackup(backup, opener)
      const scratch = mkdtempSync(join(tmpdir(), 'keyquay-'))
      try {
        return proveBackup(backup, dataKey, scratch)
      } finally {
        dataKey.dispose()
        tidy(() => {
          rmSync(scratch, { recursive: true, force: true })
        })
      }
    },

    async restore({ file, opener, at }) {
      const backup = readBackupFile(file)
      refuseOtherVault(paths, backup)
      const dataKey = await openBackup(backup, opener)
      try {
        return restoreBackup(paths, backup, dataKey, at)
      } finally {
        dataKey.dispose()
      }
    },

    // eslint-disable-next-line @typescript-eslint/require-await -- see above
    async close() {
      const closing = session
      session = null
      if (closing !== null) closeSession(closing)
    },

    hasEnded: () => session?.closed === true,

    store: () => opened().store
  }
}
