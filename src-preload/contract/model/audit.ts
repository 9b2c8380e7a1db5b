import { z } from 'zod'
import { instant, keyId } from './base'

export const auditAction = z.enum([
  'vault.created',
  'vault.unlocked',
  'vault.unlock-failed',
  'vault.locked',
  'vault.password-changed',
  'vault.recovery-code-made',
  'vault.recovery-kit-saved',
  'vault.device-unlock-changed',
  'vault.data-key-rotated',
  'vault.backup-made',
  'vault.restored',
  'vault.allowed',
  'vault.exported',
  'vault.imported',
  'key.added',
  'key.edited',
  'key.value-replaced',
  'key.values-purged',
  'key.revealed',
  'key.copied',
  'key.given-to-command',
  'key.deleted',
  'key.restored',
  'key.purged',
  'settings.changed',
  'connection.added',
  'connection.edited',
  'connection.removed',
  'key.created',
  'key.adopted',
  'key.shown-once',
  'key.changed-at-provider',
  'key.synced',
  'key.disabled',
  'key.enabled',
  'key.renewed',
  'key.revoked',
  'key.untied',
  'key.policy-set',
  'rotation.started',
  'rotation.value-made',
  'rotation.files-written',
  'rotation.verified',
  'rotation.failed',
  'rotation.finished',
  'rotation.aborted',
  'request.unfinished',
  'request.settled',
  'env.written',
  'env.bound',
  'env.unbound',
  'env.undone',
  'env.taken-over',
  'project.added',
  'project.renamed',
  'project.removed',
  'reminder.rule-set',
  'reminder.dismissed',
  'channel.set',
  'channel.removed',
  'grant.given',
  'grant.refused',
  'grant.revoked'
])
export type AuditAction = z.infer<typeof auditAction>

/** One link of the audit trail. `hash` covers the entry and the link before it. */
export const auditEntry = z.strictObject({
  sequence: z.int().positive(),
  at: instant,
  action: auditAction,
  /** Where it came from: the window, the command line, or the app by itself. */
  actor: z.enum(['window', 'cli', 'app']),
  keyId: keyId.nullable(),
  keyName: z.string().nullable(),
  detail: z.string(),
  hash: z.string()
})
export type AuditEntry = z.infer<typeof auditEntry>

/** Which entries: what is left empty or null asks nothing. */
export const auditFilter = z.strictObject({
  keyId: keyId.nullable().default(null),
  actions: z.array(auditAction).max(100).default([]),
  actors: z.array(auditEntry.shape.actor).max(3).default([]),
  /** From the one up to, but without, the other. */
  from: instant.nullable().default(null),
  until: instant.nullable().default(null)
})
export type AuditFilter = z.output<typeof auditFilter>

/** `brokenAt` is the first link that does not fit; what stands before it is whole. */
export const auditVerdict = z.strictObject({
  whole: z.boolean(),
  entries: z.int().nonnegative(),
  since: instant.nullable(),
  brokenAt: z.int().positive().nullable()
})
export type AuditVerdict = z.infer<typeof auditVerdict>
