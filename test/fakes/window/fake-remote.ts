import type { InputOf } from '@contract/ipc'
import type { KeyId } from '@contract/model/base'
import type { ConnectorDescription, KeyKind } from '@contract/model/connector'
import type { RemoteLink, RemoteRequest } from '@contract/model/connection'
import { keyStatusAt } from '@contract/model/key-status'
import type { Rotation, Unfinished } from '@contract/model/rotation'
import { Refusal, type CallsOf, type FakeRemoteWorld } from './fake-calls.ts'
import { sampleConnections } from './sample-connections.ts'
import { sampleConnectors } from './sample-connectors.ts'
import { instantAt, previewOf, sampleKey, type SampleKey } from './sample-keys.ts'
import { inGrace, newRotation, newUnfinished, oldUseOf, stuck } from './sample-rotations.ts'

export interface FakeRemoteOptions {
  /** Keys that are being rotated from the start, by name, and whether their rotation stands still. */
  readonly rotating?: Readonly<Record<string, 'grace' | 'stuck'>>
  /** How many requests are unfinished from the start. */
  readonly unfinished?: number
  /** The next creation is sent, and nobody hears how it ended. */
  readonly createBreaks?: boolean
  readonly graceHours?: number
}

type Created = InputOf<'remote.create'> & { readonly label: string }

const NEW_SECRET = 'cnx_prod_Zq7Lm2Xv9Kt4Rw8Np3Yd6Hs1Bc5Jf0'

/** What keys have to do with their provider, in memory: every provider answers as it should. */
export function createFakeRemote(
  world: FakeRemoteWorld,
  options: FakeRemoteOptions = {}
): CallsOf<'remote' | 'rotations' | 'unfinished'> {
  const { keys, connections } = world
  const nowMs = Date.now()
  const links = new Map<KeyId, RemoteLink>()
  const rotations = new Map<string, Rotation>()
  const unfinished = new Map<string, Unfinished>()
  const requests = new Map<string, Created>()
  const fresh = new Set<KeyId>()
  let made = 0
  let breaks = options.createBreaks === true

  const keyOf = (id: string): SampleKey => {
    const key = keys.get(id as KeyId)
    if (!key) throw new Refusal('key-not-found', { name: id })
    return key
  }
  const linkOf = (id: string): RemoteLink => {
    const link = links.get(id as KeyId)
    if (!link) throw new Refusal('key-not-connected', { name: keyOf(id).details.name })
    return link
  }
  const described = (connectorId: string): ConnectorDescription => {
    const found = sampleConnectors.find(({ id }) => id === connectorId)
    if (!found) throw new Refusal('connector-not-found', { connector: connectorId })
    return found
  }
  const kindOf = (connectorId: string, id: string): KeyKind => {
    const kind = described(connectorId).kinds.find((known) => known.id === id)
    if (!kind) throw new Refusal('connector-not-found', { connector: connectorId })
    return kind
  }
  const rotationOf = (id: string): Rotation => {
    const rotation = rotations.get(id)
    if (!rotation) throw new Refusal('rotation-not-found')
    return rotation
  }
  const unfinishedOf = (id: string): Unfinished => {
    const found = unfinished.get(id)
    if (!found) throw new Refusal('unfinished-not-found')
    return found
  }
  const changed = (): void => {
    world.changed()
    connections.changed()
  }
  const judge = ({ details }: SampleKey): void => {
    details.status = keyStatusAt(details, Date.now())
    details.updatedAt = instantAt(Date.now())
  }
  const isFit = (kind: KeyKind, secret: string): boolean =>
    kind.format.prefixes.length === 0 || kind.format.prefixes.some((prefix) => secret.startsWith(prefix))

  for (const key of keys.values()) {
    const { details } = key
    const connection = sampleConnections(nowMs).find(({ provider }) => provider === details.provider)
    if (!connection || details.deletedAt !== null) continue
    const known = (() => {
      try {
        return connections.get(connection.id)
      } catch {
        return null
      }
    })()
    if (known === null) continue
    links.set(details.id, {
      keyId: details.id,
      connectionId: known.id,
      connectionName: known.name,
      connectorId: known.connectorId,
      kind: described(known.connectorId).kinds[0]?.id ?? 'key',
      mode: known.mode,
      remoteId: known.mode === 'guided' ? null : `key_${details.id.slice(-3).toLowerCase()}`,
      origin: known.mode === 'guided' ? 'guided' : 'created',
      policy: { kind: 'by-hand' },
      seenAt: instantAt(nowMs - 40 * 60_000),
      missing: false,
      forgetsSecret: false
    })
    details.connectionId = known.id
    const state = options.rotating?.[details.name]
    if (state === undefined) continue
    const started = newRotation(key, linkOf(details.id), 'grace', false, rotations.size, nowMs - 3_600_000)
    const standing = inGrace(started, NEW_SECRET, options.graceHours ?? 23, nowMs)
    rotations.set(started.id, state === 'stuck' ? stuck(standing) : standing)
    details.state = 'rotating'
    judge(key)
  }
  const [anyLink] = links.values()
  for (let at = 0; anyLink && at < (options.unfinished ?? 0); at++) {
    const label = ['Metrics reader', 'Nightly export'][at] ?? `Request ${String(at)}`
    const one = newUnfinished(anyLink, label, at, nowMs)
    unfinished.set(one.id, one)
  }

  function store(input: InputOf<'remote.create'>, secret: string, origin: RemoteLink['origin']): KeyId {
    const connection = connections.get(input.connectionId)
    const { provider } = connection
    const request = input.request as Partial<RemoteRequest> & { name: string }
    const key = sampleKey(6_000 + ++made, { name: request.name, secret, provider, createdDays: 0 }, Date.now())
    const { scopes = [], roles = [], ipRanges = [], expiry } = request
    Object.assign(key.details, {
      scopes: [...scopes],
      roles: [...roles],
      ipRanges: [...ipRanges],
      description: request.description ?? '',
      envName: input.local?.envName ?? null,
      tags: [...(input.local?.tags ?? [])],
      environment: input.local?.environment ?? request.environment ?? null,
      project: input.local?.project ?? request.project ?? null,
      expiresAt: expiry?.kind === 'days' ? instantAt(Date.now() + expiry.days * 86_400_000) : null,
      createdAt: instantAt(Date.now()),
      connectionId: connection.id
    })
    judge(key)
    const { id } = key.details
    keys.set(id, key)
    links.set(id, {
      keyId: id,
      connectionId: connection.id,
      connectionName: connection.name,
      connectorId: connection.connectorId,
      kind: input.kind,
      mode: connection.mode,
      remoteId: origin === 'guided' ? null : `key_${String(made)}f2`,
      origin,
      policy: { kind: 'by-hand' },
      seenAt: instantAt(Date.now()),
      missing: false,
      forgetsSecret: input.local?.keep === 'never'
    })
    fresh.add(id)
    world.record('key.created', key.details)
    changed()
    return id
  }

  function take(rotation: Rotation, secret: string): Rotation {
    const key = keyOf(rotation.keyId)
    const link = linkOf(rotation.keyId)
    const { graceHours } = kindOf(link.connectorId, link.kind).rotation
    const next = inGrace(rotation, secret, graceHours, Date.now())
    key.secret = secret
    key.details.preview = previewOf(secret)
    key.details.version++
    fresh.add(rotation.keyId)
    return keepRotation(next)
  }

  function keepRotation(rotation: Rotation): Rotation {
    const key = keyOf(rotation.keyId)
    key.details.state = rotation.endedAt === null ? 'rotating' : 'active'
    judge(key)
    rotations.set(rotation.id, rotation)
    changed()
    return rotation
  }

  const end = (rotation: Rotation, step: 'done' | 'aborted'): Rotation =>
    keepRotation({ ...rotation, step, failure: null, endedAt: instantAt(Date.now()), may: [] })

  return {
    'remote.get': ({ id }) => ({ link: links.get(id as KeyId) ?? null }),
    'remote.tied': ({ ids }) => ({
      items: ids.flatMap((id) => {
        const link = links.get(id as KeyId)
        const key = keys.get(id as KeyId)
        return link && key ? [{ saved: key.details, link }] : []
      })
    }),
    'remote.create': async (input) => {
      const connection = connections.get(input.connectionId)
      await connections.busy('create', input.request.name)
      if (!breaks) return { id: store(input, NEW_SECRET, 'created') }
      breaks = false
      const { id: connectionId, name: connectionName } = connection
      const where = { connectionId, connectionName, kind: input.kind }
      const one = newUnfinished(where, input.request.name, unfinished.size, Date.now() + 180_000)
      unfinished.set(one.id, one)
      requests.set(one.id, { ...input, label: input.request.name })
      connections.changed()
      throw new Refusal('provider-outcome-unknown', { name: input.request.name })
    },
    'remote.guide': ({ connectionId, kind, job }) => {
      const { connectorId, provider } = connections.get(connectionId)
      const guide = kindOf(connectorId, kind).guides[job]
      if (!guide) throw new Refusal('operation-not-offered', { operation: job, provider })
      return guide
    },
    'remote.enterCreated': ({ secret, anyFormat, ...input }) => {
      const { connectorId, provider } = connections.get(input.connectionId)
      const kind = kindOf(connectorId, input.kind)
      if (!isFit(kind, secret) && anyFormat !== true) {
        throw new Refusal('key-format-mismatch', { provider, expected: kind.format.words })
      }
      return { id: store(input, secret, 'guided') }
    },
    'remote.openConsole': () => ({ opened: true }),
    'remote.revealNew': ({ id }) => {
      if (!fresh.has(id as KeyId)) throw new Refusal('password-needed-again')
      world.record('key.shown-once', keyOf(id).details)
      return { secret: keyOf(id).secret }
    },
    'remote.putAway': ({ id }) => {
      fresh.delete(id as KeyId)
      if (links.get(id as KeyId)?.forgetsSecret === true) {
        keyOf(id).details.hasSecret = false
        changed()
      }
      return {}
    },
    'remote.edit': async ({ id, change }) => {
      const { details } = keyOf(id)
      await connections.busy('update', details.name)
      Object.assign(details, Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)))
      changed()
      return {}
    },
    'remote.setEnabled': async ({ id, enabled }) => {
      const key = keyOf(id)
      await connections.busy(enabled ? 'enable' : 'disable', key.details.name)
      key.details.state = enabled ? 'active' : 'disabled'
      judge(key)
      changed()
      return {}
    },
    'remote.renew': async ({ id, expiry }) => {
      const key = keyOf(id)
      await connections.busy('renew', key.details.name)
      if (expiry.kind === 'days') key.details.expiresAt = instantAt(Date.now() + expiry.days * 86_400_000)
      judge(key)
      changed()
      return {}
    },
    'remote.revoke': async ({ id }) => {
      const key = keyOf(id)
      await connections.busy('revoke', key.details.name)
      key.details.state = 'revoked'
      judge(key)
      world.record('key.revoked', key.details)
      changed()
      return {}
    },
    'remote.verify': async ({ id }) => {
      await connections.busy('verify', keyOf(id).details.name)
      const { connectorId, kind } = linkOf(id)
      return { works: kindOf(connectorId, kind).operations.verify === undefined ? null : true }
    },
    'remote.setPolicy': ({ id, policy }) => {
      links.set(id as KeyId, { ...linkOf(id), policy })
      connections.changed()
      return {}
    },
    'remote.untie': ({ id }) => {
      links.delete(id as KeyId)
      keyOf(id).details.connectionId = null
      changed()
      return {}
    },
    'remote.cancel': () => {
      connections.cancel()
      return {}
    },

    'rotations.list': ({ open, keyId }) => ({
      items: [...rotations.values()].filter(
        (one) => (open === false || one.endedAt === null) && (keyId == null || one.keyId === keyId)
      )
    }),
    'rotations.start': async ({ id, mode, revokeAtEnd }) => {
      const key = keyOf(id)
      const link = linkOf(id)
      const wanted = mode ?? kindOf(link.connectorId, link.kind).rotation.mode
      const byHand = link.mode === 'guided' || wanted === 'none'
      await connections.busy('rotate', key.details.name)
      const started = newRotation(
        key,
        link,
        byHand ? 'manual' : wanted,
        revokeAtEnd === true,
        rotations.size,
        Date.now()
      )
      world.record('rotation.started', key.details)
      return byHand ? keepRotation(started) : take(started, NEW_SECRET)
    },
    'rotations.continue': async ({ id }) => {
      const rotation = rotationOf(id)
      await connections.busy('rotate', rotation.keyName)
      const going = rotation.new === null ? take(rotation, NEW_SECRET) : inGrace(rotation, NEW_SECRET, 23, Date.now())
      return keepRotation({ ...going, failure: null })
    },
    'rotations.enterValue': ({ id, secret, anyFormat }) => {
      const rotation = rotationOf(id)
      const { connectorId, kind: kindId } = linkOf(rotation.keyId)
      const kind = kindOf(connectorId, kindId)
      if (!isFit(kind, secret) && anyFormat !== true) {
        throw new Refusal('key-format-mismatch', {
          provider: described(connectorId).name,
          expected: kind.format.words
        })
      }
      return take(rotation, secret)
    },
    'rotations.finish': async ({ id }) => {
      const rotation = rotationOf(id)
      await connections.busy('revoke', rotation.keyName)
      return end(rotation, 'done')
    },
    'rotations.abort': async ({ id }) => {
      const rotation = rotationOf(id)
      await connections.busy('revoke', rotation.keyName)
      const bindings = rotation.bindings.map((one) => ({ ...one, outcome: 'restored' as const, failure: null }))
      return end({ ...rotation, bindings }, 'aborted')
    },
    'rotations.leave': ({ id }) => end(rotationOf(id), 'done'),
    'rotations.oldUse': ({ id }) => ({ use: oldUseOf(rotationOf(id)) }),
    'rotations.set': ({ id, revokeAtEnd }) => keepRotation({ ...rotationOf(id), revokeAtEnd }),

    'unfinished.list': () => ({ items: [...unfinished.values()] }),
    'unfinished.look': async ({ id }) => {
      const one = unfinishedOf(id)
      await connections.busy('list', one.label)
      const found: Unfinished = {
        ...one,
        finding: 'secret-lost',
        remoteId: 'key_9c1',
        may: ['revoke-and-create', 'revoke', 'look']
      }
      unfinished.set(id, found)
      connections.changed()
      return found
    },
    'unfinished.settle': async ({ id, choice }) => {
      const one = unfinishedOf(id)
      await connections.busy('revoke', one.label)
      unfinished.delete(id)
      const request = requests.get(id)
      const again = choice === 'create' || choice === 'revoke-and-create'
      const { connectionId, kind, label } = one
      const keyId = again
        ? store(request ?? { connectionId, kind, request: { name: label } }, NEW_SECRET, 'created')
        : null
      changed()
      return { keyId }
    }
  }
}
