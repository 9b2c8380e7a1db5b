import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, PASSWORD, type TestApp } from './open-app'

const SECRET = 'cap_2f7a9c1e5b8d3f6a0c4e7b1d9e'
let test: TestApp

beforeAll(async () => {
  test = await openApp()
  await test.call('vault.create', { password: PASSWORD })
})

afterAll(async () => {
  await test.close()
})

const add = async (name: string, more: object = {}, secret = SECRET) =>
  (await test.call('keys.add', { fields: { name, ...more }, secret })).id

describe('keys', () => {
  it('come back as they were given, with a preview and a fingerprint in place of the secret', async () => {
    const id = await add('ci-token', {
      envName: 'CLOUDAPI_TOKEN',
      tags: ['ci', 'prod'],
      provider: 'CloudAPI',
      scopes: ['users:read'],
      notes: 'two\nlines'
    })
    const key = await test.call('keys.get', { id })
    expect(key).toMatchObject({
      name: 'ci-token',
      envName: 'CLOUDAPI_TOKEN',
      tags: ['ci', 'prod'],
      notes: 'two\nlines',
      status: 'active',
      preview: 'cap_••••••••1d9e',
      hasSecret: true,
      previousValues: []
    })
    expect(JSON.stringify(key)).not.toContain(SECRET)
  })

  it('with the same secret have the same fingerprint, others do not', async () => {
    const [one, same, other] = await Promise.all([add('f1'), add('f2'), add('f3', {}, 'another-value')])
    const fingerprint = async (id: typeof one): Promise<string> => (await test.call('keys.get', { id })).fingerprint
    expect(await fingerprint(one)).toBe(await fingerprint(same))
    expect(await fingerprint(one)).not.toBe(await fingerprint(other))
  })

  it('change only in the fields that are sent', async () => {
    const id = await add('edited', { description: 'before', tags: ['kept'] })
    await test.call('keys.edit', { id, fields: { description: 'after' } })
    expect(await test.call('keys.get', { id })).toMatchObject({ description: 'after', tags: ['kept'], name: 'edited' })
  })

  it('are found by name, env name and id, and ambiguous names are said to be', async () => {
    const id = await add('unique one', { envName: 'UNIQUE_ONE' })
    for (const name of ['unique one', 'UNIQUE_ONE', id]) expect(await test.call('keys.find', { name })).toEqual({ id })
    await add('twin')
    await add('twin')
    expect(await test.failure('keys.find', { name: 'twin' })).toBe('key-ambiguous')
    expect(await test.failure('keys.find', { name: 'nobody' })).toBe('key-not-found')
  })

  it('tell their status from their dates at the moment of asking', async () => {
    const inDays = (days: number): string => new Date(test.clock.nowMs() + days * 86_400_000).toISOString()
    const soon = await add('soon', { expiresAt: inDays(6) })
    const later = await add('later', { expiresAt: inDays(40) })
    const status = async (id: typeof soon): Promise<string> => (await test.call('keys.get', { id })).status
    expect([await status(soon), await status(later)]).toEqual(['expiring', 'active'])
    const jumpMs = 20 * 86_400_000
    test.clock.jump(jumpMs)
    expect([await status(soon), await status(later)]).toEqual(['expired', 'expiring'])
    test.clock.jump(-jumpMs)
    expect(await status(soon)).toBe('expiring')
  })

  it('keep the values before, and forget them when purged', async () => {
    const id = await add('rotated')
    await test.call('keys.replaceSecret', { id, secret: 'second-value-that-is-long-enough' })
    const key = await test.call('keys.get', { id })
    expect(key.previousValues).toHaveLength(1)
    expect(await test.call('keys.reveal', { id })).toMatchObject({ secret: 'second-value-that-is-long-enough' })
    await test.call('keys.purgeValues', { id })
    expect((await test.call('keys.get', { id })).previousValues).toEqual([])
  })

  it('rest in the bin until they are brought back or purged', async () => {
    const id = await add('binned')
    await test.call('keys.delete', { id })
    const names = async (view: 'all' | 'bin'): Promise<string[]> =>
      (await test.call('keys.list', { view })).items.map(({ name }) => name)
    expect(await names('all')).not.toContain('binned')
    expect(await names('bin')).toContain('binned')
    await test.call('keys.restore', { id })
    expect(await names('all')).toContain('binned')
    await test.call('keys.delete', { id })
    await test.call('keys.purge', { id })
    expect(await test.failure('keys.get', { id })).toBe('key-not-found')
  })

  it('leave the bin for good after 30 days', async () => {
    const id = await add('long gone')
    await test.call('keys.delete', { id })
    const pass = async (days: number): Promise<void> => {
      test.clock.jump(days * 86_400_000)
      await test.call('session.lock', {})
      await test.call('session.unlock', { password: PASSWORD })
      await test.call('keys.list', {})
    }
    await pass(3_650)
    expect((await test.call('keys.get', { id })).name, 'check 55: a clock set forward ages nothing').toBe('long gone')
    await pass(-3_650)
    await pass(29)
    expect((await test.call('keys.get', { id })).name).toBe('long gone')
    await pass(2)
    await expect.poll(() => test.failure('keys.get', { id })).toBe('key-not-found')
    test.clock.jump(-31 * 86_400_000)
  })

  it('kept nowhere are shown never again', async () => {
    const id = await add('once', { keep: 'never' })
    expect(await test.call('keys.get', { id })).toMatchObject({ hasSecret: false, preview: 'cap_••••••••1d9e' })
    expect(await test.failure('keys.reveal', { id })).toBe('secret-not-kept')
    expect(await test.failure('keys.copy', { id })).toBe('secret-not-kept')
  })
})

describe('a secret leaves', () => {
  it('after the password was given again, once it was long ago', async () => {
    const id = await add('revealed')
    const revealed = await test.call('keys.reveal', { id })
    expect(revealed.secret).toBe(SECRET)
    expect(Date.parse(revealed.hideAt) - test.clock.nowMs()).toBe(30_000)
    for (let minute = 0; minute < 6; minute += 1) {
      test.clock.pass(60_000)
      await test.call('session.touch', {})
    }
    expect(await test.failure('keys.reveal', { id })).toBe('password-needed-again')
    expect(await test.failure('session.confirmPassword', { password: 'wrong' })).toBe('wrong-password')
    expect(await test.failure('keys.reveal', { id })).toBe('password-needed-again')
    await test.call('session.confirmPassword', { password: PASSWORD })
    expect((await test.call('keys.reveal', { id })).secret).toBe(SECRET)
  })

  it('check 81: to the clipboard, and is gone from it after the time and on lock', async () => {
    const id = await add('copied', { envName: 'TOKEN' })
    expect(await test.call('keys.copy', { id, format: 'env' })).toMatchObject({ keyName: 'copied' })
    expect(test.clipboard.text).toBe(`TOKEN='${SECRET}'`)
    await test.call('session.lock', {})
    expect(test.clipboard.text).toBe('')
    await test.call('session.unlock', { password: PASSWORD })
  })

  it('and each time stands in the audit trail, which is whole', async () => {
    const id = await add('audited')
    await test.call('keys.reveal', { id })
    await test.call('keys.copy', { id })
    const { items } = await test.call('audit.list', { keyId: id })
    expect(items.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      'key.copied window',
      'key.revealed window',
      'key.added window'
    ])
    expect(await test.call('audit.verify', {})).toMatchObject({ whole: true, brokenAt: null })
    expect(JSON.stringify(await test.call('audit.list', { limit: 500 }))).not.toContain(SECRET)
  })

  it('check 77: into no event and no log line', () => {
    expect(JSON.stringify(test.events) + test.log.lines.join()).not.toContain(SECRET)
  })
})
