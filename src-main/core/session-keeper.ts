import type { Instant } from '@contract/model/base'
import type { LockReason, Session } from '@contract/model/session'
import type { AsyncVaultStore, AuditDraft, Opener, OpenVault } from '../ports/vault-store'
import type { Actor } from './actor'

export interface SessionKeeper {
  current(): Session
  /** Looks at the vault's folder. Call once before anything else, and after the folder may have changed. */
  refresh(): Promise<Session>
  /** Makes a vault and leaves it unlocked. Throws `vault-exists`, `vault-folder-unusable`, `disk-full`. */
  create(password: string, hint: string, actor: Actor): Promise<void>
  /**
   * Opens the vault; when it is open already, a password is only proven. Throws `wrong-password`, `too-many-attempts`,
   * `no-such-slot`, `vault-absent`, and the codes of a damaged vault.
   */
  unlock(opener: Opener, actor: Actor): Promise<void>
  /** Proves the password again while unlocked. Throws `wrong-password`, `too-many-attempts`, `vault-locked`. */
  confirm(password: string, actor: Actor): Promise<void>
  /** Tears down in order: what `beforeLock` registered, then the database, the keys, the worker. Never throws. */
  lock(reason: LockReason, actor?: Actor): Promise<void>
  /** Somebody is there: idle time starts anew. */
  touch(): void
  /** Since when it is open, and when it locks if nobody touches it (null: never). Throws `vault-locked`. */
  standing(): { readonly openedAt: Instant; readonly locksAt: Instant | null }
  /** The open vault's store. Throws `vault-locked`. */
  store(): AsyncVaultStore
  /** The open vault. Throws `vault-locked`. */
  vault(): OpenVault
  /** Throws `password-needed-again` when the password was last proven over `withinMinutes` ago. */
  requireRecentPassword(withinMinutes: number): void
  /** The password was just changed by somebody who may: it counts as proven, and a recovery session as ended. */
  passwordWasSet(): void
  /** The answer throws `vault-locked` once this unlocking has ended, also when another one has begun since. */
  hold(): () => void
  /**
   * Writes down what has been done to the vault itself. Never fails: what cannot be written now, because the disk is
   * full or the vault was locked meanwhile, is kept beside the vault until it is open again.
   */
  record(entry: AuditDraft): Promise<void>
  /** Runs `started` after each unlock; `restored`: a backup was put in the vault's place since the last one. Failures are its own. */
  afterUnlock(started: (unlock: { readonly restored: boolean }) => void): void
  /**
   * From now on the open vault may act by itself, at each unlock on this computer. Nothing where it may already. Throws
   * `vault-locked`.
   */
  allow(actor: Actor): Promise<void>
  /** Runs `started` when a vault that was held is allowed to act by itself. Failures are its own. */
  afterAllowing(started: () => void): void
  /** What a restored vault says of providers is held in it: from now on this computer knows it as it stands. Never throws. */
  settled(): Promise<void>
  /** Remembers on this computer how the vault stands, unless it is held. Never throws. */
  keepPlace(): Promise<void>
  /** Runs `teardown` at each lock, before the database closes, in the order registered. */
  beforeLock(teardown: () => Promise<void> | void): void
}
