import { AppError, isAppError } from '@contract/errors'
import type { LockReason, Session } from '@contract/model/session'
import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'
import { passwordBytes } from '../crypto/password'
import type { LockedNotes } from '../ports/locked-notes'
import type {
  AsyncVaultStore,
  AuditDraft,
  Opener,
  OpenVault,
  SlotKind,
  VaultHost,
  VaultPresence
} from '../ports/vault-store'
import { auditOf, type Actor } from './actor'
import type { DeviceKeys } from './device-unlock'
import { createIdleWatch } from './idle-watch'

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
  /** Proves the password again while unlocked. Throws `wrong-password`, `vault-locked`. */
  confirm(password: string): Promise<void>
  /** Tears down in order: what `beforeLock` registered, then the database, the keys, the worker. Never throws. */
  lock(reason: LockReason, actor?: Actor): Promise<void>
  /** Somebody is there: idle time starts anew. */
  touch(): void
  /** The open vault's store. Throws `vault-locked`. */
  store(): AsyncVaultStore
  /** The open vault. Throws `vault-locked`. */
  vault(): OpenVault
  /** Throws `password-needed-again` when the password was last proven over `withinMinutes` ago. */
  requireRecentPassword(withinMinutes: number): void
  /** The password was just changed by somebody who may: it counts as proven, and a recovery session as ended. */
  passwordWasSet(): void
  /** Keeps an entry for the audit trail until the vault is open again. */
  noteWhileLocked(note: AuditDraft): void
  /** Runs `started` after each unlock. Failures are its own. */
  afterUnlock(started: () => void): void
  /** Runs `teardown` at each lock, before the database closes, in the order registered. */
  beforeLock(teardown: () => Promise<void> | void): void
}

interface Parts {
  readonly host: VaultHost
  readonly clock: Clock
  readonly log: Log
  readonly vaultName: string
  readonly device: Pick<DeviceKeys, 'state'>
  readonly notes: LockedNotes
  readonly autoLockMinutes: () => number
  readonly changed: (session: Session) => void
}

/**
 * The one state machine of the vault: absent or damaged or locked → unlocking → unlocked → locking → locked.
 * A lock that is asked for while unlocking is carried out as soon as the unlock ends.
 */
export function createSession(parts: Parts): SessionKeeper {
  const { host, clock, log } = parts
  const teardowns: (() => Promise<void> | void)[] = []
  const starts: (() => void)[] = []
  let open: OpenVault | null = null
  let passwordProvenAtMs = Number.NEGATIVE_INFINITY
  let lockWanted: LockReason | null = null
  let locking: Promise<void> | null = null
  let session: Session = {
    phase: 'locked',
    lockReason: 'start',
    trouble: null,
    hint: '',
    readOnly: false,
    recoveryCode: false,
    deviceUnlock: 'unavailable',
    needsNewPassword: false,
    vaultName: parts.vaultName
  }
  const idle = createIdleWatch(clock, parts.autoLockMinutes, () => void lock('idle', 'app'))

  function set(change: Partial<Session>): void {
    session = { ...session, ...change }
    parts.changed(session)
  }

  /** What the folder says; while the vault is open or being opened, the phase is the session's own. */
  async function look(): Promise<Partial<Session>> {
    const presence = await host.presence()
    const slots = presence.kind === 'present' ? presence.slots : []
    const ways = { recoveryCode: slots.includes('recovery'), deviceUnlock: await parts.device.state(slots) }
    if (open === null) return { ...phaseOf(presence), ...ways, needsNewPassword: false }
    return presence.kind === 'present' ? { hint: presence.hint, ...ways } : ways
  }

  async function refresh(): Promise<Session> {
    if (session.phase !== 'unlocking' && session.phase !== 'locking') set(await look())
    return session
  }

  async function enter(
    opening: Promise<OpenVault>,
    action: 'vault.created' | 'vault.unlocked',
    slot: SlotKind,
    actor: Actor
  ): Promise<void> {
    set({ phase: 'unlocking', lockReason: null })
    try {
      open = await opening
    } catch (error) {
      lockWanted = null
      if (isAppError(error, 'wrong-password')) {
        parts.notes.add(auditOf('vault.unlock-failed', actor, clock.nowMs(), null, slot))
      }
      set(await look())
      throw error
    }
    // The keyring proves that this is the computer, not who sits at it.
    if (slot !== 'device') passwordProvenAtMs = clock.monotonicMs()
    for (const note of parts.notes.take()) await record(open, note)
    await record(open, auditOf(action, actor, clock.nowMs(), null, slot))
    set({
      ...(await look()),
      phase: 'unlocked',
      lockReason: null,
      trouble: null,
      readOnly: open.readOnly,
      needsNewPassword: slot === 'recovery'
    })
    idle.start()
    for (const start of starts) start()
    if (lockWanted !== null) await lock(lockWanted)
  }

  /** A full disk must not keep anyone out of the vault, nor keep it open: what could not be written is logged. */
  async function record(vault: OpenVault, entry: AuditDraft): Promise<void> {
    if (vault.readOnly) return
    try {
      await vault.store.audit.append(entry)
    } catch (error) {
      log.warn('not written to the audit trail', {
        action: entry.action,
        code: isAppError(error) ? error.code : 'internal'
      })
    }
  }

  async function tearDown(reason: LockReason, actor: Actor): Promise<void> {
    const vault = open
    if (vault === null) return
    set({ phase: 'locking' })
    idle.stop()
    for (const teardown of teardowns) {
      try {
        await teardown()
      } catch {
        log.warn('teardown before lock failed')
      }
    }
    open = null
    passwordProvenAtMs = Number.NEGATIVE_INFINITY
    await record(vault, auditOf('vault.locked', actor, clock.nowMs(), null, reason))
    try {
      await vault.close()
    } catch {
      log.warn('vault closed with an error')
    }
    set({ ...(await look()), lockReason: reason })
  }

  function lock(reason: LockReason, actor: Actor = 'app'): Promise<void> {
    if (session.phase === 'unlocking') {
      lockWanted = reason
      return Promise.resolve()
    }
    lockWanted = null
    locking ??= tearDown(reason, actor).finally(() => {
      locking = null
    })
    return locking
  }

  function requireOpen(): OpenVault {
    if (open === null || session.phase !== 'unlocked') throw new AppError('vault-locked', {})
    return open
  }

  return {
    current: () => session,
    refresh,
    async create(password, hint, actor) {
      requireClosed(session)
      await enter(host.create({ password: passwordBytes(password), hint }), 'vault.created', 'password', actor)
    },
    async unlock(opener, actor) {
      if (session.phase === 'unlocked') return prove(opener)
      requireClosed(session)
      await enter(host.open(opener), 'vault.unlocked', opener.slot, actor)
    },
    confirm,
    lock,
    touch: idle.touch,
    store: () => requireOpen().store,
    vault: requireOpen,
    requireRecentPassword(withinMinutes) {
      requireOpen()
      const provenMs = clock.monotonicMs() - passwordProvenAtMs
      if (provenMs > withinMinutes * 60_000) throw new AppError('password-needed-again', {})
    },
    passwordWasSet() {
      passwordProvenAtMs = clock.monotonicMs()
      set({ needsNewPassword: false })
    },
    noteWhileLocked: (note) => {
      parts.notes.add(note)
    },
    afterUnlock(started) {
      starts.push(started)
    },
    beforeLock(teardown) {
      teardowns.push(teardown)
    }
  }

  function confirm(password: string): Promise<void> {
    return prove({ slot: 'password', password: passwordBytes(password) })
  }

  async function prove(opener: Opener): Promise<void> {
    if (!(await requireOpen().confirm(opener))) throw new AppError('wrong-password', { retryAfterMs: 0 })
    if (opener.slot !== 'device') passwordProvenAtMs = clock.monotonicMs()
  }
}

function requireClosed(session: Session): void {
  if (session.phase === 'unlocking' || session.phase === 'locking') throw new AppError('vault-busy', {})
}

function phaseOf(presence: VaultPresence): Partial<Session> {
  switch (presence.kind) {
    case 'absent':
      return { phase: 'absent', lockReason: null, trouble: null, hint: '', readOnly: false }
    case 'damaged':
      return { phase: 'damaged', lockReason: null, trouble: presence.code, hint: '', readOnly: false }
    case 'present':
      return { phase: 'locked', lockReason: 'start', trouble: null, hint: presence.hint, readOnly: presence.readOnly }
  }
}
