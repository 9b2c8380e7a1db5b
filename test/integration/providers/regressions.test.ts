import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@contract/ipc'
import type { ConnectionId } from '@contract/model/connection'
import { PASSWORD } from '../app/open-app'
import type { FaultSpec } from '../../sandbox/faults/fault-spec'
import { kqOf } from '../env/open-env'
import { openProviders, settle, type ProvidersTest } from './open-providers'

const HOUR_MS = 3_600_000
const CREATE_PATH = /^\/keys$/
let test: ProvidersTest
const strangers: Server[] = []

afterEach(async () => {
  await test.close()
  for (const stranger of strangers.splice(0)) stranger.close()
})

/** A server that is not the provider, and what it was sent. */
async function openStranger(): Promise<{ baseUrl: string; received: string[] }> {
  const received: string[] = []
  const server = createServer((request, response) => {
    received.push(request.headers.authorization ?? '')
    response.setHeader('content-type', 'application/json').end('{}')
  })
  strangers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { baseUrl: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, received }
}

type Local = InputOf<'remote.create'>['local']

const atCloudoora = (connectionId: ConnectionId, name = 'ci', local: Local = {}): InputOf<'remote.create'> => ({
  connectionId,
  kind: 'key',
  request: { name, scopes: ['read-only'] },
  local
})

async function openCloudoora(): Promise<{
  connectionId: ConnectionId
  server: ProvidersTest['sandbox']['providers']['cloudoora']
}> {
  test = await openProviders(['cloudoora'], { askPasswordAgainMinutes: 5 })
  return { connectionId: await test.connect('cloudoora'), server: test.sandbox.providers.cloudoora }
}

const failOnce = (fault: FaultSpec): FaultSpec => ({ ...fault, method: 'POST', path: CREATE_PATH, times: 1 })

describe('whoever drives the window without the password', () => {
  it('cannot have a key’s value sent to another address', async () => {
    const { connectionId } = await openCloudoora()
    const { id } = await test.app.call('remote.create', atCloudoora(connectionId))
    test.app.clock.jump(HOUR_MS)
    test.app.clock.pass(10 * 60_000)
    const stranger = await openStranger()
    const moved = { id: connectionId, fields: { baseUrl: stranger.baseUrl }, credentials: { apiKey: 'theirs' } }
    expect(await test.app.failure('connections.edit', moved)).toBe('password-needed-again')
    await test.app.call('remote.verify', { id })
    expect(stranger.received).toEqual([])
  })

  it('cannot have an old value shown by entering a new one and going back', async () => {
    const { connectionId } = await openCloudoora()
    const { id } = await test.app.call('remote.create', atCloudoora(connectionId))
    await test.app.call('remote.putAway', { id })
    await test.app.call('connections.edit', { id: connectionId, fields: { mode: 'guided' } })
    const rotation = await test.app.call('rotations.start', { id })
    await test.app.call('rotations.enterValue', { id: rotation.id, secret: 'junk', anyFormat: true })
    await test.app.call('rotations.abort', { id: rotation.id })
    expect(await test.app.failure('remote.revealNew', { id })).toBe('password-needed-again')
  })

  it('is not answered with a new value after the lock that came while it was fetched', async () => {
    const { connectionId } = await openCloudoora()
    const { id } = await test.app.call('remote.create', atCloudoora(connectionId))
    const { app } = test.app
    app.onEvent((event) => {
      if (event.name === 'keys.changed') void app.lock('screen-lock')
    })
    expect(await test.app.failure('remote.revealNew', { id })).toBe('vault-locked')
  })
})

describe('a manifest that was changed after the credential was entered', () => {
  it('does not take it to another host', async () => {
    await openCloudoora()
    const [first, second] = [await openStranger(), await openStranger()]
    const manifest = JSON.parse(readFileSync('resources/connectors/cloudnexus.json', 'utf8')) as Record<string, object>
    const folder = join(test.app.home, 'connectors')
    mkdirSync(folder)
    const write = (baseUrl: string): void => {
      const mine = { ...manifest, id: 'mine', connection: { ...manifest.connection, baseUrl, provenance: 'assumed' } }
      writeFileSync(join(folder, 'mine.json'), JSON.stringify(mine))
    }
    write(first.baseUrl)
    const { id } = await test.app.call('connections.add', {
      connectorId: 'mine',
      fields: { name: 'mine' },
      credentials: { apiKey: 'management' }
    })
    await test.app.call('connections.test', { id })
    expect(first.received).not.toEqual([])
    write(second.baseUrl)
    const { checks } = await test.app.call('connections.test', { id })
    expect(checks[0]?.failure?.code).toBe('url-other-host')
    expect(second.received).toEqual([])
  })
})

describe('what is unfinished', () => {
  it('is never taken for a key that the vault follows', async () => {
    const { connectionId, server } = await openCloudoora()
    server.fault(failOnce({ kind: 'reset-before' }))
    await test.app.failure('remote.create', atCloudoora(connectionId))
    const { id } = await test.app.call('remote.create', atCloudoora(connectionId))
    const [unfinished] = (await test.app.call('unfinished.list', {})).items
    const found = await test.app.call('unfinished.look', { id: unfinished?.id ?? '' })
    expect(found).toMatchObject({ finding: 'not-there', remoteId: null })
    expect((await test.app.call('keys.get', { id })).state).toBe('active')
  })

  it('is settled once, however often it is asked for', async () => {
    const { connectionId, server } = await openCloudoora()
    server.fault(failOnce({ kind: 'reset-after' }))
    await test.app.failure('remote.create', atCloudoora(connectionId))
    const [unfinished] = (await test.app.call('unfinished.list', {})).items
    const settleIt = { id: unfinished?.id ?? '', choice: 'revoke-and-create' } as const
    await test.app.call('unfinished.look', { id: settleIt.id })
    const both = await Promise.all([
      test.app.failure('unfinished.settle', settleIt),
      test.app.failure('unfinished.settle', settleIt)
    ])
    expect(both.sort()).toEqual(['none', 'unfinished-not-found'])
    expect(server.keys().filter(({ name, status }) => name === 'ci' && status === 'active')).toHaveLength(1)
  })

  it('is not settled while its answer is still on the way', async () => {
    const { connectionId, server } = await openCloudoora()
    server.fault(failOnce({ kind: 'drip', bytesPerSecond: 500 }))
    const creating = test.app.call('remote.create', atCloudoora(connectionId))
    await settle(() => server.keys().some(({ name }) => name === 'ci'))
    const [unfinished] = (await test.app.call('unfinished.list', {})).items
    expect(await test.app.failure('unfinished.look', { id: unfinished?.id ?? '' })).toBe('rotation-running')
    const { id } = await creating
    expect((await test.app.call('keys.get', { id })).hasSecret).toBe(true)
    expect(await test.app.call('unfinished.list', {})).toEqual({ items: [] })
  })

  it('keeps its connection from being removed', async () => {
    const { connectionId, server } = await openCloudoora()
    server.fault(failOnce({ kind: 'reset-after' }))
    await test.app.failure('remote.create', atCloudoora(connectionId))
    expect(await test.app.failure('connections.remove', { id: connectionId, keepKeys: true })).toBe(
      'provider-outcome-unknown'
    )
  })
})

describe('a rotation', () => {
  it('keeps its key from the bin and its values from being removed', async () => {
    const { connectionId } = await openCloudoora()
    const { id } = await test.app.call('remote.create', atCloudoora(connectionId))
    await test.app.call('rotations.start', { id })
    expect(await test.app.failure('keys.delete', { id })).toBe('rotation-running')
    expect(await test.app.failure('keys.purgeValues', { id })).toBe('rotation-running')
    expect(await test.app.failure('keys.edit', { id, fields: { keep: 'never' } })).toBe('rotation-running')
    expect(await test.app.failure('connections.remove', { id: connectionId, keepKeys: true })).toBe('rotation-running')
  })

  it('in place keeps the new value of a key that keeps none, until somebody has seen it', async () => {
    const { connectionId } = await openCloudoora()
    const { id } = await test.app.call('remote.create', atCloudoora(connectionId, 'ci', { keep: 'never' }))
    await test.app.call('remote.putAway', { id })
    expect(await test.app.call('rotations.start', { id, mode: 'in-place' })).toMatchObject({ step: 'done' })
    const { secret } = await test.app.call('remote.revealNew', { id })
    expect(test.sandbox.providers.cloudoora.keys().some((key) => key.secretWorks(secret))).toBe(true)
    await test.app.call('remote.putAway', { id })
    expect((await test.app.call('keys.get', { id })).hasSecret).toBe(false)
  })

  it('by hand never revokes a key by its id', async () => {
    const { connectionId, server } = await openCloudoora()
    const { id } = await test.app.call('remote.create', atCloudoora(connectionId))
    const { remoteId } = await test.link(id)
    await test.app.call('connections.edit', { id: connectionId, fields: { mode: 'guided' } })
    const rotation = await test.app.call('rotations.start', { id })
    await test.app.call('rotations.enterValue', { id: rotation.id, secret: 'regenerated', anyFormat: true })
    const { credentials } = server
    await test.app.call('connections.edit', {
      id: connectionId,
      fields: { mode: 'api' },
      credentials: { ...credentials }
    })
    await test.app.call('rotations.finish', { id: rotation.id })
    expect(server.keys().find((key) => key.id === remoteId)?.status).toBe('active')
  })

  it('that the provider keeps refusing to end can be left', async () => {
    const { connectionId, server } = await openCloudoora()
    const { id } = await test.app.call('remote.create', atCloudoora(connectionId))
    const rotation = await test.app.call('rotations.start', { id })
    server.fault({ kind: 'status', code: 403, path: /revoke/ })
    expect(await test.app.call('rotations.finish', { id: rotation.id })).toMatchObject({
      step: 'revoking',
      may: ['continue', 'leave']
    })
    expect(await test.app.call('rotations.leave', { id: rotation.id })).toMatchObject({ step: 'done' })
    expect((await test.app.call('keys.get', { id })).state).toBe('active')
  })

  it('of a restored vault stands still until a person goes on', async () => {
    const { connectionId, server } = await openCloudoora()
    const { id } = await test.app.call('remote.create', atCloudoora(connectionId))
    const { remoteId } = await test.link(id)
    const rotation = await test.app.call('rotations.start', { id, revokeAtEnd: true })
    const { file } = await test.app.call('backups.make', {})
    await test.app.call('rotations.abort', { id: rotation.id })
    test.app.clock.jump(72 * HOUR_MS)
    await test.app.call('session.lock', {})
    await test.app.call('backups.restore', { file, password: PASSWORD })
    await test.app.call('session.unlock', { password: PASSWORD })
    await settle(async () => (await test.app.call('rotations.list', {})).items[0]?.failure?.code === 'vault-restored')
    test.app.clock.pass(10 * 60_000)
    await settle(async () => (await test.app.call('audit.list', {})).items.length > 0)
    expect(server.keys().find((key) => key.id === remoteId)?.status).toBe('active')
  })

  it('that is aborted in its grace says that the old key still ends', async () => {
    test = await openProviders(['cloudnexus'])
    const connectionId = await test.connect('cloudnexus')
    const { id } = await test.app.call('remote.create', {
      connectionId,
      kind: 'key',
      request: { name: 'ci', environment: 'dev', scopes: ['compute:read'], expiry: { kind: 'never' } }
    })
    const rotation = await test.app.call('rotations.start', { id })
    await test.app.call('rotations.abort', { id: rotation.id })
    expect((await test.app.call('keys.get', { id })).expiresAt).toBe(rotation.graceEndsAt)
  })
})

describe('a policy', () => {
  it('that is always due tries once a day', async () => {
    test = await openProviders(['cloudnexus'])
    const connectionId = await test.connect('cloudnexus')
    const { id } = await test.app.call('remote.create', {
      connectionId,
      kind: 'key',
      request: { name: 'ci', environment: 'dev', scopes: ['compute:read'], expiry: { kind: 'days', days: 30 } }
    })
    const policy = { kind: 'automatic', everyDays: null, beforeExpiryDays: 365, revokeAtEnd: true } as const
    await test.app.call('remote.setPolicy', { id, policy })
    const server = test.sandbox.providers.cloudnexus
    server.clearRequests()
    await test.inTime(() => Promise.resolve(server.countOf('POST', /renew/) > 0))
    const endMs = test.app.clock.nowMs() + 10 * 60_000
    await test.inTime(() => Promise.resolve(test.app.clock.nowMs() > endMs))
    expect(server.countOf('POST', /renew/)).toBe(1)
  })
})

describe('a project that is renamed', () => {
  it('leaves a key alone that its provider knows by a project of that name', async () => {
    test = await openProviders(['cloudapi'])
    const { app } = test
    const { id } = await app.call('remote.create', {
      connectionId: await test.connect('cloudapi'),
      kind: 'key',
      request: { name: 'ci', project: 'proj_8f2c4' }
    })
    expect((await app.call('keys.get', { id })).project).toBe('proj_8f2c4')
    const kq = kqOf(app)
    const project = await kq('projects.add', { folder: app.home, name: 'proj_8f2c4' })
    expect(await kq('projects.rename', { id: project.id, name: 'shop' })).toEqual({ keyIds: [] })
    expect((await app.call('keys.get', { id })).project).toBe('proj_8f2c4')
  })
})
