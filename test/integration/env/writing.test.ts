import { linkSync, lstatSync, mkdirSync, readdirSync, statSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeyId } from '@contract/model/base'
import { PASSWORD } from '../app/open-app'
import { openEnv, type EnvTest } from './open-env'

const SECRET = 'cnx_prod_8xK9mP2vL5qR7wN3tJ6yH1cZ4bA0eD'
let test: EnvTest
let id: KeyId

beforeEach(async () => {
  test = await openEnv()
  id = await test.addKey('ci-token', SECRET)
})
afterEach(async () => {
  await test.close()
})

describe('a write', () => {
  it('is shown first, masked, and changes only its own line', async () => {
    const { work, kq, app } = test
    work.write('.env', "A='one'\r\n# note\r\nCI_TOKEN=old-value-of-mine\r\nB=two")
    const preview = await kq('env.preview', { keys: [{ keyId: id }], file: work.at('.env') })
    expect(preview).toMatchObject({ change: 'changed', creates: false, link: null })
    expect(preview.keys).toMatchObject([{ name: 'CI_TOKEN', change: 'changed', line: 3 }])
    expect(preview.diff.map(({ kind, text }) => `${kind} ${text}`)).toContain("added CI_TOKEN='••••••••'")
    expect(JSON.stringify(preview)).not.toContain('old-value-of-mine')
    expect(JSON.stringify(preview)).not.toContain(SECRET)
    expect(work.read('.env')).toContain('old-value-of-mine')

    const written = await kq('env.write', { token: preview.token })
    expect(work.read('.env')).toBe(`A='one'\r\n# note\r\nCI_TOKEN='${SECRET}'\r\nB=two`)
    expect(written.keys).toEqual([
      { keyId: id, name: 'CI_TOKEN', change: 'changed', bindingId: expect.any(String) as string }
    ])
    expect(await test.states()).toEqual({ '.env CI_TOKEN': 'in-step' })
    expect((await app.call('keys.get', { id })).lastUsedAt).not.toBeNull()
    expect(await test.kqFailure('env.write', { token: preview.token })).toBe('preview-forgotten')
  })

  it('makes a file that only its owner reads', async () => {
    await test.writeTo(id, '.env.local')
    expect(statSync(test.work.at('.env.local')).mode & 0o777).toBe(0o600)
    expect(readdirSync(test.work.folder)).toEqual(['.env.local'])
  })

  it('check 64: goes ahead only on the very file that was shown', async () => {
    const { work, kq } = test
    work.write('.env', 'A=1\n')
    const preview = await kq('env.preview', { keys: [{ keyId: id }], file: work.at('.env') })
    work.write('.env', 'A=2\n')
    expect(await test.kqFailure('env.write', { token: preview.token })).toBe('env-file-changed')
    expect(work.read('.env')).toBe('A=2\n')
    expect((await kq('env.undos', {})).items).toEqual([])
    expect(await test.states()).toEqual({})
  })

  it('writes no other value than the one that was meant', async () => {
    const { work, kq, app } = test
    const preview = await kq('env.preview', { keys: [{ keyId: id }], file: work.at('.env') })
    await app.call('keys.replaceSecret', { id, secret: 'another-secret-123456' })
    expect(await test.kqFailure('env.write', { token: preview.token })).toBe('preview-forgotten')
    expect(readdirSync(work.folder)).toEqual([])
  })

  it('check 60: follows a link only with consent, and then to the real file', async () => {
    const { work, kq } = test
    work.git('init', '-q')
    work.write('config/real.env', 'A=1\n')
    symlinkSync('config/real.env', work.at('.env'))
    const first = await kq('env.preview', { keys: [{ keyId: id }], file: work.at('.env') })
    expect(first).toMatchObject({ link: work.at('.env'), file: work.at('config/real.env') })
    expect(await test.kqFailure('env.write', { token: first.token })).toBe('env-file-symlink')
    await kq('env.write', { token: first.token, followLink: true })
    expect(lstatSync(work.at('.env')).isSymbolicLink()).toBe(true)
    expect(work.read('config/real.env')).toBe(`A=1\nCI_TOKEN='${SECRET}'\n`)
    expect(await test.states()).toEqual({ 'config/real.env CI_TOKEN': 'in-step' })
  })

  it('check 60: refuses what leads out of the project, hard links and folders, and keeps no undo of it', async () => {
    const { work, kq } = test
    mkdirSync(work.at('project'))
    work.write('outside.env', 'A=1\n')
    await kq('projects.add', { folder: work.at('project') })
    symlinkSync('../outside.env', work.at('project/.env'))
    expect(await test.kqFailure('env.preview', { keys: [{ keyId: id }], file: work.at('project/.env') })).toBe(
      'env-file-outside'
    )
    work.write('one.env', 'A=1\n')
    linkSync(work.at('one.env'), work.at('two.env'))
    const { token } = await kq('env.preview', { keys: [{ keyId: id }], file: work.at('one.env') })
    expect(await test.kqFailure('env.write', { token })).toBe('env-file-hard-linked')
    expect(await test.kqFailure('env.preview', { keys: [{ keyId: id }], file: work.folder })).not.toBe('none')
    expect((await kq('env.undos', {})).items).toEqual([])
  })

  it('says duplicates, the state of git and who else can read', async () => {
    const { work, kq } = test
    work.git('init', '-q')
    work.write('.env', 'CI_TOKEN=1\nCI_TOKEN=2\n', 0o644)
    const preview = await kq('env.preview', { keys: [{ keyId: id }], file: work.at('.env') })
    expect(preview).toMatchObject({
      keys: [{ duplicates: [1], line: 2 }],
      git: 'not-ignored',
      ignore: { gitignore: work.at('.gitignore'), line: '/.env' }
    })
    expect(preview.warnings).toContain('world-readable')
    expect(await kq('env.ignore', { file: work.at('.env') })).toEqual({
      git: 'ignored',
      gitignore: work.at('.gitignore')
    })
    expect(work.read('.gitignore')).toBe('/.env\n')
    const [undo] = (await kq('env.undos', {})).items
    await kq('env.undo', { id: undo!.id })
    expect(readdirSync(work.folder).sort()).toEqual(['.env', '.git'])
  })

  it('check 57: refuses a value that readers would disagree on, with nothing written', async () => {
    const odd = await test.addKey('odd', "it's")
    expect(await test.kqFailure('env.preview', { keys: [{ keyId: odd }], file: test.work.at('.env') })).toBe(
      'secret-not-for-env'
    )
    const tick = await test.addKey('tick', 'a`b-with-backtick')
    await test.writeTo(tick, '.env')
    expect(test.work.read('.env')).toBe("TICK='a`b-with-backtick'\n")
  })

  it('is refused while the vault is locked, and what was shown is forgotten', async () => {
    const { kq, work, app } = test
    const { token } = await kq('env.preview', { keys: [{ keyId: id }], file: work.at('.env') })
    await app.call('session.lock', {})
    expect(await test.kqFailure('env.write', { token })).toBe('vault-locked')
    await app.call('session.unlock', { password: PASSWORD })
    expect(await test.kqFailure('env.write', { token })).toBe('preview-forgotten')
  })
})

describe('the window', () => {
  it('names no file that it was not told of', async () => {
    const { app, work } = test
    for (const file of [work.at('.env'), join(work.folder, '..', '.bashrc'), '/etc/passwd', '.env']) {
      expect(await app.failure('env.preview', { keys: [{ keyId: id }], file }), file).toBe('sender-refused')
      expect(await app.failure('env.ignore', { file }), file).toBe('sender-refused')
      expect(await app.failure('env.bind', { keyId: id, name: 'A', file }), file).toBe('sender-refused')
    }
    expect(await app.failure('scan.run', { folder: work.folder })).toBe('sender-refused')
    expect(await app.failure('projects.add', { folder: work.folder })).toBe('sender-refused')
  })

  it('names what the dialog, a binding or a project gave it, until the vault locks', async () => {
    const { app, work } = test
    app.chosen.push(work.at('.env'))
    const { token, file } = await app.call('env.preview', { keys: [{ keyId: id }], file: null, newFile: true })
    await app.call('env.preview', { keys: [{ keyId: id, name: 'OTHER' }], file })
    await app.call('env.write', { token })
    await app.call('session.lock', {})
    await app.call('session.unlock', { password: PASSWORD })
    await app.call('env.preview', { keys: [{ keyId: id }], file: work.at('.env') })
    expect(await app.failure('env.preview', { keys: [{ keyId: id }], file: work.at('.env.local') })).toBe(
      'sender-refused'
    )
    app.chosen.push(work.folder)
    await app.call('projects.add', { folder: null })
    await app.call('env.preview', { keys: [{ keyId: id }], file: work.at('.env.local') })
    expect(await app.failure('env.preview', { keys: [{ keyId: id }], file: work.at('package.json') })).toBe(
      'sender-refused'
    )
    expect(await app.failure('env.preview', { keys: [{ keyId: id }], file: `${work.folder}/../.env` })).toBe(
      'sender-refused'
    )
  })

  it('gets nothing when the vault locked while the dialog stood open', async () => {
    const { app } = test
    app.dialogs.chooseFile = async () => {
      await app.app.lock('user')
      return test.work.at('.env')
    }
    expect(await app.failure('env.preview', { keys: [{ keyId: id }], file: null })).toBe('vault-locked')
  })

  it('scans nothing while the vault is locked', async () => {
    await test.app.call('session.lock', {})
    for (const ownValues of [true, false]) {
      expect(await test.app.failure('scan.run', { folder: test.work.folder, ownValues })).toBe('vault-locked')
    }
  })
})

describe('an undo', () => {
  it('puts the bytes before back, newest first, and the binding as it was', async () => {
    const { work, kq, app } = test
    const before = "# mine\nCI_TOKEN = 'first-value-of-all'\n"
    work.write('.env', before)
    await test.writeTo(id, '.env')
    await app.call('keys.replaceSecret', { id, secret: 'second-value-123456' })
    await test.writeTo(id, '.env')
    const { items } = await kq('env.undos', {})
    expect(items.map(({ possible }) => possible)).toEqual([true, false])
    expect(await test.kqFailure('env.undo', { id: items[1]!.id })).toBe('undo-not-possible')
    await kq('env.undo', { id: items[0]!.id })
    expect(work.read('.env')).toBe(`# mine\nCI_TOKEN='${SECRET}'\n`)
    expect(await test.states()).toEqual({ '.env CI_TOKEN': 'vault-moved' })
    await kq('env.undo', { id: items[1]!.id })
    expect(work.read('.env')).toBe(before)
    expect(await test.states()).toEqual({})
    expect(await test.kqFailure('env.undo', { id: items[1]!.id })).toBe('undo-not-found')
  })

  it('takes a file away that the write made', async () => {
    await test.writeTo(id, '.env')
    const [undo] = (await test.kq('env.undos', {})).items
    expect(undo).toMatchObject({ created: true, names: ['CI_TOKEN'] })
    await test.kq('env.undo', { id: undo!.id })
    expect(readdirSync(test.work.folder)).toEqual([])
  })

  it('keeps the newest fifty, and none of a key that was removed for good', async () => {
    for (let number = 0; number < 52; number += 1) await test.writeTo(id, '.env', `NAME_${String(number)}`)
    const { items } = await test.kq('env.undos', {})
    expect(items).toHaveLength(50)
    expect(items[0]).toMatchObject({ names: ['NAME_51'], possible: true })
    await test.app.call('keys.delete', { id })
    await test.app.call('keys.purge', { id })
    expect((await test.kq('env.undos', {})).items).toEqual([])
  })
})

describe('a binding', () => {
  it('says which side moved', async () => {
    const { work, app } = test
    for (const path of ['a.env', 'b.env', 'c.env', 'd.env', 'e.env', 'f.env']) await test.writeTo(id, path)
    work.write('b.env', "CI_TOKEN='by-hand'\n")
    work.write('c.env', 'OTHER=1\n')
    unlinkSync(work.at('d.env'))
    unlinkSync(work.at('e.env'))
    mkdirSync(work.at('e.env'))
    expect(await test.states()).toEqual({
      'a.env CI_TOKEN': 'in-step',
      'b.env CI_TOKEN': 'file-moved',
      'c.env CI_TOKEN': 'missing',
      'd.env CI_TOKEN': 'file-gone',
      'e.env CI_TOKEN': 'unreadable',
      'f.env CI_TOKEN': 'in-step'
    })
    await app.call('keys.replaceSecret', { id, secret: 'second-value-123456' })
    work.write('f.env', "CI_TOKEN='second-value-123456'\n")
    expect(await test.states()).toMatchObject({
      'a.env CI_TOKEN': 'vault-moved',
      'b.env CI_TOKEN': 'both-moved',
      'f.env CI_TOKEN': 'in-step'
    })
    const answer = await app.call('env.bindings', { keyId: id })
    expect(JSON.stringify(answer)).not.toMatch(/by-hand|second-value/)
  })

  it('is mended by writing the vault’s value again, or by taking the file’s', async () => {
    const { work, app } = test
    await test.writeTo(id, 'a.env')
    await test.writeTo(id, 'b.env')
    work.write('a.env', "CI_TOKEN='new-from-the-file-1'\n")
    const [a, b] = (await app.call('env.bindings', {})).items
    expect(a!.may).toEqual(['write', 'take', 'unbind'])
    expect(await app.call('env.take', { id: a!.id })).toMatchObject({ state: 'in-step' })
    expect(await test.secretOf(id)).toBe('new-from-the-file-1')
    expect((await app.call('keys.get', { id })).previousValues).toHaveLength(1)
    expect(await app.call('env.rewrite', { ids: [b!.id] })).toMatchObject({ items: [{ outcome: 'written' }] })
    expect(work.read('b.env')).toBe("CI_TOKEN='new-from-the-file-1'\n")
    const trail = (await app.call('audit.list', {})).items.map(({ action }) => action)
    expect(trail).toContain('env.taken-over')
    expect(trail).toContain('env.written')
  })

  it('is an orphan once its key is in the bin or gone: nothing is written', async () => {
    const { work, app } = test
    await test.writeTo(id, '.env')
    work.write('.env', "CI_TOKEN='by-hand'\n")
    await app.call('keys.delete', { id })
    const [binding] = (await app.call('env.bindings', {})).items
    expect(binding).toMatchObject({ state: 'orphaned', keyName: 'ci-token', may: ['unbind'] })
    expect(await app.failure('env.rewrite', { ids: [binding!.id] })).toBe('binding-not-found')
    expect(await app.failure('env.take', { id: binding!.id })).toBe('binding-not-found')
    await app.call('keys.purge', { id })
    expect((await app.call('env.bindings', {})).items).toMatchObject([
      { state: 'orphaned', keyId: null, keyName: 'ci-token' }
    ])
    expect(work.read('.env')).toBe("CI_TOKEN='by-hand'\n")
    await app.call('env.unbind', { ids: [binding!.id] })
    expect((await app.call('env.bindings', {})).items).toEqual([])
  })

  it('belongs to one key at a time', async () => {
    const other = await test.addKey('other', 'another-secret-of-mine')
    await test.writeTo(id, '.env', 'TOKEN')
    const preview = await test.kq('env.preview', {
      keys: [{ keyId: other, name: 'TOKEN' }],
      file: test.work.at('.env')
    })
    expect(preview.keys).toMatchObject([{ boundKeyName: 'ci-token' }])
    await test.kq('env.write', { token: preview.token })
    expect((await test.kq('env.bindings', {})).items).toMatchObject([{ keyName: 'other', state: 'in-step' }])
  })

  it('is cheap by the hundred', async () => {
    const { work, kq } = test
    const names = Array.from({ length: 300 }, (_, number) => `NAME_${String(number)}`)
    for (let file = 0; file < 10; file += 1) {
      const mine = names.slice(file * 30, file * 30 + 30)
      work.write(`${String(file)}.env`, mine.map((name) => `${name}='${SECRET}'\n`).join(''))
      for (const name of mine) await kq('env.bind', { keyId: id, name, file: work.at(`${String(file)}.env`) })
    }
    const began = performance.now()
    const { items } = await kq('env.bindings', {})
    expect(items.filter(({ state }) => state === 'in-step')).toHaveLength(300)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('check 77: what is written down', () => {
  it('is paths and names, never a value', async () => {
    const { work, app, kq } = test
    work.write('.env', 'CI_TOKEN=canary-in-the-file-77\n')
    await test.writeTo(id, '.env')
    work.write('.env', "CI_TOKEN='canary-by-hand-77'\n'")
    await kq('env.bindings', {})
    await test.kqFailure('env.preview', { keys: [{ keyId: id }], file: work.at('.env') })
    await test.kqFailure('env.preview', { keys: [{ keyId: id, name: 'X' }], file: work.at('missing/.env') })
    const trail = JSON.stringify(await app.call('audit.list', {}))
    const told = JSON.stringify(app.events) + app.log.lines.join('\n')
    expect(trail).toContain(work.at('.env'))
    for (const text of [trail, told]) expect(text).not.toMatch(/canary|cnx_prod_8xK/)
  })
})
