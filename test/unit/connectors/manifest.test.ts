import { describe, expect, it } from 'vitest'
import { parseManifest } from '@main/connectors/manifest/parse'
import { exampleManifest } from './example-manifest'

const problemsOf = (value: unknown) => {
  const parsed = parseManifest(typeof value === 'string' ? value : JSON.stringify(value))
  return 'problems' in parsed ? parsed.problems : []
}

describe('a manifest', () => {
  it('is read with what it leaves out filled in', () => {
    const parsed = parseManifest(JSON.stringify(exampleManifest))
    expect(parsed).toMatchObject({
      manifest: {
        defaults: { timeoutMs: 30_000, accept: 'application/json' },
        rateLimit: { statuses: [429], retryAfter: { in: 'header', header: 'retry-after' } },
        kinds: [
          { scopes: { kind: 'none' }, nameLabel: 'Name', operations: { create: { omitNull: true, success: [] } } }
        ]
      }
    })
  })

  it('may begin with a byte order mark', () => {
    expect(problemsOf(`\uFEFF${JSON.stringify(exampleManifest)}`)).toEqual([])
  })

  it('says the line where it is no JSON, and repeats nothing of it', () => {
    expect(problemsOf('{\n  "id": "one",\n  "name" "sk_live_secret"\n}')).toEqual([
      { path: 'line 3', expected: 'JSON (RFC 8259)' }
    ])
    expect(problemsOf('{\n\n')).toEqual([{ path: 'line 3', expected: 'JSON (RFC 8259)' }])
  })

  it('is refused above 256 KiB', () => {
    const long = { ...exampleManifest, summary: 'x'.repeat(262_144) }
    expect(problemsOf(long)).toEqual([{ path: '', expected: 'a file of at most 256 KiB' }])
  })
})

type Wrong = [place: string, value: unknown, expected: string | RegExp]

const wrongs: Wrong[] = [
  ['id', 'Not An Id', /lower-case letters/],
  ['name', 7, 'text'],
  ['manifestVersion', 2, '1'],
  ['surprise', true, 'a field of the format'],
  ['docsUrl', 'http://example.com', 'an https address'],
  ['connection.baseUrl', 'http://api.example.com', /https address; http only to localhost/],
  ['connection.baseUrl', 'https://{host}/v1', 'only these blanks: none'],
  ['credentials.apiKey.kind', 'digest', /one of/],
  ['credentials.apiKey.label', undefined, 'text'],
  ['rateLimit', { requestsPerMinute: 1.5 }, /whole number/],
  ['errors', { rules: [{ status: [400], means: 'oops' }] }, /"credential" or "forbidden"/],
  ['kinds[0].rotation.mode', 'grace', '"successor" or "none", or an operation or a guide for rotate'],
  ['kinds[0].scopes', { kind: 'none', catalogue: [{ id: 'a', label: 'A' }] }, '"list" or "single"'],
  ['kinds[0].scopes', { kind: 'list', grammar: '(?=a)b' }, /RE2/],
  ['kinds[0].format.pattern', '(a)\\1', /RE2/],
  ['kinds[0].guides', { create: { steps: ['Click {here}.'] } }, /no other blanks/],
  ['kinds[0].operations.list.method', 'FETCH', /"GET" or "POST"/],
  ['kinds[0].operations.create.path', 'keys', /begins with \//],
  ['kinds[0].operations.create.path', '/../admin', /without \/\/ and \.\./],
  ['kinds[0].operations.create.path', '/keys/{account}', /only these blanks/],
  ['kinds[0].operations.create.credential', 'other', 'one of the credentials: apiKey'],
  ['kinds[0].operations.create.body', '{name: pad_left(name, `9`)}', /without pad_left\(\)/],
  ['kinds[0].operations.create.body', '{name: ', /JMESPath/],
  ['kinds[0].operations.create.fields.secret', undefined, 'text'],
  ['kinds[0].operations.create.headers', { Host: 'example.org' }, /header/],
  ['kinds[0].operations.list.pagination.kind', 'guess', /one of/],
  ['kinds[0].operations.list.from', 'x'.repeat(2_001), 'at most 2000 characters'],
  [
    'kinds[0].operations.update',
    { provenance: 'assumed', method: 'PUT', path: '/keys/{id}', credential: 'apiKey' },
    /update/
  ]
]

describe('a wrong field is named by its place', () => {
  it.each(wrongs)('%s = %j', (place, value, expected) => {
    const copy = structuredClone(exampleManifest) as Record<string, unknown>
    const steps = place.split(/[.[\]]+/).filter((step) => step !== '')
    const last = steps.pop() ?? ''
    const holder = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy)
    holder[last] = value
    const problems = problemsOf(copy)
    expect(problems).not.toEqual([])
    expect(
      problems[0]?.path.startsWith(place.replace(/\.update$/, '.editable').replace('operations.editable', 'editable'))
    ).toBe(true)
    expect(problems[0]?.expected).toMatch(expected)
  })
})
