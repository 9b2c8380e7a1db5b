import type { Instant, KeyId } from '@contract/model/base'
import type { BindingId, EnvUndo, ProjectId, UndoId } from '@contract/model/env'
import type { StoreChange } from './remote-store'
import type { AuditDraft } from './store-parts'

/** What file and vault last agreed on. Digests are the vault's own fingerprints. */
export interface Agreement {
  readonly digest: string | null
  /** The key's version then. */
  readonly version: number | null
  readonly at: Instant | null
}

/** A name in a file that holds a key's value. */
export interface BindingFields {
  readonly id: BindingId
  readonly keyId: KeyId
  /** Real and absolute. */
  readonly file: string
  /** The folder outside of which nothing is read or written for it. */
  readonly root: string
  readonly name: string
  readonly agreed: Agreement
}

export interface StoredBinding extends Omit<BindingFields, 'keyId'> {
  /** Null when the key was removed for good. */
  readonly keyId: KeyId | null
  readonly keyName: string
  /** Of a key in the bin or gone, nothing is written any more. */
  readonly isOrphan: boolean
  readonly hasSecret: boolean
  /** Of the key's present value; empty when it was never known here. */
  readonly fingerprint: string
  readonly version: number
}

export interface StoredProject {
  readonly id: ProjectId
  readonly name: string
  /** Real and absolute. */
  readonly folder: string
}

export interface StoredUndo extends Omit<EnvUndo, 'possible'> {
  readonly root: string
  /** The keys that were written: where one is removed for good, so are the bytes that hold it. */
  readonly keyIds: readonly KeyId[]
  /** Of the whole file as the write left it. */
  readonly digest: string
  /** Bindings as they were before; `agreed` null for one that the write made. */
  readonly bindings: readonly { readonly id: BindingId; readonly agreed: Agreement | null }[]
}

/** Whose value a text is. */
export interface Holder {
  /** Of the text among those asked about. */
  readonly index: number
  readonly keyId: KeyId | null
  /** Of the key, or of the connection whose credential it is. */
  readonly name: string
  readonly provider: string | null
  readonly preview: string
  /** A value that was replaced meanwhile. */
  readonly former: boolean
  readonly isTied: boolean
}

/** One change. A list of them is carried out in one transaction, all or none. */
export type EnvChange =
  | { readonly op: 'save-binding'; readonly binding: BindingFields }
  | { readonly op: 'drop-binding'; readonly id: BindingId }
  /** Null drops it. */
  | { readonly op: 'set-agreement'; readonly id: BindingId; readonly agreed: Agreement | null }
  | { readonly op: 'save-project'; readonly project: StoredProject }
  | { readonly op: 'drop-project'; readonly id: ProjectId }
  /** `before` null: there was no file. The newest are kept. */
  | { readonly op: 'save-undo'; readonly undo: StoredUndo; readonly before: Uint8Array | null }
  | { readonly op: 'drop-undo'; readonly id: UndoId }
  | {
      readonly op: 'change-key'
      readonly change: Extract<StoreChange, { op: 'add-key' | 'edit-key' | 'replace-secret' | 'note-use' }>
    }

/** Which env files hold which keys, projects, and what writes can be undone. Part of the open vault. */
export interface EnvStore {
  /** By file and name. */
  bindings(keyId: KeyId | null): StoredBinding[]
  /** By name. */
  projects(): StoredProject[]
  /** Newest first. */
  undos(): StoredUndo[]
  /** The bytes before that write, handed over; null when there was no file. Throws `undo-not-found`. */
  undoBytes(id: UndoId): { before: Uint8Array | null }
  /** Which of these texts are values of the vault, now or formerly. */
  holders(texts: readonly string[]): Holder[]
  /** Carries out all of it with its audit entries, in one transaction, or nothing. */
  apply(changes: readonly EnvChange[], audit: readonly AuditDraft[]): void
}
