import { afterEach, describe, expect, it } from 'vitest'
import { PASSWORD } from '../app/open-app'
import { settle } from '../providers/open-providers'
import { openUsage, type UsageTest } from './open-usage'

const DAY_MS = 86_400_000

let test: UsageTest
afterEach(() => test.close())

const newKey = async (
  provider: 'cloodot' | 'cloudoora',
  connectionId: Awaited<ReturnType<UsageTest['connect']>>,
  name: string
) => {
  const request = { name, ...(provider === 'cloudoora' ? { scopes: ['read-only'] } : {}) }
  const { id } = await test.app.call('remote.create', { connectionId, kind: 'key', request })
  return { id, secret: await test.secretOf(id), remoteId: (await test.link(id)).remoteId ?? '' }
}

describe('reading usage', () => {
  it('brings an account’s log, then what is new, and nothing twice', async () => {
    test = await openUsage(['cloodot'])
    const { cloodot } = test.sandbox.providers
    const id = await test.connect('cloodot')
    const key = await newKey('cloodot', id, 'app')
    cloodot.logs.fill({ count: 2_500, keyIds: [key.remoteId] })
    expect(await test.sync(id)).toMatchObject({
      log: 'offered',
      totals: 'not-offered',
      logs: [{ complete: true, failure: null }]
    })
    expect(await test.summary({ keyIds: [key.id] })).toMatchObject({ requests: 2_500 })

    test.app.clock.pass(DAY_MS)
    cloodot.useKey(key.secret, { path: '/v1/contacts', times: 3 })
    cloodot.clearRequests()
    await test.sync(id)
    expect(await test.summary({ keyIds: [key.id] })).toMatchObject({
      requests: 2_503,
      lastAt: '2026-11-21T09:00:00.000Z'
    })
    // One page tells that there is nothing more.
    expect(cloodot.countOf('GET', /^\/logs$/)).toBe(1)
    expect((await test.app.call('keys.get', { id: key.id })).lastUsedAt).toBe('2026-11-21T09:00:00.000Z')
  })

  it('reads a log for each key where the provider has no other', async () => {
    test = await openUsage(['cloudoora'])
    const { cloudoora } = test.sandbox.providers
    const id = await test.connect('cloudoora')
    const one = await newKey('cloudoora', id, 'one')
    const other = await newKey('cloudoora', id, 'other')
    cloudoora.useKey(one.secret, { path: '/v1/sites', times: 4 })
    cloudoora.useKey(other.secret, { method: 'POST', path: '/v1/sites' })
    const state = await test.sync(id)
    expect(state.logs.map(({ keyName, records }) => [keyName, records]).sort()).toEqual([
      ['one', 4],
      ['other', 1]
    ])
    expect((await test.app.call('usage.records', { filter: { keyIds: [other.id] } })).items).toMatchObject([
      { method: 'POST', path: '/v1/sites', status: 403, keyId: other.id }
    ])
  })

  it('says where a provider has no log, and reads its totals', async () => {
    test = await openUsage(['cloudapi'])
    const id = await test.connect('cloudapi')
    test.sandbox.providers.cloudapi.setPlan('standard', { quota: 1_000 })
    test.sandbox.providers.cloudapi.setUsage({ requests: 800 })
    expect(await test.sync(id)).toMatchObject({ log: 'not-offered', totals: 'offered', logs: [], totalsFailure: null })
    const { quotas } = await test.app.call('usage.quotas', { connectionId: id })
    expect(quotas.find(({ metric }) => metric === 'requests')).toMatchObject({
      limit: 1_000,
      percent: expect.closeTo(80, 0) as number
    })
  })

  it('asks nothing of an account that is followed by hand', async () => {
    test = await openUsage(['cloodot'])
    const { id } = await test.app.call('connections.add', {
      connectorId: 'cloodot',
      fields: { name: 'by hand', mode: 'guided' },
      credentials: {}
    })
    expect(await test.sync(id)).toMatchObject({ log: 'guided', totals: 'guided', logs: [] })
    expect(test.sandbox.providers.cloodot.requests).toEqual([])
  })

  it('keeps why it failed, asks less often, and goes on where it was', async () => {
    test = await openUsage(['cloodot'], { keepsUp: true })
    const { cloodot } = test.sandbox.providers
    const id = await test.connect('cloodot')
    cloodot.logs.fill({ count: 5_500 })
    const stop = cloodot.fault({ kind: 'status', code: 403, method: 'GET', path: /^\/logs$/, commit: false })
    const failed = await test.sync(id)
    expect(failed.logs).toMatchObject([{ failure: { code: 'provider-forbidden' }, syncedAt: null }])
    const first = Date.parse(failed.nextAt ?? '') - test.app.clock.nowMs()
    const second = Date.parse((await test.sync(id)).nextAt ?? '') - test.app.clock.nowMs()
    expect(second).toBeGreaterThan(first)
    stop()
    expect(await test.sync(id)).toMatchObject({ logs: [{ failure: null, complete: true }] })
    expect((await test.summary()).requests).toBeGreaterThanOrEqual(5_500)
  })

  it('ends at once at a lock, and goes on after the next unlock', async () => {
    test = await openUsage(['cloodot'])
    const { cloodot } = test.sandbox.providers
    const id = await test.connect('cloodot')
    cloodot.logs.fill({ count: 20_000 })
    await test.app.call('usage.sync', { connectionIds: [id] })
    await settle(() => cloodot.countOf('GET', /^\/logs$/) >= 5)
    cloodot.fault({ kind: 'hang', method: 'GET', path: /^\/logs$/ })
    await settle(() => cloodot.requests.some(({ status }) => status === null))
    await test.app.call('session.lock', {})
    cloodot.clearFaults()
    cloodot.clearRequests()
    await test.app.call('session.unlock', { password: PASSWORD })
    const { records } = (await test.state(id)).logs[0] ?? { records: 0 }
    expect(records).toBeGreaterThan(0)
    await test.sync(id)
    expect((await test.state(id)).logs).toMatchObject([{ complete: true, failure: null }])
    expect((await test.summary()).requests).toBeGreaterThanOrEqual(20_000)
    expect(cloodot.countOf('GET', /^\/logs$/)).toBeLessThanOrEqual(20 - records / 1_000 + 2)
  })

  it('can be ended by the person, and what has arrived stays', async () => {
    test = await openUsage(['cloodot'])
    const { cloodot } = test.sandbox.providers
    const id = await test.connect('cloodot')
    cloodot.logs.fill({ count: 20_000 })
    await test.app.call('usage.sync', { connectionIds: [id] })
    await settle(() => cloodot.countOf('GET', /^\/logs$/) >= 3)
    await test.app.call('usage.cancelSync', { connectionIds: [id] })
    expect(await test.state(id)).toMatchObject({ running: null, logs: [{ failure: null, complete: false }] })
  })
})

describe('by itself', () => {
  it('reads a little after the unlock, then from time to time, few accounts at once', async () => {
    test = await openUsage(['cloodot'], { keepsUp: true })
    const { cloodot } = test.sandbox.providers
    const ids = []
    for (let at = 0; at < 10; at += 1) ids.push(await test.connect('cloodot', { name: `account ${String(at)}` }))
    cloodot.logs.fill({ count: 3_000 })
    let most = 0
    test.app.app.onEvent((event) => {
      if (event.name === 'work.changed') most = Math.max(most, event.payload.items.length)
    })
    expect(cloodot.countOf('GET', /^\/logs$/)).toBe(0)
    test.app.clock.pass(40_000)
    for (const id of ids) await settle(async () => (await test.state(id)).logs[0]?.complete === true)
    expect(most).toBe(2)
    const asked = cloodot.countOf('GET', /^\/logs$/)
    test.app.clock.pass(10 * 60_000)
    await test.rest(ids[0]!)
    expect(cloodot.countOf('GET', /^\/logs$/)).toBe(asked)
    test.app.clock.pass(6 * 60_000)
    await settle(() => cloodot.countOf('GET', /^\/logs$/) >= asked + 10)
  })

  it('reads nothing where that is turned off', async () => {
    test = await openUsage(['cloodot'], { keepsUp: true })
    await test.app.call('settings.update', { usageSyncMinutes: 0 })
    const id = await test.connect('cloodot')
    test.app.clock.pass(3_600_000)
    expect(await test.state(id)).toMatchObject({ nextAt: null, running: null, logs: [] })
    expect(test.sandbox.providers.cloodot.countOf('GET', /^\/logs$/)).toBe(0)
  })

  it('brings new calls every few seconds while somebody looks', async () => {
    test = await openUsage(['cloodot'])
    const { cloodot } = test.sandbox.providers
    const id = await test.connect('cloodot')
    const key = await newKey('cloodot', id, 'app')
    await test.sync(id)
    await test.app.call('usage.follow', { connectionIds: [id] })
    for (let call = 1; call <= 3; call += 1) {
      cloodot.useKey(key.secret)
      await settle(async () => {
        test.app.clock.pass(1_000)
        return (await test.summary({ keyIds: [key.id] })).requests === call
      })
    }
    // A minute after it was asked last, nobody looks any more.
    test.app.clock.pass(120_000)
    // What was on its way then still comes; after it there is a whole minute without a request.
    await settle(async () => {
      await test.rest(id)
      cloodot.clearRequests()
      test.app.clock.pass(60_000)
      await test.rest(id)
      return cloodot.requests.length === 0
    })
  })
})
