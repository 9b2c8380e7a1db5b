import { parse } from 'dotenv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEnvFile } from '@main/envfiles/parse'
import { corpus } from '../../fixtures/envfiles/corpus'
import { failureOf, fixtureBytes, latin1, textOf, utf8 } from '../../fixtures/envfiles/support'

const parsed = (text: string) => parseEnvFile(utf8(text), '.env')
const valuesOf = (bytes: Uint8Array) =>
  new Map(parseEnvFile(bytes, '.env').assignments.map(({ name, value }) => [name, value]))
const dotenvOf = (bytes: Uint8Array) => new Map(Object.entries(parse(Buffer.from(bytes))))
const sorted = (map: Map<string, string>) => [...map].sort()

/** Everything that means something to a reader, and some that should not. */
const pieces = fc.constantFrom(
  ...['A', 'B_2', 'c.d', 'export', 'export ', '=', ' = ', ': ', ':', ' ', '\t', '\n', '\n', '\r\n', '\r'],
  ...["'", '"', '`', "\\'", '\\"', '\\', '\\n', '\\r', '#', ' #', '$', '${A}', 'x', '1', 'é', '\u00a0', '\u2028']
)
const soup = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join(''))

const value = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '1', '_', '$', '"', "'", '\\', '`', '#', ' ', '\\n', 'é', '🔑') }),
  fc.string({ unit: fc.constantFrom('a', 'Z', '9', '#', ' ', '\n', '\r\n', '\\n', '$') }).map((text) => `"${text}"`),
  fc.string({ unit: fc.constantFrom('a', '"', '#', ' ', '\n', '\\n') }).map((text) => `'${text}' # why`)
)
const line = fc
  .tuple(
    fc.constantFrom('', 'export ', '  ', '\ufeff'),
    fc.constantFrom('A', 'KEY_2', 'a.b', 'x-y'),
    fc.constantFrom('=', ' = ', '= ', ': '),
    value,
    fc.constantFrom('\n', '\r\n', '')
  )
  .map((parts) => parts.join(''))

describe('reading env files', () => {
  it('reads what people write as dotenv does', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const bytes = utf8(lines.join(''))
        expect(sorted(valuesOf(bytes))).toEqual(sorted(dotenvOf(bytes)))
      }),
      { numRuns: 3_000 }
    )
  })

  it('agrees with dotenv on any text, or says where readers may not', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const bytes = utf8(text)
        const { assignments } = parseEnvFile(bytes, '.env')
        if (assignments.some(({ doubt }) => doubt === 'split')) return
        expect(sorted(valuesOf(bytes))).toEqual(sorted(dotenvOf(bytes)))
      }),
      { numRuns: 20_000 }
    )
  })

  it('finds the names dotenv finds in any text', () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect([...valuesOf(utf8(text)).keys()].sort()).toEqual([...dotenvOf(utf8(text)).keys()].sort())
      }),
      { numRuns: 10_000 }
    )
  })

  it.each(corpus.map(({ file }) => file))('reads %s as dotenv does', (file) => {
    const bytes = fixtureBytes(file)
    expect(sorted(valuesOf(bytes))).toEqual(sorted(dotenvOf(bytes)))
  })

  it('gives each assignment its bytes', () => {
    const bytes = utf8('\ufeff# é\r\nexport A = "ü\r\nb" # c\r\nB=2')
    const { assignments, lineEnd } = parseEnvFile(bytes, '.env')
    const cut = ({ start, end }: { start: number; end: number }) => textOf(bytes.subarray(start, end))
    expect(assignments.map((one) => [one.line, cut(one.span), cut(one.valueSpan), cut(one.lineSpan)])).toEqual([
      [2, 'A = "ü\r\nb"', '"ü\r\nb"', 'export A = "ü\r\nb" # c\r\n'],
      [4, 'B=2', '2', 'B=2']
    ])
    expect(assignments.map(({ value, quote, exported }) => [value, quote, exported])).toEqual([
      ['ü\nb', 'double', true],
      ['2', 'none', false]
    ])
    expect(lineEnd).toBe('\r\n')
  })

  it('counts lines over values of several lines, and old line ends', () => {
    expect(parsed('A="1\n2\n3"\r\nB=4\rC=5').assignments.map(({ line }) => line)).toEqual([1, 4, 5])
  })

  it('says which quotes a value has', () => {
    const quotes = parsed('A=1\nB=\'2\'\nC="3"\nD=`4`\nE=').assignments.map(({ quote }) => quote)
    expect(quotes).toEqual(['none', 'single', 'double', 'backtick', 'none'])
  })

  it.each([
    ["A=\n'value of the next line'\n", 'split'],
    ['A\n=1\n', 'split'],
    ['export\nA=1\n', null],
    ['services:\n  B: 1\n', 'split'],
    ['# note\u2028A=1\n', 'split'],
    ['A="never closed\nB=2\n', 'unclosed'],
    ["A='it\\'s\nB=2\n", 'unclosed'],
    ["A=don't\n", null],
    ['A="it\'s"\n', null],
    ["A='it'\\''s'\n", null]
  ])('doubts %j: %s', (text, doubt) => {
    expect(parsed(text).assignments[0]?.doubt).toBe(doubt)
  })

  it('refuses a NUL byte with its line, as UTF-16 has', () => {
    expect(failureOf(() => parsed('A=1\nB=\0\n'))).toEqual({ code: 'env-file-unreadable', file: '.env', line: 2 })
  })

  it('reads a name like a property of objects', () => {
    expect(
      latin1(
        utf8(
          parsed('__proto__=1\nconstructor=2')
            .assignments.map(({ name }) => name)
            .join()
        )
      )
    ).toBe('__proto__,constructor')
  })

  it.each([
    ['blank lines', '\n'.repeat(1_000_000)],
    ['names alone', 'A\n'.repeat(500_000)],
    ['names and blanks', `${'A '.repeat(400_000)}\n`],
    ['open quotes', 'A="\\"x\n'.repeat(140_000)],
    ['escaped quotes', `A="${'\\"'.repeat(500_000)}x`],
    ['exports', 'export '.repeat(140_000)],
    ['one long line', `A=${' '.repeat(1_000_000)}`]
  ])('reads a megabyte of %s in one pass', (_, text) => {
    const start = performance.now()
    parsed(text)
    expect(performance.now() - start).toBeLessThan(2_500)
  })
})
