import { AppError, isAppError } from '@contract/errors'
import type { LockReason, Session } from '@contract/model/session'
import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'
import type { AsyncVaultStore, AuditDraft, OpenVault, VaultHost, VaultPresence } from '../ports/vault-store'
import { auditOf, type Actor } from './actor'
import { createIdleWatch } from './idle-watch'

export interface SessionKeeper {
  current(): Session
  /** Looks at the vault's folder. Call once before anything else, and after the folder may have changed. */
  refresh(): Promise<Session>
  /** Makes a vault and leaves it unlocked. Throws `vault-exists`, `vault-folder-unusable`, `disk-full`. */
  create(password: string, hint: string, actor: Actor): Promise<void>
  /** Throws `wrong-password`, `too-many-attempts`, `vault-absent`, and the codes of a damaged vault. */
  unlock(password: string, actor: Actor): Promise<void>
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
  /** Runs `teardown` at each lock, before the database closes, in the order registered. */
  beforeLock(teardown: () => Promise<void> | void): void
}

interface Parts {
  readonly host: VaultHost
  readonly clock: Clock
  readonly log: Log
  readonly vaultName: string
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
    vaultName: parts.vaultName
  }
  const idle = createIdleWatch(clock, parts.autoLockMinutes, () => void lock('idle', 'app'))

  function set(change: Partial<Session>): void {
    session = { ...session, ...change }
    parts.changed(session)
  }

  async function refresh(): Promise<Session> {
    if (open === null && session.phase !== 'unlocking') set(phaseOf(await host.presence()))
    return session
  }

  async function enter(
    opening: Promise<OpenVault>,
    action: 'vault.created' | 'vault.unlocked',
    actor: Actor
  ): Promise<void> {
    set({ phase: 'unlocking', lockReason: null })
    try {
      open = await opening
    } catch (error) {
      lockWanted = null
      set(phaseOf(await host.presence()))
      throw error
    }
    passwordProvenAtMs = clock.monotonicMs()
    await record(open, auditOf(action, actor, clock.nowMs()))
    set({ phase: 'unlocked', lockReason: null, trouble: null, readOnly: open.readOnly })
    idle.start()
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
    set({ ...phaseOf(await host.presence()), lockReason: reason })
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
      await enter(host.create({ password: passwordBytes(password), hint }), 'vault.created', actor)
    },
    async unlock(password, actor) {
      if (session.phase === 'unlocked') return confirm(password)
      requireClosed(session)
      await enter(host.open({ slot: 'password', password: passwordBytes(password) }), 'vault.unlocked', actor)
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
    beforeLock(teardown) {
      teardowns.push(teardown)
    }
  }

  async function confirm(password: string): Promise<void> {
    const right = await requireOpen().confirm({ slot: 'password', password: passwordBytes(password) })
    if (!right) throw new AppError('wrong-password', { retryAfterMs: 0 })
    passwordProvenAtMs = clock.monotonicMs()
  }
}

/** The password as the KDF takes it: NFKC, then UTF-8, so that every keyboard types the same bytes. */
function passwordBytes(password: string): Uint8Array {
  return new Uint8Array(Buffer.from(password.normalize('NFKC'), 'utf8'))
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
