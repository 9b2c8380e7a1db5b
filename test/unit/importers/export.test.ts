import { keyFields, type KeyFields } from '@contract/model/key'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv, toKeyquayJson, type ExportedKey } from '@main/importers/export'
import { readImport } from '@main/importers/read-import'
import { inputOf } from './files'

const line = (maxLength: number) =>
  fc
    .string({ unit: 'binary', maxLength })
    .filter((text) => !/[\p{Cc}\u2028\u2029]/u.test(text) && text.length <= maxLength)
const item = line(60).filter((text) => text !== '')
const filled = (maxLength: number) => fc.option(line(maxLength).filter((text) => text !== ''))
const prose = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', '\t', '=', "'", '😀', ' ') })
const instant = fc.option(
  fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString())
)

const fields: fc.Arbitrary<KeyFields> = fc.record({
  name: line(200).filter((text) => text !== ''),
  description: prose,
  provider: filled(100),
  remoteId: filled(100),
  project: filled(100),
  environment: filled(100),
  scopes: fc.array(item, { maxLength: 4 }),
  roles: fc.array(item, { maxLength: 4 }),
  ipRanges: fc.array(fc.ipV4(), { maxLength: 4 }),
  envName: fc.option(fc.constantFrom('API_KEY', '_x', 'A1')),
  tags: fc.array(item, { maxLength: 4 }),
  notes: prose,
  favourite: fc.boolean(),
  keep: fc.constantFrom('vault' as const, 'never' as const),
  createdAt: instant,
  expiresAt: instant
})
const secret = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.includes('\0')),
  fc.constantFrom(
    '=1+1',
    '+1',
    '-----BEGIN X-----\r\na\n',
    '@x',
    '\tx',
    '\rx',
    '\nx',
    "'",
    "''",
    "'=",
    ' x ',
    '"',
    '\ufeff'
  )
)
const keys = fc.array(fc.record({ fields, secret: fc.option(secret) }), { maxLength: 5 })
const asRead = (exported: readonly ExportedKey[]) =>
  exported.map((key) => ({ fields: keyFields.parse(key.fields), secret: key.secret ?? '' }))

describe('plaintext export', () => {
  it.each([
    ['JSON', 'keyquay', toKeyquayJson],
    ['CSV', 'csv', toCsv]
  ] as const)('as %s comes back exactly', async (_, format, write) => {
    await fc.assert(
      fc.asyncProperty(keys, async (exported) => {
        const read = await readImport(format, inputOf(write(exported)))
        expect(read.map((one) => ({ fields: keyFields.parse(one.fields), secret: one.secret }))).toEqual(
          asRead(exported)
        )
      }),
      { numRuns: 300 }
    )
  })

  it('leaves ids, connections and whatever else a record carries behind', () => {
    const record = { ...keyFields.parse({ name: 'A' }), connectionId: 'c-1', id: 'id-1', fingerprint: 'print-1' }
    for (const bytes of [toKeyquayJson([{ fields: record, secret: 's' }]), toCsv([{ fields: record, secret: 's' }])]) {
      expect(new TextDecoder().decode(bytes)).not.toMatch(/c-1|id-1|print-1/)
    }
  })

  it('gives a spreadsheet no cell that begins a formula', () => {
    const hostile = ['=', '+', '-', '@', '\t', '\r'].map((start) => ({
      fields: keyFields.parse({ name: `${start.trim()}x`, notes: `${start}cmd|' /C calc'!A0` }),
      secret: `${start}1`
    }))
    const text = new TextDecoder().decode(toCsv(hostile))
    expect(text).not.toMatch(/(?:^|[,\n])"[=+\-@\t\r]/)
    expect(text.split('\r\n')[1]).toMatch(/^"'=x","'=1",/)
  })

  it('is CSV as RFC 4180 has it: CRLF, doubled quotes, a header', () => {
    const text = new TextDecoder().decode(toCsv([{ fields: keyFields.parse({ name: 'a "b", c' }), secret: 's' }]))
    expect(text).toMatch(/^"name","secret",/)
    expect(text).toContain('\r\n"a ""b"", c","s",')
    expect(text.endsWith('"\r\n')).toBe(true)
  })
})
