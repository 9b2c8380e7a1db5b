import { AppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { RemoteKey } from '@contract/model/connection'
import type { Unfinished } from '@contract/model/rotation'
import type { Clock } from '../../ports/clock'
import type { Intent, StoreChange } from '../../ports/remote-store'
import { auditOf, type Actor } from '../actor'
import type { SessionKeeper } from '../session-keeper'
import type { Account, Accounts } from './accounts'
import type { Creation } from './creation'
import type { SendOnce } from './requests'
import { toText } from './secret-text'

export type SettleChoice = 'revoke' | 'revoke-and-create' | 'create' | 'forget'

/** Requests whose outcome is not known, and keys whose value never arrived. */
export interface UnfinishedWork {
  list(): Promise<Unfinished[]>
  /** Looks for it at the provider and writes down what was found. Throws `unfinished-not-found`. */
  look(id: string): Promise<Unfinished>
  /** Throws `unfinished-not-found`, and `rotation-step-refused` for a choice that is not offered. */
  settle(id: string, choice: SettleChoice, actor: Actor): Promise<KeyId | null>
}

interface Parts {
  readonly session: SessionKeeper
  readonly accounts: Accounts
  readonly creation: Creation
  readonly isUnderWay: SendOnce['isUnderWay']
  readonly clock: Clock
  readonly changed: () => void
}

/** A provider's clock may be this far behind ours. */
const CLOCKS_APART_MS = 86_400_000

type Finding = Pick<Intent, 'finding' | 'remoteId'>

export function createUnfinishedWork({
  session,
  accounts,
  creation,
  isUnderWay,
  clock,
  changed
}: Parts): UnfinishedWork {
  const store = (): ReturnType<SessionKeeper['store']>['remote'] => session.store().remote

  async function intentOf(id: string): Promise<Intent> {
    const intent = await store().intent(id)
    if (intent === null) throw new AppError('unfinished-not-found', {})
    if (isUnderWay(id)) throw new AppError('rotation-running', { name: intent.label })
    return intent
  }

  async function show(intent: Intent): Promise<Unfinished> {
    const { fields } = await store().connection(intent.connectionId)
    const { id, job, connectionId, kind, keyId, label, at, finding, remoteId } = intent
    const shown = { id, job, connectionId, kind, keyId, label, at, finding, remoteId }
    return { ...shown, connectionName: fields.name, may: choicesFor(intent) }
  }

  async function find(intent: Intent, account: Account): Promise<Finding> {
    if (intent.job === 'rotate' && (await isInPlace(intent))) return findByOldValue(intent, account)
    if (intent.knownBefore === null || !account.connector.offers(intent.kind, 'list')) {
      return { finding: 'cannot-tell', remoteId: null }
    }
    const listed = await accounts.ask(account, 'list', intent.label, (one, ex) => one.list(intent.kind, ex))
    await noteOldEnd(intent, listed)
    // A key the vault follows is not the lost one, however alike they are.
    const followed = new Set((await store().links(intent.connectionId)).map(({ remoteId }) => remoteId))
    const open = listed.filter(({ remoteId }) => !followed.has(remoteId))
    return amongNew(open, intent, account.kind(intent.kind).nameLabel !== null)
  }

  /** An endpoint that was carried out has given the old key an end; the rotation must not reckon with a later one. */
  async function noteOldEnd({ job, keyId }: Intent, listed: readonly RemoteKey[]): Promise<void> {
    if (job !== 'rotate' || keyId === null) return
    const [rotation] = await store().rotations({ open: true, keyId })
    const old = listed.find(({ remoteId }) => remoteId === rotation?.old.remoteId)
    if (rotation === undefined || old?.expiresAt == null || old.expiresAt === rotation.old.expiresAt) return
    const { expiresAt } = old
    const next = { ...rotation, revision: rotation.revision + 1, old: { ...rotation.old, expiresAt } }
    await store().apply(
      [
        { op: 'edit-key', id: keyId, fields: { expiresAt }, at: new Date(clock.nowMs()).toISOString() },
        { op: 'save-rotation', rotation: next }
      ],
      []
    )
  }

  /** The key it was about; null when it was removed for good meanwhile. */
  async function stillThere({ keyId }: Intent): Promise<KeyId | null> {
    if (keyId === null) return null
    return session
      .store()
      .keys.get(keyId)
      .then(
        () => keyId,
        () => null
      )
  }

  /** The old key is in its grace already, so its endpoint will not rotate it again: the way left is a successor. */
  async function changesAfterLoss(intent: Intent, account: Account): Promise<StoreChange[]> {
    const [rotation] = await store().rotations({ open: true, keyId: intent.keyId })
    if (rotation?.mode === 'in-place') {
      return [{ op: 'save-rotation', rotation: { ...rotation, oldDied: true, revision: rotation.revision + 1 } }]
    }
    if (rotation?.mode !== 'grace' || !account.connector.offers(intent.kind, 'create')) return []
    return [
      {
        op: 'save-rotation',
        rotation: { ...rotation, mode: 'successor', failure: null, revision: rotation.revision + 1 }
      }
    ]
  }

  async function isInPlace({ keyId }: Intent): Promise<boolean> {
    const [rotation] = await store().rotations({ open: true, keyId })
    return rotation?.mode === 'in-place'
  }

  /** The endpoint kills the old value: while it still works, nothing has happened. */
  async function findByOldValue({ keyId, kind }: Intent, account: Account): Promise<Finding> {
    if (keyId === null || !account.connector.offers(kind, 'verify')) return { finding: 'cannot-tell', remoteId: null }
    const bytes = await store()
      .secretFor(keyId, null)
      .catch(() => null)
    if (bytes === null) return { finding: 'cannot-tell', remoteId: null }
    const secret = toText(bytes)
    const works = await accounts.ask(account, 'verify', kind, (one, ex) => one.verify(kind, secret, ex))
    // The key itself still stands: it is regenerated again, not revoked.
    return { finding: works ? 'not-there' : 'secret-lost', remoteId: null }
  }

  return {
    async list() {
      return Promise.all((await store().intents()).map(show))
    },
    async look(id) {
      const intent = await intentOf(id)
      const found = { ...intent, ...(await find(intent, await accounts.of(intent.connectionId))) }
      await store().apply([{ op: 'save-intent', intent: found }], [])
      changed()
      return show(found)
    },
    async settle(id, choice, actor) {
      const intent = await intentOf(id)
      const choices: readonly string[] = choicesFor(intent)
      if (!choices.includes(choice)) throw new AppError('rotation-step-refused', { step: intent.finding })
      const account = await accounts.of(intent.connectionId)
      const { remoteId, kind } = intent
      const followed = (await store().links(intent.connectionId)).some((link) => link.remoteId === remoteId)
      if (remoteId !== null && followed) throw new AppError('rotation-step-refused', { step: 'unknown' })
      if ((choice === 'revoke' || choice === 'revoke-and-create') && remoteId !== null) {
        await accounts.ask(account, 'revoke', intent.label, (one, ex) => one.revoke(kind, remoteId, ex))
      }
      const audit = auditOf(
        'request.settled',
        actor,
        clock.nowMs(),
        await stillThere(intent),
        `${choice}: ${intent.label}`
      )
      const more =
        intent.finding === 'secret-lost' && intent.job === 'rotate' ? await changesAfterLoss(intent, account) : []
      await store().apply([{ op: 'settle-intent', id }, ...more], [audit])
      changed()
      if (choice === 'revoke' || choice === 'forget') return null
      const { connectionId, request, local } = intent
      if (request === null || local === null) return null
      return creation.create({ connectionId, kind, request, local }, actor)
    }
  }
}

/**
 * The key that was made, told from the others by being new and by its name. Two that fit cannot be told apart, and a
 * key that might be somebody else's is never touched.
 */
function amongNew(listed: readonly RemoteKey[], intent: Intent, named: boolean): Finding {
  const before = new Set(intent.knownBefore)
  const fitting = listed.filter(
    (key) =>
      !before.has(key.remoteId) &&
      key.status !== 'revoked' &&
      (!named || key.name === intent.label) &&
      (key.createdAt === null || Date.parse(key.createdAt) >= Date.parse(intent.at) - CLOCKS_APART_MS)
  )
  const [only, ...others] = fitting
  if (only === undefined) return { finding: 'not-there', remoteId: null }
  if (others.length > 0 || !named) return { finding: 'cannot-tell', remoteId: null }
  return { finding: 'secret-lost', remoteId: only.remoteId }
}

function choicesFor({ job, finding, remoteId }: Intent): Unfinished['may'] {
  switch (finding) {
    case 'unknown':
      return ['look', 'forget']
    case 'cannot-tell':
      return ['look', 'forget']
    case 'not-there':
      return job === 'create' ? ['create', 'look', 'forget'] : ['look', 'forget']
    case 'secret-lost':
      if (job === 'rotate') return remoteId === null ? ['look', 'forget'] : ['revoke', 'look']
      return ['revoke-and-create', 'revoke', 'look']
  }
}
