import { chmodSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeyId } from '@contract/model/base'
import { openEnv, readInChild, type EnvTest } from './open-env'

let test: EnvTest
let ci: KeyId
let mail: KeyId
let billing: KeyId

const CI = 'cnx_prod_8xK9mP2vL5qR7wN3tJ6yH1cZ4bA0eD'
const MAIL = 'mail-secret-4Kd81mQzXw'
const BILLING = 'billing-secret-7Pv2Rt9Ly'

beforeEach(async () => {
  test = await openEnv()
  ci = await test.addKey('ci-token', CI)
  mail = await test.addKey('mail', MAIL, { envName: 'MAIL_TOKEN' })
  billing = await test.addKey('billing', BILLING)
})
afterEach(async () => {
  await test.close()
})

const all = (): { keyId: KeyId; name?: string }[] => [{ keyId: ci }, { keyId: mail }, { keyId: billing, name: 'PAY' }]

describe('several keys in one file', () => {
  it('are shown in one diff and written in one go, with comments, quotes and every other byte kept', async () => {
    const { work, kq, app } = test
    work.write('.env', `# one\r\nPAY='old-pay' # why\r\nA=1\r\nMAIL_TOKEN='${MAIL}'\r\nB="two"\r\n`)
    const preview = await kq('env.preview', { keys: all(), file: work.at('.env') })
    expect(preview.change).toBe('changed')
    expect(preview.keys.map(({ keyName, name, change, line }) => [keyName, name, change, line])).toEqual([
      ['ci-token', 'CI_TOKEN', 'added', 6],
      ['mail', 'MAIL_TOKEN', 'same', 4],
      ['billing', 'PAY', 'changed', 2]
    ])
    const changed = preview.diff.filter(({ kind }) => kind !== 'same')
    expect(changed.map(({ kind, line }) => `${kind} ${String(line)}`)).toEqual(['removed 2', 'added 2', 'added 6'])
    expect(JSON.stringify(preview)).not.toMatch(/old-pay|cnx_prod_8xK|-secret-/)

    const before = work.read('.env')
    const written = await kq('env.write', { token: preview.token })
    expect(work.read('.env')).toBe(
      `# one\r\nPAY='${BILLING}' # why\r\nA=1\r\nMAIL_TOKEN='${MAIL}'\r\nB="two"\r\nCI_TOKEN='${CI}'\r\n`
    )
    expect(written.keys.every(({ bindingId }) => bindingId !== null)).toBe(true)
    expect(await test.states()).toEqual({
      '.env CI_TOKEN': 'in-step',
      '.env MAIL_TOKEN': 'in-step',
      '.env PAY': 'in-step'
    })
    const { items } = await app.call('audit.list', { actions: ['env.written', 'env.bound'] })
    expect(items.map(({ action, keyName }) => `${action} ${keyName ?? ''}`).sort()).toEqual([
      'env.bound billing',
      'env.bound ci-token',
      'env.bound mail',
      'env.written billing',
      'env.written ci-token'
    ])
    for (const id of [ci, mail, billing]) expect((await app.call('keys.get', { id })).lastUsedAt).not.toBeNull()

    const [undo] = (await kq('env.undos', {})).items
    expect(undo?.names).toEqual(['CI_TOKEN', 'PAY'])
    await kq('env.undo', { id: undo!.id })
    expect(work.read('.env')).toBe(before)
    expect(await test.states()).toEqual({})
  })

  it('make a file that is not there, which only its owner reads and every reader understands', async () => {
    const { work, kq } = test
    const preview = await kq('env.preview', { keys: all(), file: work.at('.env.local') })
    expect(preview).toMatchObject({ creates: true, change: 'added' })
    await kq('env.write', { token: preview.token })
    expect(statSync(work.at('.env.local')).mode & 0o777).toBe(0o600)
    expect(['CI_TOKEN', 'MAIL_TOKEN', 'PAY'].map((name) => readInChild(work.at('.env.local'), name))).toEqual([
      CI,
      MAIL,
      BILLING
    ])
  })

  it('are refused where two would have one name, with both keys named', async () => {
    const { work, kq } = test
    const keys = [{ keyId: ci, name: 'TOKEN' }, { keyId: mail }, { keyId: billing, name: 'TOKEN' }]
    await expect(kq('env.preview', { keys, file: work.at('.env') })).rejects.toMatchObject({
      code: 'env-name-twice',
      details: { name: 'TOKEN', one: 'ci-token', other: 'billing' }
    })
    expect(readdirSync(work.folder)).toEqual([])
  })

  it('are not written at all where one cannot be', async () => {
    const { work } = test
    const [odd, gone] = [await test.addKey('odd', "it's"), await test.addKey('gone', 'a-value-that-goes')]
    await test.app.call('keys.delete', { id: gone })
    await test.app.call('keys.purge', { id: gone })
    work.write('.env', 'A=1\n')
    const failure = (keyId: KeyId, name?: string): Promise<string> =>
      test.kqFailure('env.preview', {
        keys: [{ keyId: ci }, { keyId, ...(name === undefined ? {} : { name }) }],
        file: work.at('.env')
      })
    expect(await failure(odd)).toBe('secret-not-for-env')
    expect(await failure(gone)).toBe('key-not-found')
    expect(await test.kqFailure('env.preview', { keys: [], file: work.at('.env') })).toBe('input-invalid')
    expect(work.read('.env')).toBe('A=1\n')
    work.write('.env', 'A=1\nBROKEN="no end\n')
    expect(await failure(mail, 'BROKEN')).toBe('env-file-unreadable')
    expect(work.read('.env')).toBe('A=1\nBROKEN="no end\n')
  })

  it('leave the file as it is when the write fails or one of the keys has another value by then', async () => {
    const { work, kq } = test
    work.write('.env', 'A=1\n')
    const replaced = await kq('env.preview', { keys: all(), file: work.at('.env') })
    await test.app.call('keys.replaceSecret', { id: billing, secret: 'another-billing-1234' })
    expect(await test.kqFailure('env.write', { token: replaced.token })).toBe('preview-forgotten')

    const changed = await kq('env.preview', { keys: all(), file: work.at('.env') })
    work.write('.env', 'A=2\n')
    expect(await test.kqFailure('env.write', { token: changed.token })).toBe('env-file-changed')

    chmodSync(work.at('.env'), 0o400)
    const unwritable = await kq('env.preview', { keys: all(), file: work.at('.env') })
    expect(await test.kqFailure('env.write', { token: unwritable.token })).toBe('env-file-unwritable')
    chmodSync(work.at('.env'), 0o600)

    expect(work.read('.env')).toBe('A=2\n')
    expect(readdirSync(work.folder)).toEqual(['.env'])
    expect(await test.states()).toEqual({})
    expect((await kq('env.undos', {})).items).toEqual([])
    expect((await test.app.call('audit.list', { actions: ['env.written', 'env.bound'] })).items).toEqual([])
  })

  it('follow a link only with consent, and say duplicates and other bindings of each', async () => {
    const { work, kq } = test
    work.git('init', '-q')
    work.write('real.env', 'PAY=1\nPAY=2\n')
    symlinkSync('real.env', work.at('.env'))
    await test.writeTo(mail, 'real.env', 'CI_TOKEN')
    const preview = await kq('env.preview', { keys: all(), file: work.at('.env') })
    expect(preview.link).toBe(work.at('.env'))
    expect(preview.keys).toMatchObject([
      { name: 'CI_TOKEN', duplicates: [], boundKeyName: 'mail' },
      { name: 'MAIL_TOKEN', duplicates: [], boundKeyName: null },
      { name: 'PAY', duplicates: [1], line: 2, boundKeyName: null }
    ])
    expect(await test.kqFailure('env.write', { token: preview.token })).toBe('env-file-symlink')
    await kq('env.write', { token: preview.token, followLink: true })
    const { items } = await kq('env.bindings', {})
    expect(items.map(({ name, keyName, state }) => [name, keyName, state])).toEqual([
      ['CI_TOKEN', 'ci-token', 'in-step'],
      ['MAIL_TOKEN', 'mail', 'in-step'],
      ['PAY', 'billing', 'in-step']
    ])
  })

  it('are not kept in an undo once any of them is gone for good', async () => {
    const { kq, work, app } = test
    const preview = await kq('env.preview', { keys: all(), file: work.at('.env') })
    await kq('env.write', { token: preview.token })
    await test.writeTo(ci, 'other.env')
    await app.call('keys.delete', { id: billing })
    await app.call('keys.purge', { id: billing })
    expect((await kq('env.undos', {})).items.map(({ names }) => names)).toEqual([['CI_TOKEN']])
  })
})
