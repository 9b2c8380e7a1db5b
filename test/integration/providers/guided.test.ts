import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectionId } from '@contract/model/connection'
import { openProviders, type ProvidersTest } from './open-providers'

const VALUE = `clo_${'a1B2'.repeat(10)}`
const NEXT = `clo_${'c3D4'.repeat(10)}`

let test: ProvidersTest
let connectionId: ConnectionId

beforeEach(async () => {
  test = await openProviders(['cloodot'])
  const { id } = await test.app.call('connections.add', {
    connectorId: 'cloodot',
    fields: { name: 'Cloodot by hand', mode: 'guided' }
  })
  connectionId = id
})

afterEach(async () => {
  expect(test.sandbox.providers.cloodot.requests).toEqual([])
  await test.close()
})

const wanted = { kind: 'key', request: { name: 'Zapier integration', expiry: { kind: 'days', days: 90 } } } as const

describe('a connection by hand', () => {
  it('says what to click, in the words of the console and with this key’s own', async () => {
    const guide = await test.app.call('remote.guide', { ...wanted, connectionId, job: 'create' })
    const text = guide.steps.join('\n')
    expect(text).toContain('Zapier integration')
    expect(text).toContain('90 days')
    expect(text).toMatch(/Developers/)
    expect(text).not.toMatch(/\{\w+\}/)
  })

  it('takes the value once, checked against the key format', async () => {
    expect(await test.app.failure('remote.enterCreated', { ...wanted, connectionId, secret: 'sk_live_other' })).toBe(
      'key-format-mismatch'
    )
    const { id } = await test.app.call('remote.enterCreated', { ...wanted, connectionId, secret: VALUE })
    const key = await test.app.call('keys.get', { id })
    expect(key).toMatchObject({ name: 'Zapier integration', provider: 'Cloodot', state: 'active', hasSecret: true })
    expect(Date.parse(key.expiresAt ?? '') - test.app.clock.nowMs()).toBe(90 * 86_400_000)
    expect(await test.app.call('remote.revealNew', { id })).toEqual({ secret: VALUE })
    expect(await test.link(id)).toMatchObject({ origin: 'guided', mode: 'guided', remoteId: null })
  })

  it('stores a value of another format when told so', async () => {
    const input = { ...wanted, connectionId, secret: 'of another format', anyFormat: true }
    const { id } = await test.app.call('remote.enterCreated', input)
    expect(await test.secretOf(id)).toBe('of another format')
  })

  it('follows a rotation by hand to its end', async () => {
    const { id } = await test.app.call('remote.enterCreated', { ...wanted, connectionId, secret: VALUE })
    const { steps } = await test.app.call('remote.guide', { connectionId, kind: 'key', job: 'rotate', keyId: id })
    expect(steps.join('\n')).toContain('choose the expiration 90 days')
    const started = await test.app.call('rotations.start', { id })
    expect(started).toMatchObject({ mode: 'manual', step: 'manual', may: ['enter-value', 'abort'] })
    const entered = await test.app.call('rotations.enterValue', { id: started.id, secret: NEXT })
    expect(entered).toMatchObject({ step: 'grace', verified: false, failure: null, may: ['revoke', 'abort'] })
    expect(await test.secretOf(id)).toBe(NEXT)
    const done = await test.app.call('rotations.finish', { id: started.id })
    expect(done).toMatchObject({ step: 'done' })
    expect((await test.app.call('keys.get', { id })).state).toBe('active')
  })

  it('goes back to the old value when the rotation is aborted', async () => {
    const { id } = await test.app.call('remote.enterCreated', { ...wanted, connectionId, secret: VALUE })
    const started = await test.app.call('rotations.start', { id })
    await test.app.call('rotations.enterValue', { id: started.id, secret: NEXT })
    expect(await test.app.call('rotations.abort', { id: started.id })).toMatchObject({ step: 'aborted' })
    expect(await test.secretOf(id)).toBe(VALUE)
  })

  it('writes down that the person revoked it', async () => {
    const { id } = await test.app.call('remote.enterCreated', { ...wanted, connectionId, secret: VALUE })
    await test.app.call('remote.revoke', { id })
    expect((await test.app.call('keys.get', { id })).state).toBe('revoked')
  })

  it('sends nothing, whatever is asked', async () => {
    const { id } = await test.app.call('remote.enterCreated', { ...wanted, connectionId, secret: VALUE })
    expect(await test.app.failure('remote.create', { ...wanted, connectionId })).toBe('operation-not-offered')
    expect(await test.app.failure('connections.keys', { id: connectionId })).toBe('operation-not-offered')
    expect(await test.app.call('remote.verify', { id })).toEqual({ works: null })
    expect((await test.app.call('connections.test', { id: connectionId })).ok).toBe(false)
  })
})
