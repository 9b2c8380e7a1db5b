import { AppError } from '@contract/errors'
import type { AuditAction } from '@contract/model/audit'
import type { Instant } from '@contract/model/base'
import type { MadeKey } from '../../connectors/connector'
import type { Clock } from '../../ports/clock'
import type { StoreChange, StoredRotation } from '../../ports/remote-store'
import type { AuditDraft } from '../../ports/vault-store'
import { auditOf, type Actor } from '../actor'
import { previewOf } from '../preview'
import type { SessionKeeper } from '../session-keeper'
import type { Accounts } from './accounts'
import type { BoundFiles } from './bound-files'
import { tiedKey, type TiedKey } from './links'
import type { NewSecrets } from './new-secrets'
import { toCreateInput } from './request'
import type { OneTimeRequest, SendOnce } from './requests'
import { graceEnd, isOldDead, successorName, successorRequest } from './rotation-rules'

interface Parts {
  readonly session: SessionKeeper
  readonly accounts: Accounts
  readonly sendOnce: SendOnce
  readonly fresh: NewSecrets
  readonly files: BoundFiles
  readonly clock: Clock
}

/** The steps of a rotation. Each is stored in the transaction that ends it, and can be done again after a crash. */
export interface RotationSteps {
  /** Makes the new value: `creating` → `writing`. Throws `provider-outcome-unknown` when nobody knows. */
  make(rotation: StoredRotation, actor: Actor): Promise<StoredRotation>
  /** Takes a value that was made by hand: `manual` → `writing`. */
  enter(rotation: StoredRotation, secret: string, actor: Actor): Promise<StoredRotation>
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

  /** What the vault keeps of a new value, with the rotation moved on to `writing`. */
  function toChanges(rotation: StoredRotation, tied: TiedKey, made: MadeKey): [StoreChange[], StoredRotation] {
    const { key, link, connector } = tied
    const kind = tied.kind(link.kind)
    const at = now()
    const expiresAt = made.key.expiresAt ?? (rotation.mode === 'in-place' ? key.expiresAt : null)
    const remoteId = made.key.remoteId === '' ? null : made.key.remoteId
    const next: StoredRotation = {
      ...rotation,
      revision: rotation.revision + 1,
      failure: null,
      step: 'writing',
      new: { remoteId, preview: previewOf(made.secret), version: key.version + 1, expiresAt },
      graceEndsAt: graceEnd(
        rotation.mode,
        kind,
        made.previousEndsAt,
        rotation.revokeAtEnd,
        rotation.old.expiresAt,
        clock.nowMs()
      )
    }
    const keeps: StoreChange[] = rotation.forgetsAtEnd
      ? [{ op: 'edit-key', id: key.id, fields: { keep: 'vault' }, at }]
      : []
    const changes: StoreChange[] = [
      ...keeps,
      {
        op: 'replace-secret',
        id: key.id,
        secret: new TextEncoder().encode(made.secret),
        preview: previewOf(made.secret),
        at
      },
      {
        op: 'edit-key',
        id: key.id,
        fields: { expiresAt, createdAt: made.key.createdAt ?? at, provider: connector.description.name },
        at
      },
      {
        op: 'save-link',
        link: {
          ...link,
          remoteId,
          rotatedAt: at,
          seenAt: at,
          missing: false,
          unseen: true,
          forgetsSecret: rotation.forgetsAtEnd
        }
      },
      { op: 'save-made', rotation: next }
    ]
    return [changes, next]
  }

  async function sendFor(rotation: StoredRotation, tied: TiedKey): Promise<OneTimeRequest['send']> {
    const { key, link, connector } = tied
    const kind = tied.kind(link.kind)
    if (rotation.mode === 'successor') {
      const input = toCreateInput(kind, successorRequest(key, link, kind, rotation.label), clock.nowMs())
      return (one, exchange) => one.create(kind.id, input, exchange)
    }
    const { remoteId } = rotation.old
    if (remoteId === null) throw new AppError('key-not-connected', { name: key.name })
    const secret = await currentValue(rotation)
    const remote = connector.offers(kind.id, 'get')
      ? await accounts.ask(tied, 'get', key.name, (one, exchange) => one.get(kind.id, remoteId, exchange))
      : toRemoteKey(tied, remoteId)
    return (one, exchange) => one.rotate(kind.id, remote, secret, exchange)
  }

  async function currentValue({ keyId }: StoredRotation): Promise<string | null> {
    try {
      return toText(await store().secretFor(keyId, null))
    } catch {
      return null
    }
  }

  /** A successor needs a name of its own where names tell keys apart. */
  async function withLabel(rotation: StoredRotation, tied: TiedKey): Promise<StoredRotation> {
    if (rotation.mode !== 'successor') return { ...rotation, label: tied.key.name }
    const kind = tied.kind(tied.link.kind)
    const listed = tied.connector.offers(kind.id, 'list')
      ? await accounts.ask(tied, 'list', tied.key.name, (one, exchange) => one.list(kind.id, exchange))
      : []
    const taken = new Set(listed.map(({ name }) => name))
    return { ...rotation, label: successorName(tied.key.name, kind, taken, clock.nowMs()) }
  }

  const steps: RotationSteps = {
    async make(started, actor) {
      const tied = await tiedKey(session, accounts, started.keyId)
      const labelled = await withLabel(started, tied)
      const send = await sendFor(labelled, tied)
      const rotation = { ...labelled, revision: started.revision + 1 }
      let next = rotation
      await sendOnce({
        account: tied,
        actor,
        intent: {
          job: 'rotate',
          kind: tied.link.kind,
          keyId: rotation.keyId,
          label: rotation.label,
          request: null,
          local: null
        },
        before: [{ op: 'save-rotation', rotation }],
        send,
        keep: (made) => {
          const [changes, moved] = toChanges(rotation, tied, made)
          next = moved
          return { changes, audit: [auditOfRotation('rotation.value-made', rotation, actor)] }
        }
      })
      fresh.add(rotation.keyId, next.new?.version ?? 0)
      return next
    },
    async enter(rotation, secret, actor) {
      const tied = await tiedKey(session, accounts, rotation.keyId)
      const key = { ...toRemoteKey(tied, ''), createdAt: now(), expiresAt: sameLength(tied.key, clock.nowMs()) }
      const [changes, next] = toChanges(rotation, tied, { key, secret, previousEndsAt: null })
      await store().apply(changes, [auditOfRotation('rotation.value-made', rotation, actor, 'by hand')])
      fresh.add(rotation.keyId, next.new?.version ?? 0)
      return next
    },
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
  return steps

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

/** A value made by hand is taken to live as long as the one before it did; the person may set it otherwise. */
function sameLength({ createdAt, expiresAt }: TiedKey['key'], nowMs: number): Instant | null {
  if (expiresAt === null) return null
  const lengthMs = Date.parse(expiresAt) - Date.parse(createdAt)
  return lengthMs > 0 ? new Date(nowMs + lengthMs).toISOString() : null
}

const LEFT = 'left at the provider'

function oldEnd({ mode, old, graceEndsAt }: StoredRotation): Instant | null {
  if (mode !== 'grace' || graceEndsAt === null) return old.expiresAt
  return old.expiresAt === null || graceEndsAt < old.expiresAt ? graceEndsAt : old.expiresAt
}

function toText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  bytes.fill(0)
  return text
}

function toRemoteKey({ key, link }: TiedKey, remoteId: string): MadeKey['key'] {
  return {
    remoteId,
    name: key.name,
    description: key.description,
    preview: null,
    scopes: key.scopes,
    roles: key.roles,
    services: [...link.services],
    ipRanges: key.ipRanges,
    environment: key.environment,
    project: key.project,
    status: 'active',
    createdAt: key.createdAt,
    expiresAt: key.expiresAt,
    lastUsedAt: null
  }
}

function failureToError(failure: StoredRotation['failure']): AppError {
  if (failure === null) return new AppError('internal', {})
  return new AppError(failure.code, failure.details as never)
}
