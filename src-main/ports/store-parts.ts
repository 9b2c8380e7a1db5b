import type { AuditAction, AuditEntry } from '@contract/model/audit'
import type { Instant, KeyId } from '@contract/model/base'
import type { KeyFields, KeyState } from '@contract/model/key'

/** What the audit trail records of a change; the store links it to the chain in the same transaction. */
export interface AuditDraft {
  readonly at: Instant
  readonly action: AuditAction
  readonly actor: AuditEntry['actor']
  readonly keyId: KeyId | null
  /** Plain words without a secret, at most 500 characters. */
  readonly detail: string
}

export interface NewKey {
  readonly id: KeyId
  readonly fields: KeyFields
  readonly state: KeyState
  readonly preview: string
  /** Null when nobody here knows it (found at the provider). With `keep: never` only its fingerprint is stored. */
  readonly secret: Uint8Array | null
  readonly at: Instant
}
