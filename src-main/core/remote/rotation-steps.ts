import { AppError } from '@contract/errors'
import type { AuditAction } from '@contract/model/audit'
import type { Instant } from '@contract/model/base'
import type { Clock } from '../../ports/clock'
import type { StoreChange, StoredRotation } from '../../ports/remote-store'
import type { AuditDraft } from '../../ports/vault-store'
import { auditOf, type Actor } from '../actor'
import type { SessionKeeper } from '../session-keeper'
import type { Accounts } from './accounts'
import type { BoundFiles } from './bound-files'
import { tiedKey } from './links'
import { createNewValueSteps, type NewValueSteps } from './new-value-steps'
import type { NewSecrets } from './new-secrets'
import type { SendOnce } from './requests'
import { isOldDead } from './rotation-rules'
import { toText } from './secret-text'

interface Parts {
  readonly session: SessionKeeper
  readonly accounts: Accounts
  readonly sendOnce: SendOnce
  readonly fresh: NewSecrets
  readonly files: BoundFiles
  readonly clock: Clock
}

/** The steps of a rotation. Each is stored in the transaction that ends it, and can be done again after a crash. */
export interface RotationSteps extends NewValueSteps {
  /** `writing` → `verifying`. Throws the first file's failure: the old value stays alive. */
  write(rotation: StoredRotation, actor: Actor): Promise<StoredRotation>
  /** `verifying` → `grace`, or `done` where there is no second value. */
  verify(rotation: StoredRotation, actor: Actor): Promise<StoredRotation>
  /** `revoking` → `done`. */
  revokeOld(rotation: StoredRotation, actor: Actor): Promise<StoredRotation>
  /** `grace` → `done` when the provider has ended the old value itself. */
  finish(rotation: StoredRotation, actor: Actor): Promise<StoredRotation>
  /** Any step → `aborting`: the old value is the vault's again. */
  turnBack(rotation: StoredRotation, actor: Actor): Promise<StoredRotation>
  /** `revoking` or `aborting` → `done` or `aborted`, with nothing more asked of the provider. */
  leave(rotation: StoredRotation, actor: Actor): Promise<StoredRotation>
  /** `aborting` → `aborted`. */
  undo(rotation: StoredRotation, actor: Actor): Promise<StoredRotation>
}

export function createRotationSteps({ session, accounts, sendOnce, fresh, files, clock }: Parts): RotationSteps {
  const now = (): Instant => new Date(clock.nowMs()).toISOString()
  const store = (): ReturnType<SessionKeeper['store']>['remote'] => session.store().remote

  const auditOfRotation = (action: AuditAction, { keyId }: StoredRotation, actor: Actor, detail = ''): AuditDraft =>
    auditOf(action, actor, clock.nowMs(), keyId, detail)

  async function save(
    rotation: StoredRotation,
    change: Partial<StoredRotation>,
    audit: AuditDraft[],
    more: StoreChange[] = []
  ): Promise<StoredRotation> {
    const next = { ...rotation, failure: null, ...change, revision: rotation.revision + 1 }
    await store().apply([...more, { op: 'save-rotation', rotation: next }], audit)
    return next
  }

  return {
    ...createNewValueSteps({ session, accounts, sendOnce, fresh, clock }),
    async write(rotation, actor) {
      const bindings = await files.writeAll(rotation.keyId, actor)
      const failed = bindings.find(({ outcome }) => outcome === 'failed')
      if (failed === undefined) {
        const audit = bindings.length === 0 ? [] : [String(bindings.length)]
        return save(
          rotation,
          { bindings, step: 'verifying' },
          audit.map((count) => auditOfRotation('rotation.files-written', rotation, actor, count))
        )
      }
      await save(rotation, { bindings }, [])
      throw failureToError(failed.failure)
    },
    async verify(rotation, actor) {
      const tied = await tiedKey(session, accounts, rotation.keyId)
      const { kind } = tied.link
      let verified = false
      if (accounts.speaks(tied) && tied.connector.offers(kind, 'verify')) {
        const secret = toText(await store().secretFor(rotation.keyId, null))
        verified = await accounts.ask(tied, 'verify', tied.key.name, (one, ex) => one.verify(kind, secret, ex))
        if (!verified) throw new AppError('provider-credential-refused', { host: tied.connector.description.name })
      }
      const audit = auditOfRotation('rotation.verified', rotation, actor, verified ? '' : 'no way to tell')
      if (rotation.mode === 'in-place') return end({ ...rotation, verified }, 'done', actor, [audit])
      return save(rotation, { verified, step: 'grace' }, [audit])
    },
    async revokeOld(rotation, actor) {
      const tied = await tiedKey(session, accounts, rotation.keyId)
      const { remoteId } = rotation.old
      // A value made by hand may have been made in place: only the person knows which key is the old one.
      const isOther = remoteId !== null && remoteId !== rotation.new?.remoteId && rotation.mode !== 'manual'
      if (isOther && accounts.speaks(tied) && tied.connector.offers(tied.link.kind, 'revoke')) {
        await accounts.ask(tied, 'revoke', tied.key.name, (one, ex) => one.revoke(tied.link.kind, remoteId, ex))
      }
      return end(rotation, 'done', actor, [])
    },
    finish: (rotation, actor) => end(rotation, 'done', actor, []),
    leave: (rotation, actor) => end(rotation, rotation.step === 'aborting' ? 'aborted' : 'done', actor, [], LEFT),
    async turnBack(rotation, actor) {
      if (rotation.new === null) return end(rotation, 'aborted', actor, [])
      if (!rotation.oldIsKept || isOldDead(rotation, clock.nowMs())) {
        throw new AppError('rotation-step-refused', { step: rotation.step })
      }
      const { link } = await tiedKey(session, accounts, rotation.keyId)
      const at = now()
      return save(
        rotation,
        { step: 'aborting' },
        [],
        [
          { op: 'restore-secret', id: rotation.keyId, version: rotation.old.version, at },
          // The provider ends the old value all the same: its grace has begun.
          { op: 'edit-key', id: rotation.keyId, fields: { expiresAt: oldEnd(rotation) }, at },
          { op: 'save-link', link: { ...link, remoteId: rotation.old.remoteId } }
        ]
      )
    },
    async undo(rotation, actor) {
      const bindings = await files.writeAll(rotation.keyId, actor)
      const failed = bindings.find(({ outcome }) => outcome === 'failed')
      if (failed !== undefined) {
        await save(rotation, { bindings }, [])
        throw failureToError(failed.failure)
      }
      const tied = await tiedKey(session, accounts, rotation.keyId)
      const made = rotation.new?.remoteId ?? null
      const isOther = made !== null && made !== rotation.old.remoteId && rotation.mode !== 'manual'
      if (isOther && accounts.speaks(tied) && tied.connector.offers(tied.link.kind, 'revoke')) {
        await accounts.ask(tied, 'revoke', tied.key.name, (one, ex) => one.revoke(tied.link.kind, made, ex))
      }
      const restored = bindings.map((binding) => ({ ...binding, outcome: 'restored' as const }))
      return end({ ...rotation, bindings: restored }, 'aborted', actor, [])
    }
  }

  async function end(
    rotation: StoredRotation,
    step: 'done' | 'aborted',
    actor: Actor,
    audit: AuditDraft[],
    detail = ''
  ): Promise<StoredRotation> {
    const { keyId: id, forgetsAtEnd } = rotation
    const at = now()
    // A value nobody has seen stays until it was: there is no other copy of it.
    const unseen = (await store().link(id))?.unseen === true && step === 'done'
    const state = step === 'aborted' && rotation.oldDied ? 'unknown' : 'active'
    const forgets: StoreChange[] =
      forgetsAtEnd && !unseen ? [{ op: 'edit-key', id, fields: { keep: 'never' }, at }] : []
    const action = step === 'done' ? 'rotation.finished' : 'rotation.aborted'
    return save(
      rotation,
      { step, endedAt: at },
      [...audit, auditOfRotation(action, rotation, actor, detail)],
      [{ op: 'set-state', id, state, at }, ...forgets]
    )
  }
}

const LEFT = 'left at the provider'

function oldEnd({ mode, old, graceEndsAt }: StoredRotation): Instant | null {
  if (mode !== 'grace' || graceEndsAt === null) return old.expiresAt
  return old.expiresAt === null || graceEndsAt < old.expiresAt ? graceEndsAt : old.expiresAt
}

function failureToError(failure: StoredRotation['failure']): AppError {
  if (failure === null) return new AppError('internal', {})
  return new AppError(failure.code, failure.details as never)
}
