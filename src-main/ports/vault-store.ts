import type { AuditEntry, AuditFilter, AuditVerdict } from '@contract/model/audit'
import type { Instant, KeyId } from '@contract/model/base'
import type { KeyChange, KeyDetails, KeyLine, KeyState, KeySummary } from '@contract/model/key'
import type { EnvStore } from './env-store'
import type { ReminderStore } from './reminder-store'
import type { RemoteStore } from './remote-store'
import type { AuditDraft, NewKey } from './store-parts'
import type { UsageStore, ViewStore } from './usage-store'
import type {
  KeyFacets,
  KeyGroup,
  KeyGroupsQuery,
  KeyLinesQuery,
  KeyQuery,
  KeyRowQuery
} from '@contract/model/key-query'

export type { AuditDraft, NewKey } from './store-parts'

/** A key as stored: its status is left to whoever knows the time. */
export type StoredSummary = Omit<KeySummary, 'status'>
export type StoredLine = Omit<KeyLine, 'status'> & Pick<KeySummary, 'state'>
export type StoredKey = Omit<KeyDetails, 'status'>

export interface KeyIdentity {
  readonly id: KeyId
  readonly name: string
  readonly provider: string | null
  readonly project: string | null
  readonly envName: string | null
  readonly fingerprint: string
}

/**
 * The open vault. The interface is synchronous; it lives in the store's worker, and its asynchronous
 * face {@link AsyncVaultStore} is derived from it. Every change takes the audit entry that records it.
 *
 * Throws `disk-full`, `disk-failed`, `vault-damaged`, `vault-read-only`; `key-not-found` where an id is taken.
 */
export interface VaultStore {
  readonly keys: {
    /** `nowIso` decides what is expiring or expired in filters. */
    page(query: KeyQuery, nowIso: Instant): { total: number; rows: number; items: StoredSummary[] }
    lines(query: KeyLinesQuery, nowIso: Instant): StoredLine[]
    /** The ids of the rows that {@link page} would show. */
    ids(query: KeyQuery, nowIso: Instant): KeyId[]
    /** The row of the next key whose name starts so, of the rows {@link page} would show; null where none does. */
    rowOf(query: KeyRowQuery, nowIso: Instant): number | null
    /** The groups those rows stand in, in their order. */
    groups(query: KeyGroupsQuery, nowIso: Instant): KeyGroup[]
    facets(nowIso: Instant): KeyFacets
    get(id: KeyId): StoredKey
    /** The ids of the keys (outside the bin) with exactly this name, or failing that this env name or id. */
    find(name: string): KeyId[]
    add(key: NewKey, audit: AuditDraft): void
    /** What identifies each key outside the bin, for telling whether another file's entry is one of them. */
    identities(): KeyIdentity[]
    /** The fingerprints these secrets would have here. */
    fingerprints(secrets: readonly Uint8Array[]): string[]
    /** Keys outside the bin in the order of their ids, with the secrets that are kept; `after` continues a page. */
    withSecrets(after: KeyId | null, limit: number): { key: StoredKey; secret: Uint8Array | null }[]
    /** All of them or none. Each gets a `key.added` entry with the actor and detail of `audit`; `audit` closes them. */
    addMany(keys: readonly NewKey[], audit: AuditDraft): void
    /** Turning `keep` to `never` removes every stored value of the key for good. */
    edit(id: KeyId, fields: KeyChange, at: Instant, audit: AuditDraft): void
    setState(id: KeyId, state: KeyState, at: Instant, audit: AuditDraft): void
    /** Keeps the value before it (ten at most). */
    replaceSecret(id: KeyId, secret: Uint8Array, preview: string, at: Instant, audit: AuditDraft): void
    /**
     * The value of `version`, or the current one. The bytes are handed over: the store keeps no copy. Counts as a use
     * of the key. On a read-only vault nothing is recorded. Throws `secret-not-kept`.
     */
    secret(
      id: KeyId,
      version: number | null,
      audit: AuditDraft
    ): { secret: Uint8Array; name: string; envName: string | null }
    moveToBin(id: KeyId, at: Instant, audit: AuditDraft): void
    restoreFromBin(id: KeyId, at: Instant, audit: AuditDraft): void
    purge(id: KeyId, audit: AuditDraft): void
    purgeValues(id: KeyId, audit: AuditDraft): void
    /** Removes for good what has lain in the bin since before `before`; answers how many. */
    emptyBin(before: Instant, audit: AuditDraft): number
  }
  readonly audit: {
    append(audit: AuditDraft): void
    /** Newest first. */
    page(query: Partial<AuditFilter> & { before: number | null; limit: number }): AuditEntry[]
    /** Oldest first, from the one that follows `after`. */
    pageAfter(query: Partial<AuditFilter> & { after: number; limit: number }): AuditEntry[]
    count(filter: Partial<AuditFilter>): number
    verify(): AuditVerdict
  }
  readonly remote: RemoteStore
  readonly env: EnvStore
  readonly reminders: ReminderStore
  readonly usage: UsageStore
  readonly views: ViewStore
}

type AsyncFunctions<Group> = {
  readonly [Name in keyof Group]: Group[Name] extends (...args: infer Args) => infer Value
    ? (...args: Args) => Promise<Value>
    : never
}

/** The store as the core sees it: the same methods, each a message to the worker. */
export type AsyncVaultStore = { readonly [Group in keyof VaultStore]: AsyncFunctions<VaultStore[Group]> }

/** What stands in the vault's folder, as far as it can be told while locked. */
export type VaultPresence =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'present'
      /** Made with the vault and never changed; each copy of the vault has the same. */
      readonly vaultId: string
      readonly hint: string
      readonly readOnly: boolean
      readonly slots: readonly SlotKind[]
    }
  | {
      readonly kind: 'damaged'
      readonly code:
        | 'vault-damaged'
        | 'vault-database-empty'
        | 'vault-database-missing'
        | 'vault-header-missing'
        | 'vault-newer'
        | 'vault-folder-unusable'
        | 'vault-folder-missing'
        | 'vault-folder-silent'
        | 'vault-choice-damaged'
      /** The one file it is about, where it is about one. */
      readonly file?: string
    }

export type SlotKind = 'password' | 'recovery' | 'device'

/** What opens a slot. The bytes are zeroed by the vault as soon as they were used, also when it fails. */
export type Opener =
  | { readonly slot: 'password'; readonly password: Uint8Array }
  | { readonly slot: 'recovery'; readonly code: Uint8Array }
  | { readonly slot: 'device'; readonly key: Uint8Array }

/**
 * What opens a vault after its data key was rotated. The password is the present one. A new data key can only be
 * wrapped for who shows a key now, so recovery code and device key are made anew and given here; a null ends that slot.
 */
export interface RotationOpeners {
  readonly password: Uint8Array
  readonly recoveryCode: Uint8Array | null
  readonly deviceKey: Uint8Array | null
}

/** What a backup says of itself. Proven only where a method that took a key answers it. */
export interface BackupSummary {
  readonly file: string
  readonly bytes: number
  readonly vaultId: string
  readonly madeAt: Instant
  readonly keys: number
}

/** The vault's folder: everything that may be done to it whole. Runs in the store's worker. */
export interface VaultHost {
  presence(): Promise<VaultPresence>
  /** Throws `vault-exists`, `vault-folder-unusable`, `disk-full`. Leaves nothing behind when it fails. */
  create(options: { password: Uint8Array; hint: string }): Promise<OpenVault>
  /** Throws `wrong-password` for a wrong password and for a damaged wrapped key alike, and the codes of a damaged vault. */
  open(opener: Opener): Promise<OpenVault>
  /** The backups made on schedule, newest first, as far as it can be told without a key. */
  backups(): Promise<BackupSummary[]>
  /**
   * Proves a backup: its own MAC, each page, SQLite's check, the count of every table. Changes nothing.
   * Throws `backup-damaged`, `file-unreadable`, `wrong-password`, `too-many-attempts`, `no-such-slot`.
   */
  verifyBackup(file: string, opener: Opener): Promise<BackupSummary>
  /**
   * Puts a proven backup in the place of the vault, or makes it the vault of an empty folder. What stood there is
   * moved to `replaced-<date>/`, never overwritten. `opener` is what opened the vault when the backup was made, and
   * opens it afterwards. Throws as {@link VaultHost.verifyBackup} does, `backup-of-another-vault`, `vault-busy` while
   * the vault is open, `disk-full`; then nothing has changed.
   */
  restore(options: { file: string; opener: Opener; at: Instant }): Promise<BackupSummary>
  /** Ends the worker if one is left. */
  dispose(): Promise<void>
}

/** An unlocked vault. After {@link OpenVault.close} every call fails with `vault-locked`. */
export interface OpenVault {
  readonly store: AsyncVaultStore
  readonly readOnly: boolean
  /**
   * Whether the opener fits the password slot; used before dangerous actions. Zeroes the bytes. What programs guess,
   * `fromProgram`, makes programs wait, and not whoever sits at the keyboard.
   */
  confirm(opener: Opener, fromProgram?: boolean): Promise<boolean>
  /** Rewrites the header only. */
  changePassword(password: Uint8Array, hint: string): Promise<void>
  /** Adds or replaces the recovery slot; the code's bytes are zeroed. */
  setRecoveryCode(code: Uint8Array): Promise<void>
  setDeviceKey(key: Uint8Array | null): Promise<void>
  /**
   * A new data key, worked on a copy that is verified and then swapped in. Nobody who held the old data key, an old
   * header or an old backup can open the vault with what they have. Throws `wrong-password`, `too-many-attempts`,
   * `vault-busy` while another process has the vault open, `disk-full`; then the old vault stands untouched.
   */
  rotateDataKey(openers: RotationOpeners): Promise<void>
  /**
   * Writes one encrypted file that holds the whole vault and opens with what opens it now. It is called good only
   * after it was read back and proven, as by {@link VaultHost.verifyBackup}. Throws `file-exists`, `file-unreadable`
   * when it cannot be written there, `disk-full`, `disk-failed`; then no file is left.
   */
  backup(options: { file: string; at: Instant }): Promise<BackupSummary>
  /** The same into the vault's own folder, keeping the `keep` newest. */
  scheduledBackup(options: { at: Instant; keep: number }): Promise<BackupSummary>
  /**
   * Resolves when the vault ended without {@link OpenVault.close} or {@link VaultHost.dispose}: its thread died, or it
   * closed itself because no write could be sure to reach the database that the header names. The keys are gone then,
   * every call fails with `vault-locked`, and the vault can be opened anew; close() need not be called. Never rejects,
   * and stays pending once the vault was closed.
   */
  readonly ended: Promise<void>
  /** Closes the database, zeroes the keys, ends the worker. */
  close(): Promise<void>
}
