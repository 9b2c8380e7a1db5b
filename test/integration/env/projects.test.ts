import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeyId } from '@contract/model/base'
import { openEnv, type EnvTest } from './open-env'

const STRIPE = ['sk', 'live', '51HxQ2eZvKYlo2CabcdefGHIJK12345678'].join('_')
let test: EnvTest

beforeEach(async () => {
  test = await openEnv()
})
afterEach(async () => {
  await test.close()
})

function fill(): void {
  const { work } = test
  work.git('init', '-q')
  work.write('.gitignore', '.env.local\n')
  work.write('.env', `PORT=3000\nSTRIPE_SECRET_KEY=${STRIPE}\nDATABASE_PASSWORD="p4ss-word-long"\nEMPTY=\n`)
  work.write('.env.local', `STRIPE_SECRET_KEY=${STRIPE}\nDATABASE_PASSWORD=another-pass-1\n`)
  work.write('api/.env.staging', 'DATABASE_PASSWORD="p4ss-word-long"\n')
  work.write('.env.example', 'PORT=\nSTRIPE_SECRET_KEY=\n')
  work.write('node_modules/x/.env', 'TOKEN=not-looked-at-1\n')
}

describe('a project', () => {
  it('finds env files, says what is a secret and what git would do, and never a value', async () => {
    fill()
    const { kq, work } = test
    const project = await kq('projects.add', { folder: work.folder })
    expect(await kq('projects.add', { folder: work.folder })).toEqual(project)
    const contents = await kq('projects.contents', { id: project.id })
    expect(contents.files.map(({ path, git }) => [path, git])).toEqual([
      ['.env', 'not-ignored'],
      ['.env.example', 'not-ignored'],
      ['.env.local', 'ignored'],
      ['api/.env.staging', 'not-ignored']
    ])
    expect(contents.files[0]!.ignore).toEqual({ gitignore: work.at('.gitignore'), line: '/.env' })
    expect(contents.files[0]!.names.map(({ name, likelySecret, verdict }) => [name, likelySecret, verdict])).toEqual([
      ['PORT', false, 'ignored'],
      ['STRIPE_SECRET_KEY', true, 'new'],
      ['DATABASE_PASSWORD', true, 'new'],
      ['EMPTY', false, 'ignored']
    ])
    expect(contents.files[0]!.names[1]).toMatchObject({ provider: 'Stripe' })
    expect(JSON.stringify(contents)).not.toMatch(/p4ss|another-pass|51HxQ2e/)
  })

  it('takes chosen names into the vault, one key for one value, and binds them', async () => {
    fill()
    const { kq, app, work } = test
    const { id } = await kq('projects.add', { folder: work.folder, name: 'shop' })
    const contents = await kq('projects.contents', { id })
    const wanted = contents.files.flatMap(({ names }) => names.filter(({ verdict }) => verdict === 'new'))
    const before = work.read('.env')
    const choices = wanted.map(({ index }) => ({ index, action: 'add' as const }))
    expect(await kq('projects.adopt', { token: contents.token, choices })).toEqual({ added: 3, replaced: 0, bound: 5 })
    expect(work.read('.env')).toBe(before)
    expect(await test.states()).toEqual({
      '.env DATABASE_PASSWORD': 'in-step',
      '.env STRIPE_SECRET_KEY': 'in-step',
      '.env.local DATABASE_PASSWORD': 'in-step',
      '.env.local STRIPE_SECRET_KEY': 'in-step',
      'api/.env.staging DATABASE_PASSWORD': 'in-step'
    })
    const { items } = await app.call('keys.list', {})
    expect(items.map(({ name, project }) => `${project ?? ''}: ${name}`).sort()).toEqual([
      'shop: DATABASE_PASSWORD',
      'shop: DATABASE_PASSWORD (.env.local)',
      'shop: STRIPE_SECRET_KEY'
    ])
    expect(await test.kqFailure('projects.adopt', { token: contents.token, choices })).toBe('preview-forgotten')

    const again = await kq('projects.contents', { id })
    const all = again.files.flatMap(({ names }) => names).filter(({ likelySecret }) => likelySecret)
    expect(new Set(all.map(({ verdict }) => verdict))).toEqual(new Set(['same']))
    expect(all.every(({ bindingId }) => bindingId !== null)).toBe(true)
    expect(await kq('projects.list', {})).toMatchObject({ items: [{ name: 'shop', bindings: 5 }] })
  })

  it('gives a changed value to the key it belongs to, as a new value', async () => {
    fill()
    const { kq, work } = test
    const key = await test.addKey('STRIPE_SECRET_KEY', 'sk_test_an-older-value-1', {
      envName: 'STRIPE_SECRET_KEY',
      project: 'shop'
    })
    const { id } = await kq('projects.add', { folder: work.folder, name: 'shop' })
    const contents = await kq('projects.contents', { id })
    const changed = contents.files[0]!.names[1]!
    expect(changed).toMatchObject({ verdict: 'changed', keyName: 'STRIPE_SECRET_KEY' })
    const choice = { index: changed.index, action: 'bind' as const }
    expect(await test.kqFailure('projects.adopt', { token: contents.token, choices: [choice] })).toBe('input-invalid')
    await kq('projects.adopt', { token: contents.token, choices: [{ ...choice, action: 'replace' }] })
    expect(await test.secretOf(key)).toBe(STRIPE)
  })

  it('compares environments by digest alone', async () => {
    fill()
    const { kq, work } = test
    const { id } = await kq('projects.add', { folder: work.folder })
    const table = await kq('projects.compare', { id })
    expect(table.files.map(({ path }) => path)).toEqual(['.env', '.env.local', 'api/.env.staging'])
    const rows = Object.fromEntries(
      table.rows.map(({ name, cells }) => [name, cells.map(({ is, group }) => group ?? is)])
    )
    expect(rows).toEqual({
      PORT: [1, 'absent', 'absent'],
      STRIPE_SECRET_KEY: [1, 1, 'absent'],
      DATABASE_PASSWORD: [1, 2, 1],
      EMPTY: ['empty', 'absent', 'absent']
    })
    expect(JSON.stringify(table)).not.toMatch(/p4ss|3000/)
  })

  it('makes an example that holds names alone and may be read by all', async () => {
    fill()
    const { kq, work } = test
    const preview = await kq('env.previewExample', { file: work.at('.env') })
    expect(preview).toMatchObject({ file: work.at('.env.example'), change: 'changed', keys: [] })
    await kq('env.write', { token: preview.token })
    expect(work.read('.env.example')).toBe('PORT=\nSTRIPE_SECRET_KEY=\nDATABASE_PASSWORD=\nEMPTY=\n')
    const [undo] = (await kq('env.undos', {})).items
    await kq('env.undo', { id: undo!.id })
    expect(work.read('.env.example')).toBe('PORT=\nSTRIPE_SECRET_KEY=\n')
  })

  it('takes its keys along when it is renamed, and back again', async () => {
    fill()
    const { kq, work, app } = test
    const { id } = await kq('projects.add', { folder: work.folder, name: 'shop' })
    const of = (name: string, project: string): Promise<KeyId> =>
      test.addKey(name, `${name}-secret-value-1`, { project })
    const followers = [await of('first', 'shop'), await of('binned', 'shop')]
    await app.call('keys.delete', { id: followers[1]! })
    const other = await of('other', 'web')
    const projectOf = async (key: KeyId): Promise<string | null> => (await app.call('keys.get', { id: key })).project

    const { keyIds } = await kq('projects.rename', { id, name: 'web' })
    expect([...keyIds].sort()).toEqual([...followers].sort())
    expect(await Promise.all([...followers, other].map(projectOf))).toEqual(['web', 'web', 'web'])
    const [renamed] = (await app.call('audit.list', { actions: ['project.renamed'] })).items
    expect(renamed).toMatchObject({ detail: 'shop → web' })

    expect(await kq('projects.rename', { id, name: 'shop', keyIds })).toEqual({ keyIds })
    expect(await Promise.all([...followers, other].map(projectOf))).toEqual(['shop', 'shop', 'web'])

    await kq('projects.add', { folder: work.at('api'), name: 'shop' })
    expect(await kq('projects.rename', { id, name: 'web' })).toEqual({ keyIds: [] })
    expect(await projectOf(followers[0]!)).toBe('shop')
  })

  it('is forgotten without a file being touched', async () => {
    fill()
    const { kq, work, app } = test
    const project = await kq('projects.add', { folder: work.folder })
    const id = await test.addKey('a', 'a-secret-value-1')
    await test.writeTo(id, '.env')
    await kq('projects.rename', { id: project.id, name: 'renamed' })
    const text = work.read('.env')
    await kq('projects.remove', { id: project.id, unbind: true })
    expect(work.read('.env')).toBe(text)
    expect(await test.states()).toEqual({})
    expect(await test.kqFailure('projects.contents', { id: project.id })).toBe('project-not-found')
    const trail = (await app.call('audit.list', {})).items.map(({ action }) => action)
    expect(trail).toEqual(expect.arrayContaining(['project.added', 'project.removed', 'env.unbound']))
  })
})

describe('an import of an env file', () => {
  it('binds what was chosen when it is asked to', async () => {
    fill()
    const { kq, work } = test
    const { token, items } = await kq('import.preview', { file: work.at('.env'), format: null, password: null })
    const chosen = items.filter(({ envName }) => envName === 'DATABASE_PASSWORD')
    const choices = chosen.map(({ index }) => ({ index, action: 'add' as const }))
    expect(await kq('import.apply', { token, choices, bind: true })).toMatchObject({ added: 1, bound: 1 })
    expect(await test.states()).toEqual({ '.env DATABASE_PASSWORD': 'in-step' })
  })
})
