import { AppError, isAppError } from '@contract/errors'
import type { LockReason, Session } from '@contract/model/session'
import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'
import { passwordBytes } from '../crypto/password'
import type { LockedNotes } from '../ports/locked-notes'
import type { Opener, OpenVault, SlotKind, VaultHost, VaultPresence } from '../ports/vault-store'
import { auditOf, type Actor } from './actor'
import type { DeviceKeys } from './device-unlock'
import { requireSafeHint } from './hint'
import { createIdleWatch } from './idle-watch'
import type { Recognition } from './recognition'
import type { SessionKeeper } from './session-keeper'
import { beforeTheFirstLook, phaseOf } from './session-phase'
import { createTrailWriter } from './trail-writer'
import { withinLimit } from './within-limit'

interface Parts {
  readonly host: VaultHost
  readonly clock: Clock
  readonly log: Log
  readonly vaultName: string
  readonly vaultFolder: string
  readonly device: Pick<DeviceKeys, 'state'>
  readonly notes: LockedNotes
  readonly recognition: Recognition
  readonly autoLockMinutes: () => number
  readonly changed: (session: Session) => void
}

/** The longest a lock waits for what it tears down before the database. */
const TEARDOWN_LIMIT_MS = 3_000
/** However often the password is asked for, it serves the one thing it was asked for. */
const SAME_BREATH_MS = 10_000

/**
 * The one state machine of the vault: absent or damaged or locked → unlocking → unlocked → locking → locked.
 * A lock that is asked for while unlocking is carried out as soon as the unlock ends.
 */
export function createSession(parts: Parts): SessionKeeper {
  const { host, clock, log } = parts
  const append = createTrailWriter(parts.notes, log)
  const teardowns: (() => Promise<void> | void)[] = []
  const starts: ((unlock: { readonly restored: boolean }) => void)[] = []
  const allowings: (() => void)[] = []
  let open: OpenVault | null = null
  let vaultId: string | null = null
  let passwordProvenAtMs = Number.NEGATIVE_INFINITY
  let openedAtMs = 0
  /** Whether what a restored vault says of providers was held: until then, not even a crash makes it one that is known. */
  let isSettled = true
  let opening = false
  /** Counts the unlockings that have ended, so that what began in one cannot finish in the next. */
  let epoch = 0
  let lockWanted: LockReason | null = null
  let locking: Promise<void> | null = null
  let session: Session = beforeTheFirstLook(parts.vaultName)
  const idle = createIdleWatch(clock, parts.autoLockMinutes, () => void lock('idle', 'app'))

  function set(change: Partial<Session>): void {
    session = { ...session, ...change }
    parts.changed(session)
  }

  /** What the folder says. Never fails: a session must not hang because it cannot be told what is there. */
  async function look(): Promise<Partial<Session>> {
    const presence = await host
      .presence()
      .catch((): VaultPresence => ({ kind: 'damaged', code: 'vault-folder-unusable' }))
    vaultId = presence.kind === 'present' ? presence.vaultId : null
    const slots = presence.kind === 'present' ? presence.slots : []
    const ways = { recoveryCode: slots.includes('recovery'), deviceUnlock: await parts.device.state(slots) }
    if (open === null) return { ...phaseOf(presence), ...ways, needsNewPassword: false, holds: null }
    return presence.kind === 'present' ? { hint: presence.hint, ...ways } : ways
  }

  async function refresh(): Promise<Session> {
    const before = { open, epoch }
    const found = await look()
    // What was opened or locked meanwhile has looked for itself, and a late answer must not undo it.
    if (!opening && locking === null && open === before.open && epoch === before.epoch) set(found)
    return session
  }

  async function enter(
    start: () => Promise<OpenVault>,
    action: 'vault.created' | 'vault.unlocked',
    slot: SlotKind,
    actor: Actor
  ): Promise<void> {
    opening = true
    set({ phase: 'unlocking', lockReason: null })
    try {
      open = await start()
    } catch (error) {
      opening = false
      lockWanted = null
      if (isAppError(error, 'wrong-password')) {
        parts.notes.add(auditOf('vault.unlock-failed', actor, clock.nowMs(), null, slot))
      }
      set(await look())
      throw error
    }
    const vault = open
    void vault.ended.then(() => {
      // Without its thread an open vault answers nothing; a person is shown the lock screen instead.
      if (open === vault) void lock('failure')
    })
    // The keyring proves that this is the computer, not who sits at it.
    if (slot !== 'device') passwordProvenAtMs = clock.monotonicMs()
    const found = await look()
    const notes = vault.readOnly ? [] : parts.notes.take()
    for (const note of notes) await append(vault, note)
    const restored = notes.some((note) => note.action === 'vault.restored')
    // What was made here is known here; of a vault that nothing can be written to nothing is done either.
    const isKnown = action === 'vault.created' || vault.readOnly
    const judged = isKnown ? null : await parts.recognition.judge(vault, vaultId)
    // Put back here, an older state of a vault that is known is no surprise; one that is not known is new all the same.
    const holds = restored && judged === 'older' ? null : judged
    isSettled = !restored
    if (restored) parts.recognition.doubt(vaultId)
    await append(vault, auditOf(action, actor, clock.nowMs(), null, slot))
    await keep(vault, holds)
    opening = false
    set({
      ...found,
      phase: 'unlocked',
      lockReason: null,
      trouble: null,
      troubleFile: null,
      readOnly: vault.readOnly,
      needsNewPassword: slot === 'recovery',
      holds
    })
    idle.start()
    openedAtMs = clock.nowMs()
    for (const started of starts) started({ restored })
    if (lockWanted !== null) await lock(lockWanted)
  }

  async function keep(vault: OpenVault, holds: Session['holds']): Promise<void> {
    if (isSettled && !vault.readOnly && holds === null) await parts.recognition.keep(vault, vaultId)
  }

  async function tearDown(reason: LockReason, actor: Actor): Promise<void> {
    const vault = open
    if (vault === null) return
    epoch += 1
    set({ phase: 'locking' })
    idle.stop()
    // A clipboard that does not answer must not keep the vault open.
    for (const teardown of teardowns) {
      if (!(await withinLimit(teardown, TEARDOWN_LIMIT_MS, clock))) log.warn('teardown before lock failed')
    }
    open = null
    passwordProvenAtMs = Number.NEGATIVE_INFINITY
    await append(vault, auditOf('vault.locked', actor, clock.nowMs(), null, reason))
    await keep(vault, session.holds)
    try {
      await vault.close()
    } catch {
      log.warn('vault closed with an error')
    }
    const found = await look()
    // Whoever hears that it is locked may unlock it at once.
    locking = null
    set({ ...found, lockReason: reason })
  }

  function lock(reason: LockReason, actor: Actor = 'app'): Promise<void> {
    if (opening) {
      lockWanted = reason
      return Promise.resolve()
    }
    lockWanted = null
    if (locking !== null) return locking
    const current = tearDown(reason, actor).finally(() => {
      if (locking === current) locking = null
    })
    locking = current
    return current
  }

  function requireOpen(): OpenVault {
    if (open === null || session.phase !== 'unlocked') throw new AppError('vault-locked', {})
    return open
  }

  return {
    current: () => session,
    refresh,
    async create(password, hint, actor) {
      requireSafeHint(hint, password)
      requireSettled()
      if (open !== null) throw new AppError('vault-exists', { folder: parts.vaultFolder })
      await enter(() => host.create({ password: passwordBytes(password), hint }), 'vault.created', 'password', actor)
    },
    async unlock(opener, actor) {
      requireSettled()
      if (open !== null) return prove(opener, actor)
      await enter(() => host.open(opener), 'vault.unlocked', opener.slot, actor)
    },
    confirm,
    lock,
    touch: idle.touch,
    standing() {
      requireOpen()
      const leftMs = idle.leftMs()
      const locksAt = leftMs === null ? null : new Date(clock.nowMs() + leftMs).toISOString()
      return { openedAt: new Date(openedAtMs).toISOString(), locksAt }
    },
    store: () => requireOpen().store,
    vault: requireOpen,
    requireRecentPassword(withinMinutes) {
      requireOpen()
      const provenMs = clock.monotonicMs() - passwordProvenAtMs
      if (provenMs > Math.max(withinMinutes * 60_000, SAME_BREATH_MS)) throw new AppError('password-needed-again', {})
    },
    passwordWasSet() {
      if (open === null || locking !== null) return
      passwordProvenAtMs = clock.monotonicMs()
      set({ needsNewPassword: false })
    },
    hold() {
      requireOpen()
      const held = epoch
      return () => {
        if (epoch !== held) throw new AppError('vault-locked', {})
      }
    },
    async record(entry) {
      if (open === null) parts.notes.add(entry)
      else await append(open, entry)
    },
    afterUnlock(started) {
      starts.push(started)
    },
    async allow(actor) {
      const vault = requireOpen()
      const { holds } = session
      if (holds === null) return
      set({ holds: null })
      await append(vault, auditOf('vault.allowed', actor, clock.nowMs(), null, holds))
      await keep(vault, null)
      if (open === vault && locking === null) for (const started of allowings) started()
    },
    afterAllowing(started) {
      allowings.push(started)
    },
    async settled() {
      isSettled = true
      if (open !== null) await keep(open, session.holds)
    },
    async keepPlace() {
      if (open !== null) await keep(open, session.holds)
    },
    beforeLock(teardown) {
      teardowns.push(teardown)
    }
  }

  function confirm(password: string, actor: Actor): Promise<void> {
    return prove({ slot: 'password', password: passwordBytes(password) }, actor)
  }

  async function prove(opener: Opener, actor: Actor): Promise<void> {
    const vault = requireOpen()
    const before = epoch
    const fits = await vault.confirm(opener, actor === 'cli')
    if (epoch !== before) throw new AppError('vault-locked', {})
    if (!fits) {
      await append(vault, auditOf('vault.unlock-failed', actor, clock.nowMs(), null, 'asked again'))
      throw new AppError('wrong-password', { retryAfterMs: 0 })
    }
    if (opener.slot !== 'device') passwordProvenAtMs = clock.monotonicMs()
  }

  /** Throws `vault-busy` while the vault is on its way from one state to another. */
  function requireSettled(): void {
    if (opening || locking !== null) throw new AppError('vault-busy', {})
  }
}
