import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@contract/ipc'
import type { ProviderName } from '../../sandbox/types'
import { openProviders, type ProvidersTest } from './open-providers'

const HOUR_MS = 3_600_000
let test: ProvidersTest

beforeEach(async () => {
  test = await openProviders()
})
afterEach(async () => {
  await test.close()
})

type Request = Omit<InputOf<'remote.create'>, 'connectionId'>

/** What a key is asked for at each provider. */
const requests: Readonly<Record<ProviderName, Request>> = {
  cloudoora: { kind: 'key', request: { name: 'ci', scopes: ['read-only'] } },
  cloudapi: { kind: 'token', request: { name: 'ci', scopes: ['users:read', 'usage:read'] } },
  cloudnexus: {
    kind: 'key',
    request: {
      name: 'ci',
      environment: 'prod',
      scopes: ['compute:read', 'storage:write'],
      ipRanges: ['203.0.113.0/24', '127.0.0.1/32'],
      expiry: { kind: 'days', days: 90 }
    }
  },
  cloudcasa: { kind: 'key', request: { name: 'ci', description: 'the pipeline', roles: [] } },
  cloodot: { kind: 'key', request: { name: 'ci', expiry: { kind: 'days', days: 90 } } }
}

async function requestFor(provider: ProviderName, connectionId: InputOf<'remote.create'>['connectionId']) {
  const wanted = requests[provider]
  if (provider !== 'cloudcasa') return { ...wanted, connectionId }
  const { items } = await test.app.call('connections.options', { id: connectionId, of: 'roles' })
  return { ...wanted, connectionId, request: { ...wanted.request, roles: items.slice(0, 1).map(({ id }) => id) } }
}

describe.each(Object.keys(requests) as ProviderName[])('%s', (provider) => {
  it('is created, shown once, listed, rotated, and its old value revoked', async () => {
    const { app, sandbox } = test
    const server = sandbox.providers[provider]
    const connectionId = await test.connect(provider)
    expect((await app.call('connections.test', { id: connectionId })).checks.filter(({ ok }) => !ok)).toEqual([])

    const { id } = await app.call('remote.create', await requestFor(provider, connectionId))
    const { secret } = await app.call('remote.revealNew', { id })
    const first = (await test.link(id)).remoteId
    const state = () => server.keys().find((key) => key.id === first)
    expect(state()?.secretWorks(secret)).toBe(true)
    await app.call('remote.putAway', { id })
    expect(await app.failure('remote.revealNew', { id })).toBe('password-needed-again')
    expect(await app.call('unfinished.list', {})).toEqual({ items: [] })

    const listed = await app.call('connections.keys', { id: connectionId })
    expect(listed.items.find(({ key }) => key.remoteId === first)?.keyId).toBe(id)
    expect((await app.call('keys.get', { id })).state).toBe('active')
    expect(await app.call('remote.verify', { id })).toEqual({ works: true })

    const rotation = await app.call('rotations.start', { id })
    expect(rotation).toMatchObject({ step: 'grace', failure: null, verified: true })
    const second = await test.secretOf(id)
    expect(second).not.toBe(secret)
    const now = (await test.link(id)).remoteId
    expect(now).not.toBe(first)
    expect(state()?.secretWorks(secret)).toBe(true)

    const done = await app.call('rotations.finish', { id: rotation.id })
    expect(done).toMatchObject({ step: 'done', failure: null })
    expect(state()?.secretWorks(secret) ?? false).toBe(false)
    expect(
      server
        .keys()
        .find((key) => key.id === now)
        ?.secretWorks(second)
    ).toBe(true)
    expect((await app.call('keys.get', { id })).state).toBe('active')

    await app.call('remote.revoke', { id })
    expect(
      server
        .keys()
        .find((key) => key.id === now)
        ?.secretWorks(second) ?? false
    ).toBe(false)
    expect((await app.call('keys.get', { id })).state).toBe('revoked')
    expect(await app.call('audit.verify', {})).toMatchObject({ whole: true })
  })

  it('is rotated and put back as it was', async () => {
    const { app, sandbox } = test
    const server = sandbox.providers[provider]
    const connectionId = await test.connect(provider)
    const { id } = await app.call('remote.create', await requestFor(provider, connectionId))
    const secret = await test.secretOf(id)
    const first = (await test.link(id)).remoteId
    const rotation = await app.call('rotations.start', { id })
    const second = await test.secretOf(id)
    const made = (await test.link(id)).remoteId
    expect(await app.call('rotations.abort', { id: rotation.id })).toMatchObject({ step: 'aborted', failure: null })
    expect(await test.secretOf(id)).toBe(secret)
    expect((await test.link(id)).remoteId).toBe(first)
    expect(
      server
        .keys()
        .find((key) => key.id === first)
        ?.secretWorks(secret)
    ).toBe(true)
    expect(
      server
        .keys()
        .find((key) => key.id === made)
        ?.secretWorks(second) ?? false
    ).toBe(false)
  })
})

describe('CloudNexus', () => {
  it('keeps the old key alive for 24 hours and ends it by itself', async () => {
    const { app, sandbox } = test
    const connectionId = await test.connect('cloudnexus')
    const { id } = await app.call('remote.create', await requestFor('cloudnexus', connectionId))
    const secret = await test.secretOf(id)
    const first = (await test.link(id)).remoteId
    const rotation = await app.call('rotations.start', { id })
    const { createdAt } = await app.call('keys.get', { id })
    expect(Date.parse(rotation.graceEndsAt ?? '') - Date.parse(createdAt)).toBe(24 * HOUR_MS)
    const works = () =>
      sandbox.providers.cloudnexus
        .keys()
        .find((key) => key.id === first)
        ?.secretWorks(secret) ?? false
    expect(works()).toBe(true)
    app.clock.jump(24 * HOUR_MS)
    expect(works()).toBe(false)
  })

  it('edits scopes and IP ranges at the provider and in the vault', async () => {
    const { app, sandbox } = test
    const connectionId = await test.connect('cloudnexus')
    const { id } = await app.call('remote.create', await requestFor('cloudnexus', connectionId))
    await app.call('remote.edit', {
      id,
      change: { scopes: ['compute:read'], ipRanges: ['198.51.100.0/24', '127.0.0.1/32'] }
    })
    expect(await app.call('keys.get', { id })).toMatchObject({
      scopes: ['compute:read'],
      ipRanges: ['198.51.100.0/24', '127.0.0.1/32']
    })
    const remote = (await test.link(id)).remoteId
    expect(sandbox.providers.cloudnexus.keys().find((key) => key.id === remote)?.scopes).toEqual(['compute:read'])
  })
})
