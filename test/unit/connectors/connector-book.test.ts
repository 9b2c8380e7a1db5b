import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { builtInManifests } from '@main/connectors/built-in'
import { createConnectorBook } from '@main/connectors/connector-book'
import type { ConnectorParts } from '@main/connectors/connector'
import { createConnectorFiles } from '@main/node/connector-files'
import { exampleManifest } from './example-manifest'

const parts = { http: {}, mapping: {}, userAgent: 'Keyquay/test' } as unknown as ConnectorParts
const json = (more: object = {}): string => JSON.stringify({ ...exampleManifest, ...more })
let folder = ''
const write = (name: string, text: string | Buffer): void => writeFileSync(join(folder, name), text)
const bookOf = (builtIn = builtInManifests) =>
  createConnectorBook({ builtIn, files: createConnectorFiles(folder), parts })
const mine = async () => {
  const { usable, broken } = await bookOf().all()
  return {
    usable: usable.filter(({ description }) => !description.builtIn).map(({ description }) => description.id),
    broken
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyquay-connectors-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

describe('the connectors', () => {
  it('are those Keyquay comes with, all of them usable, when there is no folder', async () => {
    rmSync(folder, { recursive: true })
    const { usable, broken } = await bookOf().all()
    expect(usable.map(({ description }) => description.id)).toEqual([
      'cloudoora',
      'cloudapi',
      'cloudnexus',
      'cloudcasa',
      'cloodot',
      'npm-registry'
    ])
    expect(usable.every(({ description }) => description.builtIn)).toBe(true)
    expect(broken).toEqual([])
  })

  it('are those of the folder as well, read anew each time', async () => {
    const book = bookOf()
    expect(await book.find('example')).toBeNull()
    write('example.json', json())
    expect((await book.find('example'))?.description).toMatchObject({ name: 'Example', builtIn: false })
    expect((await book.find('cloudcasa'))?.description.builtIn).toBe(true)
    write('example.json', json({ name: 'Renamed' }))
    expect((await book.find('example'))?.description.name).toBe('Renamed')
  })

  it('replace none: another file with the id is broken at its id', async () => {
    write('a.json', json({ id: 'cloudcasa' }))
    write('b.json', json())
    write('c.json', json())
    const expected = { path: 'id', expected: 'an id that no other connector has' }
    expect(await mine()).toEqual({
      usable: ['example'],
      broken: [
        { file: 'a.json', problems: [expected] },
        { file: 'c.json', problems: [expected] }
      ]
    })
  })

  it('that are broken say where, and leave the others alone', async () => {
    write('good.json', json())
    write('wrong.json', json({ id: 'other', kinds: [] }))
    write('notes.txt', 'not looked at')
    expect(await mine()).toEqual({
      usable: ['example'],
      broken: [{ file: 'wrong.json', problems: [{ path: 'kinds', expected: 'at least 1 entries' }] }]
    })
  })

  it('are checked without being used', () => {
    expect(bookOf().check(json())).toMatchObject({ problems: [], description: { id: 'example' } })
    expect(bookOf().check('{')).toEqual({
      problems: [{ path: 'line 1', expected: 'JSON (RFC 8259)' }],
      description: null
    })
  })
})

describe('at the end', () => {
  it('what runs beside this thread is ended', async () => {
    let ended = 0
    const mapping = { run: () => Promise.resolve(null), end: async () => void (ended += 1) }
    const files = createConnectorFiles(folder)
    await createConnectorBook({ builtIn: [], files, parts: { ...parts, mapping } }).end()
    expect(ended).toBe(1)
  })
})

describe('a file of the folder is not taken', () => {
  it.each([
    [
      'a link out of it',
      'a file of this folder',
      () => {
        const outside = mkdtempSync(join(tmpdir(), 'keyquay-outside-'))
        onTestFinished(() => rmSync(outside, { recursive: true, force: true }))
        writeFileSync(join(outside, 'x.json'), json())
        symlinkSync(join(outside, 'x.json'), join(folder, 'x.json'))
      }
    ],
    ['a folder', 'a regular file', () => mkdirSync(join(folder, 'x.json'))],
    ['too large', 'a file of at most 256 KiB', () => write('x.json', ' '.repeat(262_145))],
    ['not UTF-8', 'a readable file in UTF-8', () => write('x.json', Buffer.from([0x7b, 0xff, 0x7d]))]
  ])('%s', async (_, expected, make) => {
    make()
    expect(await mine()).toEqual({ usable: [], broken: [{ file: 'x.json', problems: [{ path: '', expected }] }] })
  })
})
