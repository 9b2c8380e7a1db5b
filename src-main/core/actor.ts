import type { AuditAction, AuditEntry } from '@contract/model/audit'
import type { KeyId } from '@contract/model/base'
import type { AuditDraft } from '../ports/vault-store'

/** Who asked: the window, the command line, or the app by itself. */
export type Actor = AuditEntry['actor']

/** An audit entry for something done now. `detail` is plain words, never a secret. */
export function auditOf(
  action: AuditAction,
  actor: Actor,
  nowMs: number,
  keyId: KeyId | null = null,
  detail = ''
): AuditDraft {
  return { at: new Date(nowMs).toISOString(), action, actor, keyId, detail }
}
