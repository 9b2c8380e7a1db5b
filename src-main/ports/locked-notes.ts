import type { AuditDraft } from './store-parts'

/**
 * What happened while the vault was locked, in a file of mode 0600 until the audit trail can take it:
 * times and actions, never a name. Best effort: a note that cannot be kept is dropped.
 */
export interface LockedNotes {
  add(note: AuditDraft): void
  /** All notes, oldest first; the file is empty afterwards. */
  take(): readonly AuditDraft[]
}
