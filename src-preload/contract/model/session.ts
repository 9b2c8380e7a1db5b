import { z } from 'zod'
import { instant } from './base'
import { settings } from './settings'

/** `absent`: no vault in the folder. `damaged`: one is there and cannot be read; nothing is ever written to it. */
export const sessionPhase = z.enum(['absent', 'damaged', 'locked', 'unlocking', 'unlocked', 'locking'])
export type SessionPhase = z.infer<typeof sessionPhase>

export const lockReason = z.enum(['start', 'user', 'idle', 'suspend', 'screen-lock', 'quit', 'failure'])
export type LockReason = z.infer<typeof lockReason>

/** `unavailable`: this computer has no keyring that would keep a key safe. */
export const deviceUnlock = z.enum(['unavailable', 'off', 'on'])
export type DeviceUnlock = z.infer<typeof deviceUnlock>

/**
 * `new`: this computer was never told that the vault may act by itself. `older`: it knew a later state of it, so that
 * what the vault says of providers may long be otherwise.
 */
export const vaultHold = z.enum(['new', 'older'])
export type VaultHold = z.infer<typeof vaultHold>

/** What a held vault would do by itself if it were allowed. */
export const heldBack = z.strictObject({
  /** Rotations that are not at their end. */
  rotations: z.int().nonnegative(),
  /** Keys whose policy rotates or renews them by itself. */
  policies: z.int().nonnegative(),
  /** Reminders on their way to a channel. */
  deliveries: z.int().nonnegative(),
  /** The folders with files in which values of keys stand, and are written by a rotation. */
  folders: z.array(z.string()),
  moreFolders: z.int().nonnegative(),
  /** Whom it would speak to: the providers of its connections, and where its channels send reminders. */
  hosts: z.array(z.string()),
  moreHosts: z.int().nonnegative()
})
export type HeldBack = z.infer<typeof heldBack>

export const session = z.strictObject({
  phase: sessionPhase,
  /** Why it is locked; null in every other phase. */
  lockReason: lockReason.nullable(),
  /** The error code that says why the vault is damaged or why it is read-only; null otherwise. */
  trouble: z.string().nullable(),
  /** The file that is damaged or missing, where it is one; null otherwise. */
  troubleFile: z.string().nullable(),
  /** The hint its owner wrote when making the vault. Readable while locked: its owner was told so. */
  hint: z.string(),
  readOnly: z.boolean(),
  /** The other ways in that this vault has, and whether this computer can keep a key for it. */
  recoveryCode: z.boolean(),
  deviceUnlock,
  /** Opened with the recovery code: the first thing to do is to set a password. */
  needsNewPassword: z.boolean(),
  /** Why the open vault is kept from acting by itself; null when it may. */
  holds: vaultHold.nullable(),
  vaultName: z.string()
})
export type Session = z.infer<typeof session>

/** What Keyquay has on the clipboard now. */
export const clipboardLease = z.strictObject({
  keyName: z.string().nullable(),
  clearsAt: instant.nullable()
})
export type ClipboardLease = z.infer<typeof clipboardLease>

/** All a window needs to start; events with a higher `revision` follow. */
export const snapshot = z.strictObject({
  revision: z.int().nonnegative(),
  version: z.string(),
  platform: z.enum(['darwin', 'linux', 'win32']),
  vaultFolder: z.string(),
  session,
  clipboard: clipboardLease,
  settings
})
export type Snapshot = z.infer<typeof snapshot>
