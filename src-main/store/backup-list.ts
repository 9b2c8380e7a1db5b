import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '@contract/model/base'
import type { BackupSummary } from '../ports/vault-store'
import { readBackupFile, type BackupFile } from './backup-file'
import type { VaultPaths } from './vault-folder'

const SCHEDULED = /^keyquay-\d{8}T\d{9}Z\.keyquay-backup$/

/** What the scheduled backups say of themselves, newest first; unreadable ones are left out. */
export function listBackups(paths: VaultPaths): BackupSummary[] {
  return scheduledFiles(paths).flatMap((file) => {
    try {
      return [summaryOf(readBackupFile(file))]
    } catch {
      return []
    }
  })
}

/** The name a scheduled backup made at `at` has; names sort by time. */
export function scheduledFile({ backups }: VaultPaths, at: Instant): string {
  return join(backups, `keyquay-${at.replace(/[-:.]/g, '')}.keyquay-backup`)
}

/** Newest first. */
export function scheduledFiles({ backups }: VaultPaths): string[] {
  if (statSync(backups, { throwIfNoEntry: false }) === undefined) return []
  return readdirSync(backups)
    .filter((name) => SCHEDULED.test(name))
    .sort()
    .reverse()
    .map((name) => join(backups, name))
}

export function summaryOf({ file, bytes, manifest }: BackupFile): BackupSummary {
  const { vaultId, madeAt, inventory } = manifest
  return { file, bytes, vaultId, madeAt, keys: inventory.key ?? 0 }
}
