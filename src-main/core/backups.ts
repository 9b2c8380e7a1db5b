import { isAppError } from '@contract/errors'
import type { BackupSummary } from '@contract/model/backup'
import { passwordBytes } from '../crypto/password'
import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'
import type { BackupSummary as StoredSummary, VaultHost } from '../ports/vault-store'
import { auditOf, type Actor } from './actor'
import type { SessionKeeper } from './session-keeper'

const DAY_MS = 86_400_000
const LOOK_EVERY_MS = 3_600_000

export interface Backups {
  /** Newest first. */
  list(): Promise<BackupSummary[]>
  make(actor: Actor): Promise<BackupSummary>
  save(file: string, actor: Actor): Promise<BackupSummary>
  verify(file: string, password: string): Promise<BackupSummary>
  /** Locks, then puts the backup in the vault's place. When it fails nothing has changed. */
  restore(file: string, password: string, actor: Actor): Promise<BackupSummary>
  /**
   * Makes a backup if the newest is older than the settings ask, after `inMs` and from time to time while unlocked.
   * The store can answer nothing else meanwhile: a window shows its keys first.
   */
  keepUp(inMs: number): void
}

interface Parts {
  readonly host: VaultHost
  readonly session: SessionKeeper
  readonly clock: Clock
  readonly log: Log
  readonly settings: () => { readonly backupEveryDays: number; readonly backupsKept: number }
}

export function createBackups({ host, session, clock, log, settings }: Parts): Backups {
  const now = (): string => new Date(clock.nowMs()).toISOString()
  let cancelLook: (() => void) | null = null

  async function record(actor: Actor, detail: string): Promise<void> {
    await session.record(auditOf('vault.backup-made', actor, clock.nowMs(), null, detail))
  }

  async function make(actor: Actor): Promise<BackupSummary> {
    const made = await session.vault().scheduledBackup({ at: now(), keep: settings().backupsKept })
    await record(actor, actor === 'app' ? 'on schedule' : 'by hand')
    return toSummary(made)
  }

  async function look(): Promise<void> {
    cancelLook = clock.after(LOOK_EVERY_MS, () => void look())
    const days = settings().backupEveryDays
    if (days === 0 || session.current().readOnly) return
    try {
      const newest = (await host.backups())[0]
      // A clock that was set back must not keep a backup from being made for years.
      const ageMs =
        newest === undefined ? Number.POSITIVE_INFINITY : Math.abs(clock.nowMs() - Date.parse(newest.madeAt))
      if (ageMs >= days * DAY_MS && session.current().phase === 'unlocked') await make('app')
    } catch (error) {
      log.warn('scheduled backup not made', { code: isAppError(error) ? error.code : 'internal' })
    }
  }

  session.beforeLock(() => {
    cancelLook?.()
    cancelLook = null
  })

  return {
    list: async () => (await host.backups()).map(toSummary),
    make,
    async save(file, actor) {
      const made = await session.vault().backup({ file, at: now() })
      await record(actor, 'to a file')
      return toSummary(made)
    },
    verify: async (file, password) =>
      toSummary(await host.verifyBackup(file, { slot: 'password', password: passwordBytes(password) })),
    async restore(file, password, actor) {
      await host.verifyBackup(file, { slot: 'password', password: passwordBytes(password) })
      await session.lock('user', actor)
      const restored = await host.restore({
        file,
        opener: { slot: 'password', password: passwordBytes(password) },
        at: now()
      })
      await session.record(auditOf('vault.restored', actor, clock.nowMs()))
      await session.refresh()
      return toSummary(restored)
    },
    keepUp(inMs) {
      cancelLook?.()
      if (inMs > 0) cancelLook = clock.after(inMs, () => void look())
      else void look()
    }
  }
}

function toSummary({ file, bytes, madeAt, keys }: StoredSummary): BackupSummary {
  return { file, bytes, madeAt, keys }
}
