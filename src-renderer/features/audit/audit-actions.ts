import type { AuditAction } from '@contract/model/audit'

// The contract's list is a schema; the window carries no validator, so the compiler holds this one complete.
const known: Readonly<Record<AuditAction, true>> = {
  'vault.created': true,
  'vault.unlocked': true,
  'vault.unlock-failed': true,
  'vault.locked': true,
  'vault.password-changed': true,
  'vault.recovery-code-made': true,
  'vault.data-key-rotated': true,
  'vault.device-unlock-changed': true,
  'vault.backup-made': true,
  'vault.restored': true,
  'vault.exported': true,
  'vault.imported': true,
  'key.added': true,
  'key.edited': true,
  'key.value-replaced': true,
  'key.values-purged': true,
  'key.revealed': true,
  'key.copied': true,
  'key.deleted': true,
  'key.restored': true,
  'key.purged': true,
  'settings.changed': true
}

/** Every action the trail can record. */
export const auditActions = Object.keys(known) as AuditAction[]
