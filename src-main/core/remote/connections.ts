import { AppError } from '@contract/errors'
import type { Instant } from '@contract/model/base'
import type {
  Connection,
  ConnectionChange,
  ConnectionFields,
  ConnectionId,
  ConnectionTest
} from '@contract/model/connection'
import type { ConnectorDescription, ScopeChoice } from '@contract/model/connector'
import type { Connector, ConnectorBook } from '../../connectors/connector'
import type { Clock } from '../../ports/clock'
import type { StoreChange, StoredConnection } from '../../ports/remote-store'
import { auditOf, type Actor } from '../actor'
import { newConnectionId } from '../ids'
import { previewOf } from '../preview'
import type { SessionKeeper } from '../session-keeper'
import { toFailure, type Accounts } from './accounts'

export type OptionsOf = 'roles' | 'projects' | 'scopes' | 'services'

/** Accounts at providers. Each method throws `vault-locked` when no vault is open. */
export interface Connections {
  list(): Promise<Connection[]>
  /** Throws `connector-not-found`, `input-invalid`, `url-invalid`, `url-not-https`, `password-needed-again`. Nothing is sent. */
  add(
    connectorId: string,
    fields: ConnectionFields,
    credentials: Readonly<Record<string, string>>,
    actor: Actor
  ): Promise<ConnectionId>
  edit(
    id: ConnectionId,
    change: ConnectionChange,
    credentials: Readonly<Record<string, string>>,
    actor: Actor
  ): Promise<void>
  remove(id: ConnectionId, keepKeys: boolean, actor: Actor): Promise<void>
  test(id: ConnectionId): Promise<ConnectionTest>
  options(id: ConnectionId, of: OptionsOf): Promise<ScopeChoice[]>
}

interface Parts {
  readonly session: SessionKeeper
  readonly connectors: ConnectorBook
  readonly accounts: Accounts
  readonly clock: Clock
  readonly askAgainMinutes: () => number
  readonly changed: () => void
}

export function createConnections({
  session,
  connectors,
  accounts,
  clock,
  askAgainMinutes,
  changed
}: Parts): Connections {
  const now = (): Instant => new Date(clock.nowMs()).toISOString()
  const store = (): ReturnType<SessionKeeper['store']>['remote'] => session.store().remote

  async function apply(changes: StoreChange[], action: Parameters<typeof auditOf>[0], name: string, actor: Actor) {
    await store().apply(changes, [auditOf(action, actor, clock.nowMs(), null, name)])
    changed()
  }

  const credentialChanges = (id: ConnectionId, values: Readonly<Record<string, string>>): StoreChange[] =>
    Object.entries(values).map(([credential, value]) => ({
      op: 'save-credential',
      connectionId: id,
      id: credential,
      secret: new TextEncoder().encode(value),
      preview: previewOf(value),
      at: now()
    }))

  async function find(id: string): Promise<Connector> {
    const connector = await connectors.find(id)
    if (connector === null) throw new AppError('connector-not-found', { connector: id })
    return connector
  }

  async function askFacts(id: ConnectionId): Promise<Omit<ConnectionTest, 'at' | 'ok'>> {
    const account = await accounts.of(id)
    const { name } = account.connection.fields
    const checks: ConnectionTest['checks'] = []
    const attempt = async <Value>(operation: string, work: Promise<Value>): Promise<Value | null> => {
      try {
        const value = await work
        checks.push({ operation, ok: true, failure: null })
        return value
      } catch (error) {
        checks.push({ operation, ok: false, failure: toFailure(error) })
        return null
      }
    }
    const { connector } = account
    const reached = await attempt(
      'test',
      accounts.ask(account, 'test', name, async (one, exchange) => {
        await one.test(exchange)
        return true
      })
    )
    const facts =
      reached === true && connector.offersAccount('account')
        ? await attempt(
            'account',
            accounts.ask(account, 'account', name, (one, exchange) => one.account(exchange))
          )
        : null
    let keysUsed = facts?.keysUsed ?? null
    for (const { id: kind } of connector.description.kinds) {
      if (reached !== true || !connector.offers(kind, 'list')) continue
      const keys = await attempt(
        'list',
        accounts.ask(account, 'list', name, (one, ex) => one.list(kind, ex))
      )
      if (facts?.keysUsed == null && keys !== null) {
        keysUsed = (keysUsed ?? 0) + keys.filter(({ status }) => status !== 'revoked').length
      }
    }
    const plan = facts?.plan ?? null
    const ofPlan = connector.description.plans.find((known) => known.id === plan?.toLowerCase())?.maxKeys
    const ofKind = connector.description.kinds.find(({ maxKeys }) => maxKeys !== null)?.maxKeys
    return { checks, plan, keysUsed, keysLimit: facts?.keysLimit ?? ofPlan ?? ofKind ?? null }
  }

  return {
    async list() {
      const { usable } = await connectors.all()
      const byId = new Map(usable.map(({ description }) => [description.id, description]))
      return (await store().connections()).map((stored) => toConnection(stored, byId.get(stored.connectorId)))
    },
    async add(connectorId, fields, credentials, actor) {
      if (fields.allowPrivate || fields.ca !== null) session.requireRecentPassword(askAgainMinutes())
      const connector = await find(connectorId)
      requireFit(connector.description, fields, credentials)
      connector.checkOverrides(fields.overrides)
      const id = newConnectionId(clock.nowMs())
      await apply(
        [
          { op: 'save-connection', id, connectorId, fields, origin: originFor(connector, fields), at: now() },
          ...credentialChanges(id, credentials)
        ],
        'connection.added',
        fields.name,
        actor
      )
      return id
    },
    async edit(id, change, credentials, actor) {
      const stored = await store().connection(id)
      if (decidesWhere(change)) session.requireRecentPassword(askAgainMinutes())
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      const fields: ConnectionFields = { ...stored.fields, ...given }
      const connector = await find(stored.connectorId)
      const kept = stored.credentials
        .map((credential) => credential.id)
        .filter((known) => !Object.hasOwn(credentials, known))
      requireFit(connector.description, fields, credentials, kept)
      connector.checkOverrides(fields.overrides)
      const origin = originFor(connector, fields)
      // A credential was given to one address: it does not follow to another by a change of the address alone.
      if (origin !== null && origin !== stored.origin && kept.length > 0) {
        throw new AppError('input-invalid', {
          path: 'credentials',
          expected: `entered again for the new address: ${kept.join(', ')}`
        })
      }
      await apply(
        [
          { op: 'save-connection', id, connectorId: stored.connectorId, fields, origin, at: now() },
          ...credentialChanges(id, credentials)
        ],
        'connection.edited',
        fields.name,
        actor
      )
    },
    async remove(id, keepKeys, actor) {
      const { fields, keys } = await store().connection(id)
      if (keys > 0 && !keepKeys) throw new AppError('connection-in-use', { name: fields.name, keys })
      const intent = (await store().intents()).find(({ connectionId }) => connectionId === id)
      if (intent !== undefined) throw new AppError('provider-outcome-unknown', { name: intent.label })
      const open = (await store().rotations({ open: true, keyId: null })).find(
        ({ connectionId }) => connectionId === id
      )
      if (open !== undefined) throw new AppError('rotation-running', { name: open.label })
      await apply([{ op: 'drop-connection', id }], 'connection.removed', fields.name, actor)
    },
    async test(id) {
      const facts = await askFacts(id)
      // What was broken off says nothing of the account: its last verdict stands.
      if (facts.checks.some(({ failure }) => failure?.code === 'cancelled')) throw new AppError('cancelled', {})
      const test: ConnectionTest = { ...facts, at: now(), ok: facts.checks.every(({ ok }) => ok) }
      await store().apply([{ op: 'save-test', connectionId: id, test }], [])
      changed()
      return test
    },
    async options(id, of) {
      const account = await accounts.of(id)
      return accounts.ask(account, of, account.connection.fields.name, (one, exchange) => one.options(of, exchange))
    }
  }
}

/** Whether a change decides where credentials and values go, and under which rules. */
function decidesWhere({ baseUrl, variables, overrides, allowPrivate, ca, mode }: ConnectionChange): boolean {
  return [baseUrl, variables, overrides, allowPrivate, ca, mode].some((value) => value !== undefined)
}

function toConnection(stored: StoredConnection, description: ConnectorDescription | undefined): Connection {
  return {
    ...stored.fields,
    id: stored.id,
    connectorId: stored.connectorId,
    provider: description?.name ?? stored.connectorId,
    usable: description !== undefined,
    credentials: [...stored.credentials],
    lastTest: stored.lastTest,
    keys: stored.keys,
    createdAt: stored.createdAt
  }
}

/** Throws `input-invalid`, `url-invalid` for what this connector does not know or still needs. */
function requireFit(
  description: ConnectorDescription,
  fields: ConnectionFields,
  credentials: Readonly<Record<string, string>>,
  kept: readonly string[] = []
): void {
  const unknown = Object.keys(credentials).find((id) => !description.credentials.some((known) => known.id === id))
  if (unknown !== undefined)
    throw new AppError('input-invalid', { path: `credentials.${unknown}`, expected: 'not there' })
  if (fields.mode === 'guided') {
    if (!description.guided) throw new AppError('input-invalid', { path: 'mode', expected: 'api' })
    return
  }
  if ((fields.baseUrl ?? description.baseUrl) === null) {
    throw new AppError('input-invalid', { path: 'baseUrl', expected: 'the provider’s address' })
  }
  for (const { id, required } of description.credentials) {
    if (required && !Object.hasOwn(credentials, id) && !kept.includes(id)) {
      throw new AppError('input-invalid', { path: `credentials.${id}`, expected: 'a value' })
    }
  }
  for (const { id, required, default: value } of description.variables) {
    if (required && value === null && (fields.variables[id] ?? '') === '') {
      throw new AppError('input-invalid', { path: `variables.${id}`, expected: 'a value' })
    }
  }
}

/** Throws `input-invalid`, `url-invalid`, `url-not-https`. */
function originFor(connector: Connector, fields: ConnectionFields): string | null {
  if (fields.mode === 'guided') return null
  const baseUrl = fields.baseUrl ?? connector.description.baseUrl ?? ''
  return connector.originFor({ baseUrl, variables: fields.variables })
}
