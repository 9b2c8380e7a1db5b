import { AppError, isAppError } from '@contract/errors'
import type { Connector, Exchange, MadeKey } from '../../connectors/connector'
import type { Clock } from '../../ports/clock'
import type { Intent, StoreChange } from '../../ports/remote-store'
import type { AsyncVaultStore, AuditDraft } from '../../ports/vault-store'
import { auditOf, type Actor } from '../actor'
import { newId } from '../ids'
import type { SessionKeeper } from '../session-keeper'
import { isOutcomeUnknown, type Account, type Accounts } from './accounts'

/** Something a provider makes, which must be asked for once and never be lost. */
export interface OneTimeRequest {
  readonly account: Account
  readonly intent: Omit<Intent, 'id' | 'at' | 'connectionId' | 'finding' | 'remoteId' | 'knownBefore'>
  readonly actor: Actor
  /** Changes that must be in the vault before anything leaves. */
  readonly before?: readonly StoreChange[]
  readonly send: (connector: Connector, exchange: Exchange) => Promise<MadeKey>
  /** What the vault keeps of the answer, in the transaction that forgets the intent. */
  readonly keep: (made: MadeKey) => { readonly changes: readonly StoreChange[]; readonly audit: readonly AuditDraft[] }
}

/**
 * Sends `request` at most once. An intent is in the vault before anything leaves, and it goes in the transaction that
 * stores the secret. Throws `provider-outcome-unknown` when the intent stays: nobody knows whether the provider did it.
 * After any other failure nothing was done there and the intent is gone.
 */
export type SendOnce = ((request: OneTimeRequest) => Promise<MadeKey>) & {
  /** Whether the answer to this intent is still awaited here: nobody may settle it meanwhile. */
  readonly isUnderWay: (intentId: string) => boolean
}

interface Parts {
  readonly session: SessionKeeper
  readonly accounts: Accounts
  readonly clock: Clock
}

export function createSendOnce({ session, accounts, clock }: Parts): SendOnce {
  const underWay = new Set<string>()

  async function sendOnce({
    account,
    intent: draft,
    actor,
    before = [],
    send,
    keep
  }: OneTimeRequest): Promise<MadeKey> {
    // This unlocking's store: during a lock it stays open until the work has ended, so that an answer is not lost.
    const store = session.store()
    const knownBefore = await idsBefore(accounts, account, draft.kind)
    const intent: Intent = {
      ...draft,
      id: newId(clock.nowMs()),
      connectionId: account.connection.id,
      at: new Date(clock.nowMs()).toISOString(),
      finding: 'unknown',
      remoteId: null,
      knownBefore
    }
    await store.remote.apply([{ op: 'save-intent', intent }, ...before], [])
    underWay.add(intent.id)
    let made: MadeKey
    try {
      made = await accounts.ask(account, draft.job, draft.label, send)
    } catch (error) {
      underWay.delete(intent.id)
      if (!isOutcomeUnknown(error)) {
        await store.remote.apply([{ op: 'drop-intent', id: intent.id }], [])
        throw error
      }
      await noteUnfinished(store, intent, auditOf('request.unfinished', actor, clock.nowMs(), draft.keyId, draft.label))
      throw new AppError('provider-outcome-unknown', { name: draft.label }, { cause: error })
    }
    const { changes, audit } = keep(made)
    const close: StoreChange = { op: 'drop-intent', id: intent.id }
    try {
      await store.remote.apply([...changes, close], audit)
    } catch (error) {
      if (!isAppError(error, 'internal')) throw error
      // Such as a link that somebody made to the same key meanwhile: the value comes first. The bytes were handed over.
      const again = keep(made).changes.filter(({ op }) => op !== 'save-link')
      await store.remote.apply([...again, close], audit)
    } finally {
      underWay.delete(intent.id)
    }
    return made
  }

  return Object.assign(sendOnce, { isUnderWay: (id: string) => underWay.has(id) })
}

/** What the provider lists now, so that what appears later can be told apart. Null where it does not list. */
async function idsBefore(accounts: Accounts, account: Account, kind: string): Promise<string[] | null> {
  if (!account.connector.offers(kind, 'list')) return null
  const keys = await accounts.ask(account, 'list', account.connection.fields.name, (one, ex) => one.list(kind, ex))
  return keys.map(({ remoteId }) => remoteId)
}

/** The intent alone is enough to find it again; its line in the trail is a courtesy that a lock may forestall. */
async function noteUnfinished(store: AsyncVaultStore, intent: Intent, entry: AuditDraft): Promise<void> {
  await store.remote.apply([{ op: 'save-intent', intent }], [entry]).catch(() => undefined)
}
