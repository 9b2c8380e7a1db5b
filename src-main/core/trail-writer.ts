import { isAppError } from '@contract/errors'
import type { LockedNotes } from '../ports/locked-notes'
import type { Log } from '../ports/log'
import type { AuditDraft, OpenVault } from '../ports/vault-store'

/**
 * Writes to the audit trail without ever failing: a full disk must not keep anyone out of the vault, nor keep it open.
 * What could not be written waits beside the vault.
 */
export type TrailWriter = (vault: OpenVault, entry: AuditDraft) => Promise<void>

export function createTrailWriter(notes: LockedNotes, log: Log): TrailWriter {
  return async (vault, entry) => {
    if (vault.readOnly) return
    try {
      await vault.store.audit.append(entry)
    } catch (error) {
      notes.add(entry)
      log.warn('not written to the audit trail yet', {
        action: entry.action,
        code: isAppError(error) ? error.code : 'internal'
      })
    }
  }
}
