import { AppError } from '@contract/errors'
import type { Instant, KeyId } from '@contract/model/base'
import type {
  ConnectionId,
  ExpiryChoice,
  ListedRemoteKey,
  RemoteChange,
  RemoteKey,
  RemoteLink,
  RotationPolicy
} from '@contract/model/connection'
import type { AuditAction } from '@contract/model/audit'
import type { KeyChange } from '@contract/model/key'
import type { Connector, UpdateInput } from '../../connectors/connector'
import type { Clock } from '../../ports/clock'
import type { LocalPart, StoreChange, StoredLink } from '../../ports/remote-store'
import type { AuditDraft } from '../../ports/vault-store'
import { auditOf, type Actor } from '../actor'
import { newKeyId } from '../ids'
import type { SessionKeeper } from '../session-keeper'
import type { Account, Accounts } from './accounts'
import {
  differences,
  fieldsOf,
  knownAtProvider,
  newLink,
  stateOf,
  tiedKey,
  toRemoteLink,
  withRemoteId,
  type RemoteTiedKey
} from './links'
import { toExpiry, toUpdateInput } from './request'
import { toText } from './secret-text'

/** Keys at providers that the vault follows. Nothing is ever done to a key that was neither created nor adopted here. */
export interface RemoteKeys {
  link(id: KeyId): Promise<RemoteLink | null>
  /** Lists every kind that can be listed and brings what the vault follows up to date. */
  list(id: ConnectionId, actor: Actor): Promise<{ items: ListedRemoteKey[]; notOffered: string[] }>
  adopt(id: ConnectionId, kind: string, remoteIds: readonly string[], actor: Actor): Promise<KeyId[]>
  edit(id: KeyId, change: RemoteChange, actor: Actor): Promise<void>
  setEnabled(id: KeyId, enabled: boolean, actor: Actor): Promise<void>
  renew(id: KeyId, expiry: ExpiryChoice, actor: Actor): Promise<void>
  /** Ends it at the provider; in guided mode only writes down that the person did. Throws `rotation-running`. */
  revoke(id: KeyId, actor: Actor): Promise<void>
  verify(id: KeyId): Promise<boolean | null>
  setPolicy(id: KeyId, policy: RotationPolicy, actor: Actor): Promise<void>
  untie(id: KeyId, actor: Actor): Promise<void>
}

interface Parts {
  readonly session: SessionKeeper
  readonly accounts: Accounts
  readonly clock: Clock
  readonly changed: () => void
}

const NOTHING_LOCAL: LocalPart = {
  envName: null,
  tags: [],
  notes: '',
  favourite: false,
  project: null,
  environment: null,
  keep: 'vault'
}

export function createRemoteKeys({ session, accounts, clock, changed }: Parts): RemoteKeys {
  const now = (): Instant => new Date(clock.nowMs()).toISOString()

  async function apply(changes: StoreChange[], audit: AuditDraft[]): Promise<void> {
    await session.store().remote.apply(changes, audit)
    changed()
  }

  const auditOfKey = (action: AuditAction, actor: Actor, id: KeyId, detail = ''): AuditDraft =>
    auditOf(action, actor, clock.nowMs(), id, detail)

  const tied = async (id: KeyId): Promise<RemoteTiedKey> => withRemoteId(await tiedKey(session, accounts, id))

  /** The key as the provider has it now; what the vault knows where the provider does not tell one by one. */
  async function current(tied: RemoteTiedKey, ask: Asking): Promise<RemoteKey> {
    const { link, connector } = tied
    if (connector.offers(link.kind, 'get')) return ask('get', (one, ex) => one.get(link.kind, link.remoteId, ex))
    return knownAtProvider(tied, link.remoteId)
  }

  type Asking = <Value>(job: string, work: Parameters<typeof accounts.ask<Value>>[3]) => Promise<Value>
  const asking =
    (account: Account, name: string): Asking =>
    (job, work) =>
      accounts.ask(account, job, name, work)

  /** What a fresh look at the provider changes in the vault. */
  async function catchUp(link: StoredLink, remote: RemoteKey | null, actor: Actor): Promise<void> {
    const key = await session.store().keys.get(link.keyId)
    // A rotation moves the key from one id to the other, and knows better.
    if (key.state === 'rotating') return
    const seen = remote === null ? { missing: true } : { missing: false, seenAt: now() }
    const changes: StoreChange[] = [{ op: 'change-link', id: key.id, change: seen, remoteId: link.remoteId }]
    const moved: string[] = []
    if (remote === null) {
      if (key.state === 'active' || key.state === 'disabled') {
        changes.push({ op: 'set-state', id: key.id, state: 'unknown', at: now() })
        moved.push('not in the provider’s list')
      }
    } else {
      const fields: KeyChange = differences(key, remote)
      moved.push(...Object.keys(fields))
      if (moved.length > 0) changes.push({ op: 'edit-key', id: key.id, fields, at: now() })
      const state = stateOf(remote.status, key.state)
      if (state !== null && state !== key.state) {
        changes.push({ op: 'set-state', id: key.id, state, at: now() })
        moved.push(state)
      }
      if (remote.lastUsedAt !== null && remote.lastUsedAt > (key.lastUsedAt ?? '')) {
        changes.push({ op: 'note-use', id: key.id, at: remote.lastUsedAt })
      }
    }
    const audit = moved.length > 0 ? [auditOfKey('key.synced', actor, key.id, moved.join(', '))] : []
    await session.store().remote.apply(changes, audit)
  }

  async function listKind(account: Account, kind: string, actor: Actor): Promise<ListedRemoteKey[]> {
    const remote = await accounts.ask(account, 'list', account.connection.fields.name, (one, ex) => one.list(kind, ex))
    const byRemoteId = new Map(remote.map((key) => [key.remoteId, key]))
    const links = (await session.store().remote.links(account.connection.id)).filter((link) => link.kind === kind)
    for (const link of links) {
      if (link.remoteId !== null) await catchUp(link, byRemoteId.get(link.remoteId) ?? null, actor)
    }
    const tied = new Map(links.map((link) => [link.remoteId, link.keyId]))
    return remote.map((key) => ({ kind, key, keyId: tied.get(key.remoteId) ?? null }))
  }

  async function toggle(id: KeyId, enabled: boolean, actor: Actor): Promise<void> {
    const key = await tied(id)
    const ask = asking(key, key.key.name)
    const remote = await current(key, ask)
    const operation = enabled ? 'enable' : 'disable'
    await ask(operation, (one: Connector, exchange) => one[operation](key.link.kind, remote, exchange))
    await apply(
      [{ op: 'set-state', id, state: enabled ? 'active' : 'disabled', at: now() }],
      [auditOfKey(enabled ? 'key.enabled' : 'key.disabled', actor, id)]
    )
  }

  return {
    async link(id) {
      const link = await session.store().remote.link(id)
      return link === null ? null : toRemoteLink({ link, ...(await accounts.of(link.connectionId)) })
    },
    async list(id, actor) {
      const account = await accounts.of(id)
      const { kinds } = account.connector.description
      const offered = kinds.filter((kind) => account.connector.offers(kind.id, 'list'))
      const items: ListedRemoteKey[] = []
      for (const kind of offered) items.push(...(await listKind(account, kind.id, actor)))
      changed()
      return { items, notOffered: kinds.filter((kind) => !offered.includes(kind)).map((kind) => kind.id) }
    },
    async adopt(id, kind, remoteIds, actor) {
      const account = await accounts.of(id)
      const listed = await listKind(account, kind, actor)
      const wanted = listed.filter(({ key, keyId }) => keyId === null && remoteIds.includes(key.remoteId))
      const added: KeyId[] = []
      const changes: StoreChange[] = []
      for (const { key } of wanted) {
        const keyId = newKeyId(clock.nowMs())
        const fields = fieldsOf(account.connector.description.name, key, NOTHING_LOCAL)
        const state = stateOf(key.status, 'active') ?? 'active'
        const preview = key.preview ?? '••••••••'
        changes.push({ op: 'add-key', key: { id: keyId, fields, state, preview, secret: null, at: now() } })
        changes.push({
          op: 'save-link',
          link: newLink({
            keyId,
            connectionId: id,
            kind,
            remoteId: key.remoteId,
            origin: 'adopted',
            forgetsSecret: false,
            services: key.services,
            at: now()
          })
        })
        added.push(keyId)
      }
      await apply(
        changes,
        added.map((keyId) => auditOfKey('key.adopted', actor, keyId))
      )
      return added
    },
    async edit(id, change, actor) {
      const key = await tied(id)
      const input = toUpdateInput(key.kind(key.link.kind), change)
      const ask = asking(key, key.key.name)
      const remote = await current(key, ask)
      const answer = await ask('update', (one, exchange) => one.update(key.link.kind, remote, input, exchange))
      const fields: KeyChange = { ...toKeyChange(input), ...(answer === null ? {} : differences(key.key, answer)) }
      await apply(
        [{ op: 'edit-key', id, fields, at: now() }],
        [auditOfKey('key.changed-at-provider', actor, id, Object.keys(input).join(', '))]
      )
    },
    setEnabled: toggle,
    async renew(id, choice, actor) {
      const key = await tied(id)
      const expiry = toExpiry(key.kind(key.link.kind).expiry, choice, clock.nowMs())
      const ask = asking(key, key.key.name)
      const remote = await current(key, ask)
      const answer = await ask('renew', (one, exchange) => one.renew(key.link.kind, remote, expiry, exchange))
      const expiresAt = answer?.expiresAt ?? (expiry.kind === 'at' ? expiry.at : null)
      await apply(
        [{ op: 'edit-key', id, fields: { expiresAt }, at: now() }],
        [auditOfKey('key.renewed', actor, id, expiresAt ?? 'never')]
      )
    },
    async revoke(id, actor) {
      const key = await tiedKey(session, accounts, id)
      const open = await session.store().remote.rotations({ open: true, keyId: id })
      if (open.length > 0) throw new AppError('rotation-running', { name: key.key.name })
      // One that is followed by hand has no id to be asked for: the person ends it, and it is written down.
      if (key.link.remoteId !== null && accounts.speaks(key) && key.connector.offers(key.link.kind, 'revoke')) {
        const { link } = withRemoteId(key)
        await accounts.ask(key, 'revoke', key.key.name, (one, exchange) =>
          one.revoke(link.kind, link.remoteId, exchange)
        )
      }
      await apply([{ op: 'set-state', id, state: 'revoked', at: now() }], [auditOfKey('key.revoked', actor, id)])
    },
    async verify(id) {
      const key = await tiedKey(session, accounts, id)
      if (!accounts.speaks(key) || !key.connector.offers(key.link.kind, 'verify')) return null
      const secret = toText(await session.store().remote.secretFor(id, null))
      return accounts.ask(key, 'verify', key.key.name, (one, exchange) => one.verify(key.link.kind, secret, exchange))
    },
    async setPolicy(id, policy, actor) {
      await tiedKey(session, accounts, id)
      await apply(
        [{ op: 'change-link', id, change: { policy } }],
        [auditOfKey('key.policy-set', actor, id, policy.kind)]
      )
    },
    async untie(id, actor) {
      const open = await session.store().remote.rotations({ open: true, keyId: id })
      if (open.length > 0) throw new AppError('rotation-running', { name: (await session.store().keys.get(id)).name })
      await apply([{ op: 'drop-link', id }], [auditOfKey('key.untied', actor, id)])
    }
  }
}

function toKeyChange(change: UpdateInput): KeyChange {
  const { name, description, scopes, roles, ipRanges } = change
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(scopes === undefined ? {} : { scopes: [...scopes] }),
    ...(roles === undefined ? {} : { roles: [...roles] }),
    ...(ipRanges === undefined ? {} : { ipRanges: [...ipRanges] })
  }
}
