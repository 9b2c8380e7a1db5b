import { chmodSync, mkdirSync, readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeyId } from '@contract/model/base'
import { openEnv, type EnvTest } from './open-env'

const SECRET = 'cnx_prod_8xK9mP2vL5qR7wN3tJ6yH1cZ4bA0eD'
let test: EnvTest
let id: KeyId

beforeEach(async () => {
  test = await openEnv()
  id = await test.addKey('ci-token', SECRET, { envName: 'CI_TOKEN' })
})
afterEach(async () => {
  await test.close()
})

describe('when a write fails', () => {
  it('leaves the file, no undo and no binding', async () => {
    const { work, kq } = test
    mkdirSync(work.at('closed'))
    work.write('closed/.env', 'A=1\n')
    const { token } = await kq('env.preview', { keys: [{ keyId: id }], file: work.at('closed/.env') })
    chmodSync(work.at('closed'), 0o500)
    const code = await test.kqFailure('env.write', { token })
    chmodSync(work.at('closed'), 0o700)
    if (process.getuid?.() !== 0) expect(code).toBe('env-file-unwritable')
    if (code === 'none') return
    expect(work.read('closed/.env')).toBe('A=1\n')
    expect(readdirSync(work.at('closed'))).toEqual(['.env'])
    expect((await kq('env.undos', {})).items).toEqual([])
    expect(await test.states()).toEqual({})
  })

  it('makes no empty file for a value that no file can hold', async () => {
    const { work, kq, app } = test
    await kq('env.bind', { keyId: id, name: 'CI_TOKEN', file: work.at('new.env') })
    await app.call('keys.replaceSecret', { id, secret: "it's" })
    const [binding] = (await kq('env.bindings', {})).items
    const { items } = await kq('env.rewrite', { ids: [binding!.id] })
    expect(items).toMatchObject([{ outcome: 'failed', failure: { code: 'secret-not-for-env' } }])
    expect(readdirSync(work.folder)).toEqual([])
  })

  it('writes the other names of the file, and reports each', async () => {
    const { work, kq } = test
    const odd = await test.addKey('odd', "it's")
    work.write('.env', 'CI_TOKEN=1\nODD=2\n')
    const file = work.at('.env')
    await kq('env.bind', { keyId: id, name: 'CI_TOKEN', file })
    await kq('env.bind', { keyId: odd, name: 'ODD', file })
    const { items: bound } = await kq('env.bindings', {})
    const { items } = await kq('env.rewrite', { ids: bound.map((binding) => binding.id) })
    expect(items.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual(['CI_TOKEN written', 'ODD failed'])
    expect(work.read('.env')).toBe(`CI_TOKEN='${SECRET}'\nODD=2\n`)
  })
})

describe('two at once', () => {
  it('take turns, and neither write is lost', async () => {
    const { work, kq } = test
    work.write('.env', '# mine\n')
    const names = Array.from({ length: 8 }, (_, number) => `NAME_${String(number)}`)
    for (const name of names) await kq('env.bind', { keyId: id, name, file: work.at('.env') })
    const { items } = await kq('env.bindings', {})
    await Promise.all(items.map((binding) => kq('env.rewrite', { ids: [binding.id] })))
    expect(work.read('.env')).toBe(`# mine\n${names.map((name) => `${name}='${SECRET}'\n`).join('')}`)
    expect(new Set(Object.values(await test.states()))).toEqual(new Set(['in-step']))
  })

  it('cannot both write what was shown of the same file', async () => {
    const { work, kq } = test
    const one = await kq('env.preview', { keys: [{ keyId: id }], file: work.at('.env') })
    const two = await kq('env.preview', { keys: [{ keyId: id, name: 'OTHER' }], file: work.at('.env') })
    await kq('env.write', { token: one.token })
    expect(await test.kqFailure('env.write', { token: two.token })).toBe('env-file-changed')
    expect(work.read('.env')).toBe(`CI_TOKEN='${SECRET}'\n`)
  })
})

describe('another start of the app', () => {
  it('finds bindings, projects and undos as they were', async () => {
    const { work, kq, app } = test
    await kq('projects.add', { folder: work.folder, name: 'shop' })
    await test.writeTo(id, '.env')
    await app.call('session.lock', {})
    expect(await test.kqFailure('env.bindings', {})).toBe('vault-locked')
    await app.call('session.unlock', { password: 'correct horse battery staple' })
    expect(await test.states()).toEqual({ '.env CI_TOKEN': 'in-step' })
    expect((await kq('projects.list', {})).items).toMatchObject([{ name: 'shop', bindings: 1 }])
    const [undo] = (await kq('env.undos', {})).items
    expect(undo).toMatchObject({ possible: true, created: true })
  })

  it('carries them through a new data key and a backup', async () => {
    const { work, app, kq } = test
    await test.writeTo(id, '.env')
    await app.call('vault.rotateDataKey', { password: 'correct horse battery staple' })
    expect(await test.states()).toEqual({ '.env CI_TOKEN': 'in-step' })
    const made = await app.call('backups.make', {})
    await kq('env.unbind', { ids: (await kq('env.bindings', {})).items.map((binding) => binding.id) })
    await app.call('backups.restore', { file: made.file, password: 'correct horse battery staple' })
    await app.call('session.unlock', { password: 'correct horse battery staple' })
    expect(await test.states()).toEqual({ '.env CI_TOKEN': 'in-step' })
    expect(work.read('.env')).toBe(`CI_TOKEN='${SECRET}'\n`)
  })
})
