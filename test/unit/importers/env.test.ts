import { parse } from 'dotenv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAssignments } from '@main/importers/env-assignments'
import { readImport } from '@main/importers/read-import'
import { fixture, inputOf, utf8 } from './files'

const read = (text: string) => [...readAssignments(text)]
const asDotenv = (text: string) => Object.fromEntries(read(text).map(({ name, value }) => [name, value]))

describe('.env', () => {
  it('takes every assignment with its line, and tells secrets from settings', async () => {
    const candidates = await readImport('env', inputOf(fixture('service.env')))
    expect(candidates.map(({ fields, origin, likelySecret }) => [fields.envName, origin, likelySecret])).toEqual([
      ['PORT', 'line 2', false],
      ['NODE_ENV', 'line 3', false],
      ['OPENAI_API_KEY', 'line 4', true],
      ['DATABASE_URL', 'line 5', true],
      ['PUBLIC_URL', 'line 6', false],
      ['SESSION_SECRET', 'line 7', true],
      ['PRIVATE_KEY', 'line 8', true],
      ['STRIPE_PUBLISHABLE_KEY', 'line 11', false],
      ['GITHUB_TOKEN', 'line 12', false],
      ['EMPTY_TOKEN', 'line 13', false],
      ['MAX_TOKENS', 'line 14', false]
    ])
    expect(candidates[2]!.secret).toBe('sk-proj-canary0000aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789')
    expect(candidates[2]!.fields.provider).toBe('openai')
    expect(candidates[6]!.secret).toContain('\ncanary0000MIIEv')
  })

  it('reads the fixture as dotenv does', () => {
    const text = new TextDecoder().decode(fixture('service.env'))
    expect(asDotenv(text)).toEqual(parse(text))
  })

  it('reads what people write as dotenv does', () => {
    const name = fc.constantFrom('A', 'KEY_2', 'a.b', 'x-y')
    const separator = fc.constantFrom('=', ' = ', '= ', ': ')
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '1', '_', '$', '"', "'", '\\', '`', '#', ' ', '\\n') }),
      fc.string({ unit: fc.constantFrom('a', 'Z', '9', '#', ' ', '\n', '\\n', '$') }).map((text) => `"${text}"`),
      fc.string({ unit: fc.constantFrom('a', 'Z', '"', '#', ' ', '\n', '\\n') }).map((text) => `'${text}' # why`)
    )
    const assignment = fc
      .tuple(fc.constantFrom('', 'export ', '  '), name, separator, value)
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(assignment, fc.constantFrom('\n', '\r\n'), (text, ending) => {
        expect(asDotenv(`${text}${ending}`)).toEqual(parse(`${text}${ending}`))
      }),
      { numRuns: 3_000 }
    )
  })

  it('keeps both values of a name that is assigned twice', () => {
    expect(read('A=1\n\nA=2\n')).toEqual([
      { name: 'A', value: '1', line: 1 },
      { name: 'A', value: '2', line: 3 }
    ])
  })

  it('keeps counting lines behind a value of several lines', () => {
    expect(read('A="1\n2\n3"\nB=4').map(({ line }) => line)).toEqual([1, 4])
  })

  it('drops a byte order mark and refuses what is not UTF-8', async () => {
    const marked = await readImport('env', inputOf(`\ufeffA_KEY=0123`))
    expect(marked[0]!.fields.envName).toBe('A_KEY')
    const latin1 = new Uint8Array([...utf8('PASSWORD=stra'), 0xdf, ...utf8('e')])
    await expect(readImport('env', inputOf(latin1, '.env'))).rejects.toMatchObject({
      code: 'import-unreadable',
      details: { file: '.env', line: null }
    })
  })

  it('does not read a file of this format that is no settings file for its size', async () => {
    await expect(readImport('env', inputOf(new Uint8Array(4 * 1024 * 1024 + 1)))).rejects.toMatchObject({
      code: 'input-too-large'
    })
  })
})
