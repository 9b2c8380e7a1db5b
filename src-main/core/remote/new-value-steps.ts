import { AppError } from '@contract/errors'
import type { Instant } from '@contract/model/base'
import type { MadeKey } from '../../connectors/connector'
import type { Clock } from '../../ports/clock'
import type { StoreChange, StoredRotation } from '../../ports/remote-store'
import type { AuditDraft } from '../../ports/vault-store'
import { auditOf, type Actor } from '../actor'
import { previewOf } from '../preview'
import type { SessionKeeper } from '../session-keeper'
import type { Accounts } from './accounts'
import { knownAtProvider, tiedKey, type TiedKey } from './links'
import type { NewSecrets } from './new-secrets'
import { toCreateInput } from './request'
import type { OneTimeRequest, SendOnce } from './requests'
import { graceEnd, successorName, successorRequest } from './rotation-rules'
import { toText } from './secret-text'

interface Parts {
  readonly session: SessionKeeper
  readonly accounts: Accounts
  readonly sendOnce: SendOnce
  readonly fresh: NewSecrets
  readonly clock: Clock
}

/** The steps of a rotation that bring the new value into the vault. */
export interface NewValueSteps {
  /** Makes the new value: `creating` → `writing`. Throws `provider-outcome-unknown` when nobody knows. */
  make(rotation: StoredRotation, actor: Actor): Promise<StoredRotation>
  /** Takes a value that was made by hand: `manual` → `writing`. */
  enter(rotation: StoredRotation, secret: string, actor: Actor): Promise<StoredRotation>
}

export function createNewValueSteps({ session, accounts, sendOnce, fresh, clock }: Parts): NewValueSteps {
  const now = (): Instant => new Date(clock.nowMs()).toISOString()
  const store = (): ReturnType<SessionKeeper['store']>['remote'] => session.store().remote

  const auditOfMade = ({ keyId }: StoredRotation, actor: Actor, detail = ''): AuditDraft =>
    auditOf('rotation.value-made', actor, clock.nowMs(), keyId, detail)

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
      : knownAtProvider(tied, remoteId)
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

  return {
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
          return { changes, audit: [auditOfMade(rotation, actor)] }
        }
      })
      fresh.add(rotation.keyId, next.new?.version ?? 0)
      return next
    },
    async enter(rotation, secret, actor) {
      const tied = await tiedKey(session, accounts, rotation.keyId)
      const key = { ...knownAtProvider(tied, ''), createdAt: now(), expiresAt: sameLength(tied.key, clock.nowMs()) }
      const [changes, next] = toChanges(rotation, tied, { key, secret, previousEndsAt: null })
      await store().apply(changes, [auditOfMade(rotation, actor, 'by hand')])
      fresh.add(rotation.keyId, next.new?.version ?? 0)
      return next
    }
  }
}

/** A value made by hand is taken to live as long as the one before it did; the person may set it otherwise. */
function sameLength({ createdAt, expiresAt }: TiedKey['key'], nowMs: number): Instant | null {
  if (expiresAt === null) return null
  const lengthMs = Date.parse(expiresAt) - Date.parse(createdAt)
  return lengthMs > 0 ? new Date(nowMs + lengthMs).toISOString() : null
}
