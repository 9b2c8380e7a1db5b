import { AppError, isAppError, type ErrorCode } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { RotationMode } from '@contract/model/connector'
import type { Rotation } from '@contract/model/rotation'
import type { Clock } from '../../ports/clock'
import type { StoredRotation } from '../../ports/remote-store'
import { auditOf, type Actor } from '../actor'
import { newId } from '../ids'
import type { SessionKeeper } from '../session-keeper'
import { toFailure, type Accounts } from './accounts'
import { tiedKey } from './links'
import { isOldDead, mayOf, modeFor } from './rotation-rules'
import type { RotationSteps } from './rotation-steps'

/**
 * Rotations: durable state machines that stand in the vault. Every method answers how the rotation stands afterwards;
 * a step that fails leaves its failure in it and throws nothing, except what says that nothing was tried.
 */
export interface Rotations {
  list(filter: { open: boolean; keyId: KeyId | null }): Promise<Rotation[]>
  /** Throws `rotation-running`, `key-not-connected`, `operation-not-offered`. */
  start(id: KeyId, mode: RotationMode | null, revokeAtEnd: boolean, actor: Actor): Promise<Rotation>
  /** Does the step it stands at, and those after it that need nobody. Throws `rotation-not-found`, `rotation-step-refused`. */
  continue(id: string, actor: Actor): Promise<Rotation>
  enterValue(id: string, secret: string, anyFormat: boolean, actor: Actor): Promise<Rotation>
  finish(id: string, actor: Actor): Promise<Rotation>
  abort(id: string, actor: Actor): Promise<Rotation>
  /** Ends it without asking the provider again: what lives there is left to the person. */
  leave(id: string, actor: Actor): Promise<Rotation>
  set(id: string, revokeAtEnd: boolean): Promise<Rotation>
  /** Goes on with what a crash or a lock interrupted, and with what time has brought due. Never throws. */
  keepUp(): Promise<void>
}

interface Parts {
  readonly session: SessionKeeper
  readonly accounts: Accounts
  readonly steps: RotationSteps
  readonly clock: Clock
  readonly changed: () => void
}

export function createRotations({ session, accounts, steps, clock, changed }: Parts): Rotations {
  const running = new Set<string>()
  const store = (): ReturnType<SessionKeeper['store']>['remote'] => session.store().remote

  async function find(id: string): Promise<StoredRotation> {
    const rotation = await store().rotation(id)
    if (rotation?.endedAt !== null) throw new AppError('rotation-not-found', {})
    return rotation
  }

  const waits = async ({ keyId }: StoredRotation): Promise<boolean> =>
    (await store().intents()).some((intent) => intent.keyId === keyId)

  async function show(rotation: StoredRotation): Promise<Rotation> {
    const { name } = await session.store().keys.get(rotation.keyId)
    return toRotation(rotation, name, mayOf(rotation, await waits(rotation), clock.nowMs()))
  }

  /** One rotation is worked on by one at a time. Throws `rotation-running`. */
  async function alone<Value>(id: string, work: () => Promise<Value>): Promise<Value> {
    if (running.has(id)) throw new AppError('rotation-running', { name: '' })
    running.add(id)
    try {
      return await work()
    } finally {
      running.delete(id)
      changed()
    }
  }

  function step(rotation: StoredRotation, actor: Actor): Promise<StoredRotation> | null {
    switch (rotation.step) {
      case 'creating':
        return steps.make(rotation, actor)
      case 'writing':
        return steps.write(rotation, actor)
      case 'verifying':
        return steps.verify(rotation, actor)
      case 'revoking':
        return steps.revokeOld(rotation, actor)
      case 'aborting':
        return steps.undo(rotation, actor)
      case 'manual':
      case 'grace':
      case 'done':
      case 'aborted':
        return null
    }
  }

  /** Works until something needs a person or time, or fails. */
  async function advance(from: StoredRotation, actor: Actor): Promise<StoredRotation> {
    let rotation = from
    for (;;) {
      changed()
      try {
        const work = step(rotation, actor)
        if (work === null) return rotation
        rotation = await work
      } catch (error) {
        return noteFailure(rotation, error, actor)
      }
    }
  }

  async function noteFailure(rotation: StoredRotation, error: unknown, actor: Actor): Promise<StoredRotation> {
    // Somebody else is at it: what they store stands.
    if (isAppError(error, 'vault-locked') || isAppError(error, 'rotation-running')) throw error
    // What the step stored before it failed, such as which files were written, stands.
    const stored = (await store().rotation(rotation.id)) ?? rotation
    const failed = { ...stored, failure: toFailure(error), revision: stored.revision + 1 }
    const audit = auditOf(
      'rotation.failed',
      actor,
      clock.nowMs(),
      rotation.keyId,
      `${rotation.step}: ${failed.failure.code}`
    )
    await store().apply([{ op: 'save-rotation', rotation: failed }], [audit])
    return failed
  }

  async function asked(
    id: string,
    may: Rotation['may'][number],
    work: (rotation: StoredRotation) => Promise<StoredRotation>
  ) {
    return alone(id, async () => {
      const rotation = await find(id)
      if (!mayOf(rotation, await waits(rotation), clock.nowMs()).includes(may)) {
        throw new AppError('rotation-step-refused', { step: rotation.step })
      }
      return show(await work(rotation))
    })
  }

  /** Puts a rotation on a step that was asked for, durably, before it is worked on. */
  async function moveTo(rotation: StoredRotation, change: Partial<StoredRotation>): Promise<StoredRotation> {
    const next = { ...rotation, failure: null, ...change, revision: rotation.revision + 1 }
    await store().apply([{ op: 'save-rotation', rotation: next }], [])
    return next
  }

  async function goOn(rotation: StoredRotation): Promise<void> {
    const waiting = await waits(rotation)
    if (isAppErrorCode(rotation, 'vault-restored')) return
    if (rotation.step === 'grace') {
      if (!isOldDead(rotation, clock.nowMs())) return
      // Where the provider ends the old value itself there is nothing left to revoke.
      if (rotation.mode === 'grace' && !rotation.revokeAtEnd) await steps.finish(rotation, 'app')
      else if (rotation.revokeAtEnd) await advance(await moveTo(rotation, { step: 'revoking' }), 'app')
      return
    }
    // A request whose outcome nobody knows is for a person; so is a failure, which is shown with what to do.
    if (waiting || rotation.failure !== null || rotation.step === 'creating') return
    await advance(rotation, 'app')
  }

  return {
    list: async (filter) => Promise.all((await store().rotations(filter)).map(show)),
    async start(id, wanted, revokeAtEnd, actor) {
      const tied = await tiedKey(session, accounts, id)
      const { key, link } = tied
      if ((await store().rotations({ open: true, keyId: id })).length > 0) {
        throw new AppError('rotation-running', { name: key.name })
      }
      const mode = modeFor(tied.kind(link.kind), tied.connector, accounts.speaks(tied), link.remoteId, wanted)
      const at = new Date(clock.nowMs()).toISOString()
      const rotation: StoredRotation = {
        id: newId(clock.nowMs()),
        keyId: id,
        connectionId: link.connectionId,
        mode,
        step: mode === 'manual' ? 'manual' : 'creating',
        old: { remoteId: link.remoteId, preview: key.preview, version: key.version, expiresAt: key.expiresAt },
        new: null,
        bindings: [],
        verified: null,
        graceEndsAt: null,
        revokeAtEnd,
        failure: null,
        startedAt: at,
        endedAt: null,
        oldIsKept: key.hasSecret,
        forgetsAtEnd: link.forgetsSecret || key.keep === 'never',
        label: key.name,
        oldDied: false,
        revision: 1
      }
      return alone(rotation.id, async () => {
        await store().apply(
          [
            { op: 'save-rotation', rotation },
            { op: 'set-state', id, state: 'rotating', at }
          ],
          [auditOf('rotation.started', actor, clock.nowMs(), id, mode)]
        )
        return show(await advance(rotation, actor))
      })
    },
    continue: (id, actor) => asked(id, 'continue', (rotation) => advance(rotation, actor)),
    enterValue: (id, secret, anyFormat, actor) =>
      asked(id, 'enter-value', async (rotation) => {
        const { connector, link } = await tiedKey(session, accounts, rotation.keyId)
        const expected = connector.formatMismatch(link.kind, secret)
        if (expected !== null && !anyFormat) {
          throw new AppError('key-format-mismatch', { provider: connector.description.name, expected })
        }
        return advance(await steps.enter(rotation, secret, actor), actor)
      }),
    finish: (id, actor) =>
      asked(id, 'revoke', async (rotation) => advance(await moveTo(rotation, { step: 'revoking' }), actor)),
    abort: (id, actor) => asked(id, 'abort', async (rotation) => advance(await steps.turnBack(rotation, actor), actor)),
    leave: (id, actor) => asked(id, 'leave', (rotation) => steps.leave(rotation, actor)),
    set: (id, revokeAtEnd) =>
      alone(id, async () => {
        const rotation = await find(id)
        if (await waits(rotation)) throw new AppError('rotation-running', { name: rotation.label })
        return show(await moveTo(rotation, { revokeAtEnd, failure: rotation.failure }))
      }),
    async keepUp() {
      for (const { id } of await store().rotations({ open: true, keyId: null })) {
        if (running.has(id)) continue
        await alone(id, async () => goOn(await find(id))).catch(() => undefined)
      }
    }
  }
}

/** Whether it stands still for this reason. */
function isAppErrorCode({ failure }: StoredRotation, code: ErrorCode): boolean {
  return failure?.code === code
}

function toRotation(stored: StoredRotation, keyName: string, may: Rotation['may']): Rotation {
  return {
    id: stored.id,
    keyId: stored.keyId,
    keyName,
    connectionId: stored.connectionId,
    mode: stored.mode,
    step: stored.step,
    old: stored.old,
    new: stored.new,
    bindings: stored.bindings,
    verified: stored.verified,
    graceEndsAt: stored.graceEndsAt,
    revokeAtEnd: stored.revokeAtEnd,
    failure: stored.failure,
    startedAt: stored.startedAt,
    endedAt: stored.endedAt,
    may
  }
}
