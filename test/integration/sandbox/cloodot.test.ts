import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ManualClock } from '../../fakes/manual-clock'
import type { ProviderServer, Sandbox } from '../../sandbox/types.ts'
import { ask, DAY_MS, openSandbox, type Reply } from './ask'

let sandbox: Sandbox
let clock: ManualClock
let cloodot: ProviderServer<'cloodot'>

beforeEach(async () => {
  ;({ sandbox, clock } = await openSandbox({ providers: ['cloodot'] }))
  cloodot = sandbox.providers.cloodot
})
afterEach(() => sandbox.close())

const create = (days: unknown, name = 'Zapier integration'): Promise<Reply> =>
  ask(cloodot, 'POST /api-keys', { body: { name, expires_in_days: days } })

describe('the Cloodot of the sandbox', () => {
  it.each([null, 30, 90, 365])('creates a key that expires in %s days', async (days) => {
    const { status, body } = await create(days)
    expect(status).toBe(201)
    expect(body.key).toMatch(/^clo_[A-Za-z0-9]{40}$/)
    expect(body.expires_at).toBe(days === null ? null : new Date(clock.nowMs() + days * DAY_MS).toISOString())
    const [, item] = (await ask(cloodot, 'GET /api-keys')).body.data
    expect(item).toMatchObject({ name: 'Zapier integration', preview: 'clo_********', status: 'active' })
    if (days === null) return
    clock.pass(days * DAY_MS)
    expect((await ask(cloodot, 'GET /api-keys', { key: body.key })).status).toBe(401)
  })

  it.each([0, 7, 31, '30'])('refuses an expiration of %j', async (days) => {
    expect((await create(days)).status).toBe(422)
  })

  it('disables, enables and deletes at once', async () => {
    const { id, key } = (await create(null)).body
    const works = async (): Promise<boolean> => (await ask(cloodot, 'GET /logs', { key })).status === 200
    expect((await ask(cloodot, `POST /api-keys/${id}/disable`, { body: {} })).body.status).toBe('disabled')
    expect(await works()).toBe(false)
    expect((await ask(cloodot, `POST /api-keys/${id}/enable`, { body: {} })).body.status).toBe('active')
    expect(await works()).toBe(true)
    expect((await ask(cloodot, `DELETE /api-keys/${id}`)).status).toBe(204)
    expect(await works()).toBe(false)
    expect((await ask(cloodot, `DELETE /api-keys/${id}`)).status).toBe(404)
  })

  it('pages its list by the last id', async () => {
    for (let at = 0; at < 60; at += 1) await create(null, `Key ${String(at)}`)
    const first = (await ask(cloodot, 'GET /api-keys')).body
    expect(first.data).toHaveLength(50)
    const second = (await ask(cloodot, `GET /api-keys?after=${first.next}`)).body
    expect([second.data.length, second.next]).toEqual([11, null])
  })

  it('logs every call in the columns of its page, with the statuses it knows', async () => {
    const { id, key } = (await create(30)).body
    cloodot.useKey(key, { path: '/v1/contacts', ip: '198.51.100.4' })
    await ask(cloodot, `DELETE /api-keys/${id}`)
    const { body } = await ask(cloodot, 'GET /logs')
    expect(body.data.map(({ method, status }) => [method, status])).toEqual([
      ['DELETE', 200],
      ['GET', 200],
      ['POST', 201]
    ])
    expect(body.data[1]).toMatchObject({ path: '/v1/contacts', ip: '198.51.100.4', source: 'API', key_id: id })
    expect(body.data[1]?.duration_ms).toBeGreaterThan(0)
  })
})
