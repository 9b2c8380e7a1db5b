import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectionId } from '@contract/model/connection'
import type { KeyId } from '@contract/model/base'
import { PASSWORD } from '../app/open-app'
import { openProviders, settle, type ProvidersTest } from './open-providers'

const DAY_MS = 86_400_000
let test: ProvidersTest
let connectionId: ConnectionId

beforeEach(async () => {
  test = await openProviders(['cloudnexus'])
  connectionId = await test.connect('cloudnexus')
})

afterEach(async () => {
  await test.close()
})

async function create(days: number | null, keep: 'vault' | 'never' = 'vault'): Promise<KeyId> {
  const { id } = await test.app.call('remote.create', {
    connectionId,
    kind: 'key',
    request: {
      name: 'ci',
      environment: 'dev',
      scopes: ['compute:read'],
      expiry: days === null ? { kind: 'never' } : { kind: 'days', days }
    },
    local: { keep }
  })
  return id
}

const openRotation = async (id: KeyId) => (await test.app.call('rotations.list', { keyId: id })).items[0]

describe('a policy that rotates by itself', () => {
  const policy = { kind: 'automatic', everyDays: 30, beforeExpiryDays: null, revokeAtEnd: true } as const

  it('rotates when the age comes, and revokes the old value when the grace ends', async () => {
    const id = await create(null)
    const first = await test.link(id)
    await test.app.call('remote.setPolicy', { id, policy })
    test.app.clock.jump(29 * DAY_MS)
    expect(await openRotation(id)).toBeUndefined()
    test.app.clock.jump(DAY_MS)
    await test.inTime(async () => (await openRotation(id))?.step === 'grace')
    const second = await test.link(id)
    expect(second.remoteId).not.toBe(first.remoteId)
    test.app.clock.jump(DAY_MS)
    await test.inTime(async () => (await openRotation(id)) === undefined)
    const server = test.sandbox.providers.cloudnexus
    const alive = server.keys().filter(({ id: key, status }) => key === first.remoteId && status === 'active')
    expect(alive).toEqual([])
    expect((await test.app.call('keys.get', { id })).state).toBe('active')
  })

  it('renews instead where the provider renews', async () => {
    const id = await create(30)
    const before = (await test.app.call('keys.get', { id })).expiresAt
    await test.app.call('remote.setPolicy', {
      id,
      policy: { kind: 'automatic', everyDays: null, beforeExpiryDays: 7, revokeAtEnd: true }
    })
    test.app.clock.jump(23 * DAY_MS)
    await test.inTime(async () => (await test.app.call('keys.get', { id })).expiresAt !== before)
    expect(await openRotation(id)).toBeUndefined()
  })

  it('waits while the vault is locked, and catches up', async () => {
    const id = await create(null)
    await test.app.call('remote.setPolicy', { id, policy })
    await test.app.call('session.lock', {})
    test.sandbox.providers.cloudnexus.clearRequests()
    test.app.clock.jump(31 * DAY_MS)
    expect(test.sandbox.providers.cloudnexus.requests).toEqual([])
    await test.app.call('session.unlock', { password: PASSWORD })
    await test.inTime(async () => (await openRotation(id))?.step === 'grace')
  })
})

describe('a key that keeps no value', () => {
  it('is shown once and forgotten', async () => {
    const id = await create(null, 'never')
    expect((await test.app.call('remote.revealNew', { id })).secret).toMatch(/^cnx_dev_/)
    await test.app.call('remote.putAway', { id })
    expect(await test.app.call('keys.get', { id })).toMatchObject({ hasSecret: false, keep: 'never' })
    expect(await test.app.failure('keys.reveal', { id })).toBe('secret-not-kept')
  })

  it('keeps one while it is rotated, and forgets it when the rotation ends', async () => {
    const id = await create(null, 'never')
    await test.app.call('remote.putAway', { id })
    const rotation = await test.app.call('rotations.start', { id })
    expect(rotation).toMatchObject({ step: 'grace', verified: true, may: ['revoke'] })
    await test.app.call('remote.revealNew', { id })
    await test.app.call('remote.putAway', { id })
    expect((await test.app.call('keys.get', { id })).hasSecret).toBe(true)
    await test.app.call('rotations.finish', { id: rotation.id })
    expect(await test.app.call('keys.get', { id })).toMatchObject({ hasSecret: false, keep: 'never' })
  })
})

describe('what stands in the way', () => {
  it('revokes no key that is being rotated', async () => {
    const id = await create(null)
    await test.app.call('rotations.start', { id })
    expect(await test.app.failure('remote.revoke', { id })).toBe('rotation-running')
    expect(await test.app.failure('rotations.start', { id })).toBe('rotation-running')
  })

  it('does not touch a key that was neither created nor adopted here', async () => {
    const plain = await test.app.call('keys.add', { fields: { name: 'plain', remoteId: 'nk_foreign' }, secret: 'x' })
    expect(await test.app.failure('remote.revoke', plain)).toBe('key-not-connected')
    expect(await test.app.failure('rotations.start', plain)).toBe('key-not-connected')
  })

  it('keeps a connection that has keys, unless they are to be untied', async () => {
    const id = await create(null)
    expect(await test.app.failure('connections.remove', { id: connectionId })).toBe('connection-in-use')
    await test.app.call('connections.remove', { id: connectionId, keepKeys: true })
    expect(await test.app.call('remote.get', { id })).toEqual({ link: null })
    expect((await test.app.call('keys.get', { id })).hasSecret).toBe(true)
  })

  it('does not send credentials to another address that was entered without them', async () => {
    const elsewhere = { baseUrl: 'https://elsewhere.example' }
    expect(await test.app.failure('connections.edit', { id: connectionId, fields: elsewhere })).toBe('input-invalid')
  })

  it.each([
    [{ scopes: ['compute:fly'] }, 'scope-unknown'],
    [{ ipRanges: ['203.0.113.0/33'] }, 'ip-range-invalid'],
    [{ environment: 'moon' }, 'input-invalid']
  ])('refuses %j before anything is sent', async (wrong, code) => {
    test.sandbox.providers.cloudnexus.clearRequests()
    const request = { name: 'ci', environment: 'dev', scopes: ['compute:read'], ...wrong }
    expect(await test.app.failure('remote.create', { connectionId, kind: 'key', request })).toBe(code)
    expect(test.sandbox.providers.cloudnexus.requests).toEqual([])
  })

  it('keeps no verdict of a test that was broken off', async () => {
    const server = test.sandbox.providers.cloudnexus
    server.clearRequests()
    server.fault({ kind: 'hang' })
    const testing = test.app.failure('connections.test', { id: connectionId })
    await settle(() => server.requests.length > 0)
    await test.app.call('remote.cancel', {})
    expect(await testing).toBe('cancelled')
    expect((await test.app.call('connections.list', {})).items[0]?.lastTest).toBeNull()
  })

  it('ends the calls under way when the vault locks', async () => {
    const server = test.sandbox.providers.cloudnexus
    server.fault({ kind: 'hang', commit: true, method: 'POST' })
    const request = { name: 'ci', environment: 'dev', scopes: ['compute:read'] }
    const creating = test.app.failure('remote.create', { connectionId, kind: 'key', request })
    await settle(() => server.countOf('POST', /keys/) === 1)
    await test.app.call('session.lock', {})
    expect(await creating).toBe('provider-outcome-unknown')
    server.clearFaults()
    await test.app.call('session.unlock', { password: PASSWORD })
    const [unfinished] = (await test.app.call('unfinished.list', {})).items
    expect(await test.app.call('unfinished.look', { id: unfinished?.id ?? '' })).toMatchObject({
      finding: 'secret-lost'
    })
  })
})
