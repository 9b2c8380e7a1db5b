import type { Connection, ConnectionId, ListedRemoteKey } from '@contract/model/connection'
import { connectionFields } from '@contract/model/connection'
import { Refusal, type CallsOf, type FakeWorld } from './fake-calls.ts'
import { passed, sampleConnections, sampleRemoteKeys } from './sample-connections.ts'
import { brokenManifest, sampleConnectors } from './sample-connectors.ts'
import { instantAt, previewOf, sampleId, sampleKey } from './sample-keys.ts'

export interface FakeConnectionOptions {
  readonly connections?: 'none' | 'sample'
  readonly brokenManifests?: boolean
  /** How long a provider takes to answer, and how long of that it makes one wait. */
  readonly providerMs?: number
  readonly waitMs?: number
}

/** The accounts of the fake vault, for the other parts of the fake bridge. */
export interface FakeConnections {
  readonly calls: CallsOf<'connectors' | 'connections'>
  all(): readonly Connection[]
  get(id: string): Connection
  /** Takes as long as a provider call does, shown as work; refuses once it is cancelled. */
  busy(job: string, name: string): Promise<void>
  cancel(): void
  /** Connections, links, rotations or unfinished work have changed. */
  changed(): void
}

/** A credential that contains this word is refused by the fake providers. */
const WRONG = 'wrong'

export function createFakeConnections(world: FakeWorld, options: FakeConnectionOptions): FakeConnections {
  const nowMs = Date.now()
  const connections = new Map<string, Connection>()
  if (options.connections !== 'none') for (const one of sampleConnections(nowMs)) connections.set(one.id, one)
  const remote = sampleRemoteKeys(nowMs)
  const adopted = new Map<string, string>()
  const refused = new Set<string>()
  let cancelled: (() => void) | null = null
  let works = 0

  const changed = (): void => {
    world.emit('remote.changed', {})
  }
  const get = (id: string): Connection => {
    const found = connections.get(id)
    if (!found) throw new Refusal('connection-not-found', { name: id })
    return found
  }
  async function busy(job: string, name: string): Promise<void> {
    const { providerMs = 0, waitMs = 0 } = options
    if (providerMs === 0) return
    const startedAt = instantAt(Date.now())
    const waitsUntil = waitMs === 0 ? null : instantAt(Date.now() + waitMs)
    const item = { id: String(++works), job, name, startedAt, waitsUntil, waitsFor: waitMs === 0 ? null : 'rate-limit' }
    world.emit('work.changed', { items: [item] })
    try {
      await new Promise<void>((resolve, reject) => {
        cancelled = () => {
          reject(new Refusal('cancelled'))
        }
        setTimeout(resolve, providerMs)
      })
    } finally {
      world.emit('work.changed', { items: [] })
    }
  }
  const hostOf = ({ connectorId, baseUrl }: Connection): string => {
    const url = baseUrl ?? sampleConnectors.find(({ id }) => id === connectorId)?.baseUrl ?? ''
    return URL.canParse(url) ? new URL(url).host : url
  }
  const listed = (connection: Connection): ListedRemoteKey[] =>
    remote.map((key) => ({
      kind: sampleConnectors.find(({ id }) => id === connection.connectorId)?.kinds[0]?.id ?? 'key',
      key,
      keyId: (adopted.get(`${connection.id} ${key.remoteId}`) ?? null) as ListedRemoteKey['keyId']
    }))
  const keep = (id: string, credentials: Readonly<Record<string, string>>): void => {
    const connection = get(id)
    for (const [credential, value] of Object.entries(credentials)) {
      const saved = { id: credential, preview: previewOf(value), updatedAt: instantAt(Date.now()) }
      connection.credentials = [...connection.credentials.filter((known) => known.id !== credential), saved]
      if (value.includes(WRONG)) refused.add(id)
      else refused.delete(id)
    }
  }

  return {
    all: () => [...connections.values()],
    get,
    busy,
    changed,
    cancel: () => cancelled?.(),
    calls: {
      'connectors.list': () => ({
        items: [...sampleConnectors],
        broken: options.brokenManifests === true ? [brokenManifest] : [],
        folder: '/home/dev/.config/keyquay/connectors'
      }),
      'connectors.check': () => ({ problems: [], description: null }),
      'connections.list': () => ({ items: [...connections.values()] }),
      'connections.add': ({ connectorId, fields, credentials }) => {
        const description = sampleConnectors.find(({ id }) => id === connectorId)
        if (!description) throw new Refusal('connector-not-found', { connector: connectorId })
        const id = sampleId(9_100 + connections.size) as string as ConnectionId
        connections.set(id, {
          ...connectionFields.parse(fields),
          id,
          connectorId,
          provider: description.name,
          usable: true,
          credentials: [],
          lastTest: null,
          keys: 0,
          createdAt: instantAt(Date.now())
        })
        keep(id, credentials ?? {})
        world.record('connection.added', undefined, fields.name)
        changed()
        return { id }
      },
      'connections.edit': ({ id, fields, credentials }) => {
        const given = Object.entries(fields ?? {}).filter(([, value]) => value !== undefined)
        Object.assign(get(id), Object.fromEntries(given))
        keep(id, credentials ?? {})
        world.record('connection.edited', undefined, get(id).name)
        changed()
        return {}
      },
      'connections.remove': ({ id, keepKeys }) => {
        const { keys, name } = get(id)
        if (keys > 0 && keepKeys !== true) throw new Refusal('connection-in-use', { name, keys })
        connections.delete(id)
        world.record('connection.removed', undefined, name)
        changed()
        return {}
      },
      'connections.test': async ({ id }) => {
        const connection = get(id)
        await busy('test', connection.name)
        const details = { host: hostOf(connection) }
        const failure = { code: 'provider-credential-refused' as const, details }
        connection.lastTest = refused.has(id)
          ? { ...passed(Date.now()), ok: false, checks: [{ operation: 'test', ok: false, failure }] }
          : passed(Date.now(), { plan: 'Professional', keysUsed: remote.length, keysLimit: 10 })
        changed()
        return connection.lastTest
      },
      'connections.options': async ({ id, of }) => {
        await busy(of, get(id).name)
        const names = { roles: ['ADMIN', 'USER'], projects: ['Core Platform'], scopes: [], services: [] }[of]
        return { items: names.map((label) => ({ id: label, label, description: '', risk: null })) }
      },
      'connections.keys': async ({ id }) => {
        const connection = get(id)
        await busy('list', connection.name)
        if (refused.has(id)) throw new Refusal('provider-credential-refused', { host: hostOf(connection) })
        const description = sampleConnectors.find((known) => known.id === connection.connectorId)
        const notOffered = (description?.kinds ?? []).filter(({ operations }) => !operations.list).map((one) => one.id)
        return { items: notOffered.length === description?.kinds.length ? [] : listed(connection), notOffered }
      },
      'connections.adopt': ({ id, remoteIds }) => {
        const connection = get(id)
        const added = remoteIds.map((remoteId) => {
          const found = remote.find((key) => key.remoteId === remoteId)
          const key = sampleKey(7_000 + world.keys.size, { name: found?.name ?? '', secret: '', createdDays: 0 }, nowMs)
          Object.assign(key.details, { hasSecret: false, connectionId: id, remoteId, provider: connection.provider })
          world.keys.set(key.details.id, key)
          adopted.set(`${id} ${remoteId}`, key.details.id)
          world.record('key.adopted', key.details)
          return key.details.id
        })
        connection.keys += added.length
        world.changed()
        changed()
        return { added }
      }
    }
  }
}
