import { afterEach, describe, expect, it } from 'vitest'
import type { KeyId } from '@contract/model/base'
import type { ConnectionId } from '@contract/model/connection'
import { settle } from '../providers/open-providers'
import { openUsage, type UsageTest } from './open-usage'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let test: UsageTest
afterEach(() => test.close())

interface Made {
  readonly id: KeyId
  readonly secret: string
  readonly remoteId: string
}

async function newKey(connectionId: ConnectionId, more: object = {}): Promise<Made> {
  const { id } = await test.app.call('remote.create', { connectionId, kind: 'key', request: { name: 'app', ...more } })
  return { id, secret: await test.secretOf(id), remoteId: (await test.link(id)).remoteId ?? '' }
}

const findings = async (acknowledged = false) => (await test.app.call('usage.findings', { acknowledged })).items
const remindersOf = async (kind: 'usage' | 'renewal' | 'unusual') =>
  (await test.app.call('reminders.list', { kinds: [kind] })).items

describe('quotas', () => {
  it('are told of at 75, 90 and 100 per cent, once each, with one key of the account', async () => {
    test = await openUsage(['cloudoora'], { keepsUp: true })
    const { cloudoora } = test.sandbox.providers
    const id = await test.connect('cloudoora')
    const key = await newKey(id, { scopes: ['read-only'] })
    test.app.clock.pass(1_000)
    await newKey(id, { name: 'other', scopes: ['read-only'] })
    const told = (): number => test.app.desktop.notices.filter(({ title }) => title.includes('%')).length
    const at = async (bandwidth: number): Promise<void> => {
      cloudoora.setUsage({ bandwidth })
      await test.sync(id)
      await settle(async () => {
        test.app.clock.pass(60_000)
        return (
          (await test.app.call('usage.state', {})).items[0]?.running === null &&
          (await remindersOf('usage'))[0]?.nextAt === null
        )
      })
    }
    cloudoora.setUsage({ bandwidth: 700 })
    await test.sync(id)
    expect(await remindersOf('usage')).toEqual([])
    await at(760)
    expect(await remindersOf('usage')).toMatchObject([{ keyId: key.id, state: 'due', usedPercent: 76 }])
    expect(told()).toBe(1)
    await at(800)
    expect(told()).toBe(1)
    await at(1_000)
    expect(told()).toBe(2)
    expect(
      (await findings()).map(({ facts }) => (facts.kind === 'quota' ? [facts.metric, facts.threshold] : []))
    ).toEqual([
      ['bandwidth', 100],
      ['bandwidth', 75]
    ])
  })

  it('come with what the account renews', async () => {
    test = await openUsage(['cloudoora'])
    const id = await test.connect('cloudoora')
    const key = await newKey(id, { scopes: ['read-only'] })
    await test.sync(id)
    expect((await remindersOf('renewal')).map(({ keyId, what, state }) => [keyId, what, state])).toEqual([
      [key.id, 'certificate www.harbour.example', 'due'],
      [key.id, 'domain harbour.example', 'upcoming'],
      [key.id, 'plan Shared hosting', 'upcoming']
    ])
  })
})

describe('unusual use', () => {
  it('of a new address is found once, explained, told without the address, and acknowledged', async () => {
    test = await openUsage(['cloodot'], { keepsUp: true })
    const { cloodot } = test.sandbox.providers
    const id = await test.connect('cloodot')
    const key = await newKey(id)
    for (let day = 0; day < 10; day += 1) {
      cloodot.useKey(key.secret, { path: '/v1/contacts', ip: '203.0.113.7', times: 5 })
      test.app.clock.jump(DAY_MS)
    }
    await test.rest(id)
    await test.sync(id)
    expect(await findings()).toEqual([])
    cloodot.useKey(key.secret, { path: '/v1/contacts', ip: '198.51.100.66', times: 3 })
    await test.sync(id)
    await test.sync(id)
    const [found, ...others] = await findings()
    expect(others).toEqual([])
    expect(found).toMatchObject({
      keyId: key.id,
      facts: { kind: 'new-address', ip: '198.51.100.66', requests: 3, known: 1, watchedDays: 10 }
    })
    expect(await remindersOf('unusual')).toMatchObject([{ keyId: key.id, state: 'due' }])
    await settle(() => {
      test.app.clock.pass(60_000)
      return test.app.desktop.notices.some(({ title }) => title.includes('unusual'))
    })
    expect(JSON.stringify(test.app.desktop.notices)).not.toContain('198.51.100')

    await test.app.call('usage.acknowledge', { ids: [found!.id] })
    await test.sync(id)
    expect(await findings()).toEqual([])
    expect(await findings(true)).toHaveLength(1)
    expect(await remindersOf('unusual')).toEqual([])
  })

  it('of an error burst is one finding, however long it lasts', async () => {
    test = await openUsage(['cloodot'])
    const { cloodot } = test.sandbox.providers
    const id = await test.connect('cloodot')
    const key = await newKey(id)
    for (let day = 0; day < 8; day += 1) {
      cloodot.useKey(key.secret, { path: '/v1/contacts', times: 20 })
      test.app.clock.jump(DAY_MS)
    }
    for (let hour = 1; hour <= 3; hour += 1) {
      // An application that goes on calling with a key that was switched off is refused each time.
      await test.app.call('remote.setEnabled', { id: key.id, enabled: false })
      cloodot.useKey(key.secret, { path: '/v1/contacts', times: 30 })
      await test.app.call('remote.setEnabled', { id: key.id, enabled: true })
      await test.sync(id)
      expect((await findings()).map(({ facts }) => facts)).toMatchObject([
        { kind: 'error-burst', errors: 30 * hour, usualPercent: 0 }
      ])
      test.app.clock.jump(HOUR_MS)
    }
  })
})

describe('the old value of a rotation', () => {
  it('is watched while both work', async () => {
    test = await openUsage(['cloodot'])
    const { cloodot } = test.sandbox.providers
    const id = await test.connect('cloodot')
    const key = await newKey(id)
    cloodot.useKey(key.secret, { ip: '203.0.113.7', times: 5 })
    test.app.clock.jump(HOUR_MS)
    const rotation = await test.app.call('rotations.start', { id: key.id, mode: 'successor', revokeAtEnd: false })
    expect(rotation.step).toBe('grace')
    const use = async () => (await test.app.call('rotations.oldUse', { id: rotation.id })).use
    expect(await use()).toMatchObject({ known: 'not-read', requests: 0 })
    await test.sync(id)
    expect(await use()).toMatchObject({ known: 'read', requests: 0, lastAt: null })

    test.app.clock.jump(HOUR_MS)
    cloodot.useKey(key.secret, { ip: '203.0.113.7', times: 2 })
    cloodot.useKey(await test.secretOf(key.id), { ip: '203.0.113.8', times: 9 })
    await test.sync(id)
    expect(await use()).toMatchObject({
      known: 'read',
      requests: 2,
      lastAt: new Date(test.app.clock.nowMs()).toISOString(),
      addresses: [{ ip: '203.0.113.7', requests: 2 }]
    })

    await test.app.call('rotations.abort', { id: rotation.id })
    expect(await use()).toBeNull()
  })

  it('is reported when it is used after the rotation has ended', async () => {
    test = await openUsage(['cloudnexus'], { keepsUp: true })
    const { cloudnexus } = test.sandbox.providers
    const id = await test.connect('cloudnexus')
    const key = await newKey(id, { scopes: ['compute:read'], environment: 'dev' })
    const rotation = await test.app.call('rotations.start', { id: key.id, mode: 'grace', revokeAtEnd: false })
    test.app.clock.jump(25 * HOUR_MS)
    await settle(async () => {
      test.app.clock.pass(1_000)
      return (await test.app.call('rotations.list', { open: true })).items.length === 0
    })
    await test.sync(id)
    expect(await findings()).toEqual([])
    test.app.clock.jump(HOUR_MS)
    cloudnexus.useKey(key.secret, { ip: '203.0.113.7', times: 4 })
    await test.sync(id)
    await test.sync(id)
    expect(await findings()).toMatchObject([
      {
        keyId: key.id,
        facts: { kind: 'old-key-used', rotationId: rotation.id, requests: 4, addresses: ['203.0.113.7'] }
      }
    ])
  })

  it('is not known where the provider has no log', async () => {
    test = await openUsage(['cloudapi'])
    const id = await test.connect('cloudapi')
    const request = { name: 'ci', scopes: ['users:read'] }
    const { id: keyId } = await test.app.call('remote.create', { connectionId: id, kind: 'token', request })
    const rotation = await test.app.call('rotations.start', { id: keyId, mode: null, revokeAtEnd: false })
    expect(await test.app.call('rotations.oldUse', { id: rotation.id })).toMatchObject({
      use: { known: 'not-offered' }
    })
  })
})

describe('local use', () => {
  it('notes what was copied, shown and written to a file', async () => {
    test = await openUsage(['cloodot'])
    const id = await test.connect('cloodot')
    const key = await newKey(id)
    await test.app.call('keys.copy', { id: key.id })
    const { items } = await test.app.call('usage.localUse', { keyId: key.id })
    expect(items.map(({ kind, actor, place, keyName }) => ({ kind, actor, place, keyName }))).toEqual([
      { kind: 'copied', actor: 'window', place: null, keyName: 'app' },
      { kind: 'revealed', actor: 'window', place: null, keyName: 'app' }
    ])
  })
})
