import { createHmac } from 'node:crypto'
import { parse } from 'dotenv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareEnvironments } from '@main/envfiles/compare-environments'
import { maskedDiff, MASK } from '@main/envfiles/diff'
import { findValue, stateOfBinding, type DigestOf, type FoundValue } from '@main/envfiles/digest'
import { removeAssignment, setAssignment, setAssignments } from '@main/envfiles/edit'
import { exampleOf } from '@main/envfiles/example'
import { parseEnvFile } from '@main/envfiles/parse'
import { corpus } from '../../fixtures/envfiles/corpus'
import { failureOf, fixtureBytes, textOf, utf8 } from '../../fixtures/envfiles/support'

const digestOf: DigestOf = (value) => createHmac('sha256', 'a key of the vault').update(value).digest('hex')

describe('the diff before a write', () => {
  const shown = (before: string, after: string, context?: number) =>
    maskedDiff(utf8(before), utf8(after), '.env', context).map(({ kind, line, text }) => {
      const sign = { same: ' ', removed: '-', added: '+', skipped: '…' }[kind]
      return `${sign}${String(line)} ${text}`
    })

  it('shows names and comments around the change, and no value', () => {
    const before = '# Database\nDB="postgres"\n\nAPI_KEY=old # from the console\nexport B=2\nC=3\nD=4\nE=5\n'
    const after = textOf(setAssignment(utf8(before), 'API_KEY', 'new', { file: '.env' }).bytes)
    expect(shown(before, after)).toEqual([
      ' 1 # Database',
      ` 2 DB="${MASK}"`,
      ' 3 ',
      `-4 API_KEY=${MASK} # from the console`,
      `+4 API_KEY='${MASK}' # from the console`,
      ` 5 export B=${MASK}`,
      ` 6 C=${MASK}`,
      ` 7 D=${MASK}`
    ])
    expect(shown(before, after, 0)).toHaveLength(2)
  })

  it('shows an addition and a removal, also without a final line end', () => {
    const after = textOf(setAssignment(utf8('A=1'), 'B', 'x', { file: '.env' }).bytes)
    expect(shown('A=1', after)).toEqual([` 1 A=${MASK}`, `+2 B='${MASK}'`])
    const without = textOf(removeAssignment(utf8(after), 'B', { file: '.env' }).bytes)
    expect(shown(after, without)).toEqual([` 1 A=${MASK}`, `-2 B='${MASK}'`])
  })

  it('shows a value of several lines as one line, and keeps counting', () => {
    expect(shown('A="1\n2\n3"\nB=1\n', 'A="1\n2\n3"\nB=2\n')).toEqual([
      ` 1 A="${MASK}"`,
      `-4 B=${MASK}`,
      `+4 B=${MASK}`
    ])
  })

  it('shows each of several changes where it stands, and what lies between only near them', () => {
    const before = Array.from({ length: 12 }, (_, number) => `N${String(number + 1)}=1\n`).join('')
    const entries = [
      { name: 'N2', value: 'new' },
      { name: 'N3', value: 'new' },
      { name: 'N11', value: 'new' },
      { name: 'LAST', value: 'new' }
    ]
    const after = textOf(setAssignments(utf8(before), entries, { file: '.env' }).bytes)
    expect(shown(before, after, 1)).toEqual([
      ` 1 N1=${MASK}`,
      `-2 N2=${MASK}`,
      `-3 N3=${MASK}`,
      `+2 N2='${MASK}'`,
      `+3 N3='${MASK}'`,
      ` 4 N4=${MASK}`,
      '…5 ',
      ` 10 N10=${MASK}`,
      `-11 N11=${MASK}`,
      `+11 N11='${MASK}'`,
      ` 12 N12=${MASK}`,
      `+13 LAST='${MASK}'`
    ])
  })

  it('shows nothing where nothing changes', () => {
    expect(shown('A=1\n', 'A=1\n')).toEqual([])
    expect(shown('', '')).toEqual([])
  })

  it.each([
    ['# API_KEY=hidden0000', `# API_KEY=${MASK}`],
    ['#export API_KEY="hidden0000" # why', `#export API_KEY="${MASK}" # why`.replace(/"/g, '')],
    ['# was ghp_hidden0000hidden0000hidden0000hidd', `# was ${MASK}`],
    ['# password: hidden0000', '# password: hidden0000'],
    ['# postgres://app:hidden0000@db/app', `# ${MASK}`],
    ['A=x#hidden0000', `A=${MASK}`],
    ['A="x"#hidden0000', `A="${MASK}"`],
    ['A="hidden0000', `A=${MASK}`.replace('=', '="').concat('"')],
    ['bm90LWEtaGlkZGVuMDAwMA==', MASK],
    ['ghp_hidden0000Hidden0000hidden0000hidd=', MASK],
    ['S3_UPLOADS_BUCKET_2_OF_PRODUCTION=1', `S3_UPLOADS_BUCKET_2_OF_PRODUCTION=${MASK}`],
    ['# clean \u202e\u0007text', '# clean  text']
  ])('masks %j', (line, text) => {
    expect(shown(`${line}\nZ=1`, `${line}\nZ=2`)[0]).toBe(` 1 ${text}`)
  })

  it('shows that there is no value where there is none', () => {
    expect(shown('', 'A=\nB=""\nC=1\n')).toEqual(['+1 A=', '+2 B=""', `+3 C=${MASK}`])
  })

  it('never shows a value, whatever stands around it', () => {
    const secret = 'hidden-0000'
    const around = fc.constantFrom('# note', 'A=1', '', "B='x\ny'", 'export C="2" # c', 'garbage')
    const written = fc.constantFrom('=', ' = ', '="', "='", ': ', '=`').map((sign) => {
      const quote = /["'`]/.exec(sign)?.[0] ?? ''
      return `KEY${sign}${secret}${quote}`
    })
    fc.assert(
      fc.property(fc.array(fc.oneof(around, written)), fc.array(fc.oneof(around, written)), (one, other) => {
        const lines = maskedDiff(utf8(one.join('\n')), utf8(other.join('\n')), '.env', 9)
        expect(JSON.stringify(lines)).not.toContain(secret)
      }),
      { numRuns: 1_000 }
    )
  })

  it.each(corpus)('shows no value of $file', ({ file, name }) => {
    const before = fixtureBytes(file)
    const after = setAssignment(before, name, 'made-up-and-new', { file }).bytes
    const texts = maskedDiff(before, after, file, 1_000).map(({ text }) => text)
    expect(texts.join('\n')).not.toMatch(/made-up-and-new/)
    for (const { value } of parseEnvFile(before, file).assignments) {
      if (value.length > 12) expect(texts.join('\n')).not.toContain(value)
    }
  })
})

describe('bindings', () => {
  it.each<[FoundValue, string | null, string, string]>([
    [{ digest: 'a' }, 'a', 'a', 'in-step'],
    [{ digest: 'b' }, 'a', 'a', 'file-moved'],
    [{ digest: 'a' }, 'a', 'b', 'vault-moved'],
    [{ digest: 'b' }, 'a', 'c', 'both-moved'],
    [{ digest: 'b' }, 'a', 'b', 'in-step'],
    [{ digest: 'a' }, null, 'a', 'in-step'],
    [{ digest: 'a' }, null, 'b', 'both-moved'],
    ['missing', 'a', 'a', 'missing'],
    ['file-gone', 'a', 'b', 'file-gone']
  ])('found %j, last written %j, vault %j: %s', (found, lastWrittenDigest, vaultDigest, state) => {
    expect(stateOfBinding({ found, lastWrittenDigest, vaultDigest })).toBe(state)
  })

  it('find the value that counts, by its digest', () => {
    const bytes = utf8('A=1\nA="2" # two\n')
    expect(findValue(bytes, 'A', '.env', digestOf)).toEqual({ digest: digestOf(utf8('2')) })
    expect(findValue(bytes, 'B', '.env', digestOf)).toBe('missing')
    expect(findValue(null, 'A', '.env', digestOf)).toBe('file-gone')
  })
})

describe('comparing environments', () => {
  it('tells which names stand where and which values are equal, and no value', () => {
    const files = [
      { file: '.env', bytes: utf8('A=same-value\nB=1\nC=\nD=x\n') },
      { file: '.env.test', bytes: utf8('A="same-value"\nB=2\nE=5\n') },
      { file: '.env.production', bytes: utf8('B=1\nA=other-value\nC=3\n') }
    ]
    const table = compareEnvironments(files, digestOf)
    expect(table).toEqual({
      files: ['.env', '.env.test', '.env.production'],
      rows: [
        { name: 'A', cells: [{ group: 1 }, { group: 1 }, { group: 2 }] },
        { name: 'B', cells: [{ group: 1 }, { group: 2 }, { group: 1 }] },
        { name: 'C', cells: ['empty', 'absent', { group: 1 }] },
        { name: 'D', cells: [{ group: 1 }, 'absent', 'absent'] },
        { name: 'E', cells: ['absent', { group: 1 }, 'absent'] }
      ]
    })
    expect(JSON.stringify(table)).not.toMatch(/same-value|other-value/)
  })

  it('has no trouble with names of JavaScript’s own', () => {
    const { rows } = compareEnvironments([{ file: '.env', bytes: utf8('__proto__=1\nconstructor=2\n') }], digestOf)
    expect(rows.map(({ name }) => name)).toEqual(['__proto__', 'constructor'])
  })
})

describe('an example of an env file', () => {
  const example = (text: string) => textOf(exampleOf(utf8(text), '.env'))

  it('keeps names, comments and order, and empties every value', () => {
    expect(
      example('# Database\nDB="postgres" # local\n\nexport KEY=`x`\n#OLD_KEY=hidden\nCERT="1\n2"\nE: v\nF=\nG=x#y')
    ).toBe('# Database\nDB= # local\n\nexport KEY=\n#OLD_KEY=\nCERT=\nE=\nF=\nG=\n')
  })

  it('drops comments that hold a secret, and lines that are nothing', () => {
    const token = `ghp_${'hidden0000'.repeat(4).slice(0, 36)}`
    expect(example(`# the old one was ${token}\nA=1 # ${token}\nMIIEhidden0000\n# kept\n`)).toBe('A=\n# kept\n')
  })

  it('keeps line ends', () => {
    expect(example('A=1\r\n# b\r\n')).toBe('A=\r\n# b\r\n')
  })

  it.each(corpus)('has every name of $file and no value', ({ file }) => {
    const bytes = fixtureBytes(file)
    const made = exampleOf(bytes, file)
    const values = parse(Buffer.from(bytes))
    expect(parse(Buffer.from(made))).toEqual(Object.fromEntries(Object.keys(values).map((name) => [name, ''])))
  })

  it('never holds a value, whatever the file', () => {
    const piece = fc.constantFrom('A=', 'B: ', "'", '"', '#', ' ', '\n', '\r\n', 'hidden/0000', '# ', 'export ', '\\')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (parts) => {
        const values = Object.values(parse(parts.join('')))
        // In a comment of its own the word may stay: it is no value, and looks like no secret.
        if (!values.some((value) => value.includes('hidden')) || parts.some((part) => part.includes('#'))) return
        expect(example(parts.join(''))).not.toContain('hidden')
      }),
      { numRuns: 3_000 }
    )
  })

  it('is refused for what is no text', () => {
    expect(failureOf(() => example('A=\0'))).toMatchObject({ code: 'env-file-unreadable' })
  })
})
