import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '@contract/model/base'
import type { BackupSummary } from '../ports/vault-store'
import { readBackupFile, type BackupFile } from './backup-file'
import { hasOwnBackups, type VaultPaths } from './vault-folder'

const SCHEDULED = /^keyquay-(\d{8}T\d{9}Z)(?:-(\d+))?\.keyquay-backup$/

/** What the scheduled backups say of themselves, newest first; unreadable ones are left out. */
export function listBackups(paths: VaultPaths): BackupSummary[] {
  return scheduledBackups(paths).flatMap(({ file }) => {
    try {
      return [summaryOf(readBackupFile(file))]
    } catch {
      return []
    }
  })
}

/** The name a scheduled backup made at `at` has; `number` tells those of the same millisecond apart. */
export function scheduledFile({ backups }: VaultPaths, at: Instant, number = 1): string {
  const counter = number === 1 ? '' : `-${String(number)}`
  return join(backups, `keyquay-${momentOf(at)}${counter}.keyquay-backup`)
}

/**
 * The scheduled backups of its vault beyond the `keep` newest, once `made` was made at `at`, which always stays. One
 * from the future was named by a clock that was wrong: it says nothing of its age, and goes before all others. Those of
 * another vault are not this one's to remove, nor are those that do not say whose they are.
 */
export function surplusFiles(paths: VaultPaths, made: BackupSummary, at: Instant, keep: number): string[] {
  const others = scheduledBackups(paths).filter(({ file }) => file !== made.file && vaultOf(file) === made.vaultId)
  const isFuture = ({ moment }: Scheduled): boolean => moment > momentOf(at)
  const byWorth = [...others.filter((one) => !isFuture(one)), ...others.filter(isFuture)]
  return byWorth.slice(Math.max(keep, 1) - 1).map(({ file }) => file)
}

interface Scheduled {
  readonly file: string
  readonly moment: string
  readonly number: number
}

/** Newest first, as far as their names tell. */
function scheduledBackups(paths: VaultPaths): Scheduled[] {
  if (!hasOwnBackups(paths)) return []
  return readdirSync(paths.backups, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ name }) => {
      const [, moment, number] = SCHEDULED.exec(name) ?? []
      return moment === undefined ? [] : [{ file: join(paths.backups, name), moment, number: Number(number ?? 1) }]
    })
    .sort((one, other) =>
      one.moment === other.moment ? other.number - one.number : one.moment < other.moment ? 1 : -1
    )
}

function vaultOf(file: string): string | null {
  try {
    return readBackupFile(file).manifest.vaultId
  } catch {
    return null
  }
}

function momentOf(at: Instant): string {
  return at.replace(/[-:.]/g, '')
}

export function summaryOf({ file, bytes, manifest }: BackupFile): BackupSummary {
  const { vaultId, madeAt, inventory } = manifest
  return { file, bytes, vaultId, madeAt, keys: inventory.key ?? 0 }
}
