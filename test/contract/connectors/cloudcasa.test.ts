import { beforeEach, describe, expect, test } from 'vitest'
import type { RemoteKey } from '@contract/model/connection'
import type { MadeKey } from '@main/connectors/connector'
import { askDirectly, failureOf, benchForEach, type Asked } from './bench'

const bench = benchForEach('cloudcasa')
let roles: Record<string, string>
beforeEach(async () => {
  const offered = await bench().connector.options('roles', bench().exchange())
  roles = Object.fromEntries(offered.map(({ label, id }) => [label, id]))
})

const create = (more: Partial<Asked> = {}): Promise<MadeKey> =>
  bench().create('key', { name: 'Terraform', description: 'Nightly', roles: [roles.ADMIN!], ...more })
const get = (id: string): Promise<RemoteKey> => bench().connector.get('key', id, bench().exchange())

describe('limits', () => {
  test('up to 10 active API keys an organization; the 11th is refused', async () => {
    expect(bench().kind('key').maxKeys).toBe(10)
    for (let at = 1; at < 10; at += 1) await create({ name: `Key ${String(at)}` })
    expect(await bench().connector.account(bench().exchange())).toEqual({ plan: 'PRO', keysUsed: 10, keysLimit: 10 })
    expect(await failureOf(create({ name: 'one too many' }))).toMatchObject({
      code: 'provider-limit-reached',
      details: { message: expect.stringContaining('limit of 10 active API keys') as string }
    })
    expect(await bench().connector.list('key', bench().exchange())).toHaveLength(10)
  })

  test('7 of 10 keys are shown as such', async () => {
    for (let at = 1; at < 7; at += 1) await create({ name: `Key ${String(at)}` })
    expect(await bench().connector.account(bench().exchange())).toMatchObject({ keysUsed: 7, keysLimit: 10 })
  })

  test('the Free Service Plan: none by the older page, 1 by the newer one', async () => {
    expect(bench().connector.description.plans.map(({ id, maxKeys }) => [id, maxKeys])).toEqual([
      ['FREE', 1],
      ['PRO', 10]
    ])
    bench().server.setPlan('FREE')
    expect(await bench().connector.account(bench().exchange())).toEqual({ plan: 'FREE', keysUsed: 1, keysLimit: 1 })
    expect(await failureOf(create())).toMatchObject({ code: 'provider-limit-reached' })
    bench().server.setPlan('FREE', { maxKeys: 0 })
    expect(await failureOf(create())).toMatchObject({
      code: 'provider-limit-reached',
      details: { message: 'API keys are not available on the Free Service Plan' }
    })
  })
})

describe('the value', () => {
  test('100 to 255 characters of letters, digits, - and _', () => {
    const mismatch = (length: number, sign = 'a'): string | null =>
      bench().connector.formatMismatch('key', sign.repeat(length))
    expect([99, 100, 255, 256].map((length) => mismatch(length) === null)).toEqual([false, true, true, false])
    expect([mismatch(128, '-'), mismatch(128, '_')]).toEqual([null, null])
    expect(mismatch(128, '+')).toBe('100 to 255 letters, digits, - or _')
  })

  test('the list shows its last 4 characters', async () => {
    const { key, secret } = await create()
    expect(key.preview).toBe(`…${secret.slice(-4)}`)
    expect((await get(key.remoteId)).preview).toBe(`…${secret.slice(-4)}`)
  })

  test('it cannot be retrieved again', () => {
    const { reveal, revealWarning } = bench().kind('key')
    expect(reveal).toBe('once')
    expect(revealWarning).toBe(
      'After closing this dialog, you cannot retrieve the API key string again. If you lose the key string, delete the API key and create a new one.'
    )
  })
})

describe('roles', () => {
  test('ADMIN and USER are built in, custom ones are offered, at least one is needed', async () => {
    const offered = await bench().connector.options('roles', bench().exchange())
    expect(offered.map(({ label, description, risk }) => [label, description, risk])).toEqual([
      ['ADMIN', 'BUILTIN', 'admin'],
      ['USER', 'BUILTIN', null],
      ['Backup operator', 'CUSTOM', null]
    ])
    expect(await failureOf(create({ roles: [] }))).toMatchObject({ code: 'input-invalid', details: { path: 'roles' } })
    const { key } = await create({ roles: [roles.USER!, roles['Backup operator']!] })
    expect((await get(key.remoteId)).roles).toEqual([roles.USER, roles['Backup operator']])
  })

  test('a role that is not there is refused with the words of the provider', async () => {
    expect(await failureOf(create({ roles: ['0'.repeat(24)] }))).toMatchObject({
      code: 'provider-rejected',
      details: { status: 422, message: 'roles: one or more existing roles are required' }
    })
  })

  test('without the Admin role keys cannot be managed, but the key is accepted', async () => {
    const { secret } = await create({ roles: [roles.USER!] })
    const credentials = { credentials: { apiKey: secret } }
    expect(await failureOf(bench().connector.list('key', bench().exchange(credentials)))).toMatchObject({
      code: 'provider-forbidden',
      details: { message: 'Only the Admin role may do this' }
    })
    expect(await bench().connector.verify('key', secret, bench().exchange())).toBe(true)
  })

  test('access is for the Admin role by default', () => {
    expect(bench().connector.description.permissionsNote).toContain('an Admin role is required')
  })
})

test('a list of 121 keys is read in 3 pages of 50, the most Eve gives', async () => {
  bench().server.setPlan('PRO', { maxKeys: 200 })
  for (let at = 0; at < 120; at += 1)
    await askDirectly(bench().server, 'POST /apikeys', { body: { name: `Key ${String(at)}`, roles: [roles.USER] } })
  bench().server.clearRequests()
  expect(await bench().connector.list('key', bench().exchange())).toHaveLength(121)
  expect(bench().server.countOf('GET', /^\/apikeys$/)).toBe(3)
})

test('dates are RFC 1123', async () => {
  const { key } = await create()
  expect((await get(key.remoteId)).createdAt).toMatch(/^2026-03-10T09:\d\d:\d\d\.000Z$/)
})

test('there is no expiry, no scope and no address range', async () => {
  expect(bench().kind('key')).toMatchObject({ expiry: { kind: 'none' }, scopes: { kind: 'none' }, ipRanges: false })
  for (const more of [
    { expiry: { kind: 'days' as const, days: 30 } },
    { scopes: ['read'] },
    { ipRanges: ['203.0.113.0/24'] }
  ])
    expect(await failureOf(create(more))).toMatchObject({ code: 'input-invalid' })
})

test('the audit log tells changing requests and the API key that issued them', async () => {
  const { key } = await create()
  await bench().connector.update('key', key, { name: 'Edited' }, bench().exchange())
  const start = { cursor: null, since: null }
  const { records } = await bench().connector.usageLogPage('key', key.remoteId, start, bench().exchange())
  const [management] = bench().server.keys()
  expect(records.map(({ method, status, remoteId }) => [method, status, remoteId])).toEqual([
    ['PUT', 200, management!.id],
    ['POST', 201, management!.id]
  ])
})
