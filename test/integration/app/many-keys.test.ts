import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../fixtures/vaults/temporary-vault'
import { openApp, PASSWORD, type TestApp } from './open-app'

const SECRET = 'cnx_prod_8xK9mP2vL5qR7wN3tJ6yH1cZ4bA0eD'
const home = temporaryFolder()
let test: TestApp

beforeAll(async () => {
  test = await openApp()
  await test.call('vault.create', { password: PASSWORD })
})

afterAll(async () => {
  await test.close()
  home.remove()
})

const add = async (name: string, more: object = {}) =>
  (await test.call('keys.add', { fields: { name, ...more }, secret: SECRET })).id

describe('many keys at once', () => {
  it('are changed one by one, each with its own way back', async () => {
    const ids = [await add('one', { tags: ['ci'] }), await add('two', { tags: ['ci', 'old'] })]
    const { items } = await test.call('keys.change', {
      ids,
      change: { kind: 'tags', add: ['ci', 'new'], remove: ['old'] }
    })
    expect(items.map(({ undo }) => undo)).toEqual([
      { kind: 'tags', add: [], remove: ['new'] },
      { kind: 'tags', add: ['old'], remove: ['new'] }
    ])
    for (const { id, undo } of items) if (undo) await test.call('keys.change', { ids: [id], change: undo })
    expect((await test.call('keys.get', { id: ids[1]! })).tags).toEqual(['ci', 'old'])
  })

  it('that cannot be changed are told apart from those that were', async () => {
    const there = await add('there')
    const gone = await add('gone')
    await test.call('keys.delete', { id: gone })
    await test.call('keys.purge', { id: gone })
    const { items } = await test.call('keys.change', { ids: [gone, there], change: { kind: 'bin' } })
    expect(items.map(({ failure }) => failure?.code ?? null)).toEqual(['key-not-found', null])
    expect((await test.call('keys.get', { id: there })).deletedAt).not.toBeNull()
  })

  it('that are the same already stay untouched in the trail', async () => {
    const id = await add('same', { environment: 'dev' })
    const before = (await test.call('audit.list', { keyId: id })).items.length
    const { items } = await test.call('keys.change', {
      ids: [id, id],
      change: { kind: 'environment', environment: 'dev' }
    })
    expect(items).toEqual([{ id, name: 'same', failure: null, undo: null }])
    expect((await test.call('audit.list', { keyId: id })).items.length).toBe(before)
  })
})

describe('what is pasted', () => {
  it.each([
    [SECRET, 'secret'],
    [`  ${SECRET}\n`, 'secret'],
    ['c2VjcmV0LXdpdGgtZXF1YWxzLTEyMzQ1Njc4OTA==', 'secret'],
    ['harbour', 'nothing'],
    ['see you tomorrow at ten', 'nothing'],
    ['PORT=3000', 'nothing'],
    [`export A_TOKEN=${SECRET}`, 'lines']
  ] as const)('%s is %s', async (text, found) => {
    const answer = await test.call('import.pasted', { text })
    expect(answer.found).toBe(found)
    expect(JSON.stringify(answer)).not.toContain(SECRET)
  })
})

describe('what is dropped', () => {
  it('may be named from then on, and nothing beside it', async () => {
    const folder = join(home.folder, 'shop')
    mkdirSync(folder)
    const file = join(folder, '.env')
    writeFileSync(file, `A_TOKEN=${SECRET}\n`)
    const read = { file, format: null, password: null }
    expect(await test.failure('import.preview', read)).toBe('sender-refused')
    const other = join(folder, 'keys.csv')
    writeFileSync(other, 'name,secret\na,b\n')
    expect(await test.call('files.dropped', { paths: [file, other] })).toEqual({
      items: [
        { kind: 'file', path: file, name: '.env' },
        { kind: 'file', path: other, name: 'keys.csv' }
      ]
    })
    expect((await test.call('import.preview', read)).items.map(({ name }) => name)).toEqual(['A_TOKEN'])
    expect(await test.failure('projects.add', { folder })).toBe('sender-refused')
    expect((await test.call('files.dropped', { paths: [folder] })).items.map(({ kind }) => kind)).toEqual(['folder'])
    expect((await test.call('projects.add', { folder })).name).toBe('shop')
    expect(await test.failure('files.dropped', { paths: [file, '/nowhere/at/all'] })).toBe('file-unreadable')
    expect(await test.failure('files.dropped', { paths: [''] })).toBe('file-unreadable')
  })

  it('is forgotten by a lock', async () => {
    const file = join(home.folder, 'keys.csv')
    writeFileSync(file, 'name,secret\na,b\n')
    await test.call('files.dropped', { paths: [file] })
    await test.call('session.lock', {})
    await test.call('session.unlock', { password: PASSWORD })
    expect(await test.failure('import.preview', { file, format: null, password: null })).toBe('sender-refused')
  })
})
