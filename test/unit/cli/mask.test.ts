import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMasker } from '@main/cli/run/mask'
import { patternsOf } from '@main/cli/run/patterns'

const SECRET = 'cnx_prod_8xK9mP2vL5qR7wN3/J6yH+1cZ4bA "0eD"'

/** What a masker makes of `chunks`. */
function masked(values: readonly string[], chunks: readonly (string | Buffer)[]): Buffer {
  const masker = createMasker(patternsOf(values))
  const out = chunks.map((chunk) => masker.take(Buffer.from(chunk as string)))
  return Buffer.concat([...out, masker.end()])
}

function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((one, two) => one - two)
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end))
}

const places = fc.array(fc.nat({ max: 10_000 }), { maxLength: 12 })
const value = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 40 }).filter((text) => text.trim().length > 3)
const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array))

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const SPELLINGS: Record<string, string> = {
  'as it is': SECRET,
  'in JSON': JSON.stringify({ key: SECRET }),
  'in a URL': `https://host/?k=${encodeURIComponent(SECRET)}&x=1`,
  'in a URL with small hexadecimals': encodeURIComponent(SECRET).replaceAll(/%../g, (code) => code.toLowerCase()),
  'in a form': new URLSearchParams({ k: SECRET }).toString(),
  'in Base64': base64(SECRET),
  'in Base64 for URLs': Buffer.from(SECRET).toString('base64url'),
  'in the Base64 of basic authentication': base64(`user:${SECRET}`),
  'in the Base64 of a longer text': base64(`a longer text ${SECRET} that goes on`),
  'in hexadecimal': Buffer.from(SECRET).toString('hex')
}

/** Enough of the secret to do harm: some 12 characters of it, however they are spelt. */
function tells(output: string): boolean {
  const decoded = [
    output,
    decodeURIComponent(output.replaceAll(/%(?![0-9a-f]{2})/gi, '%25')),
    ...(output.match(/[\w+/-]{8,}/g) ?? []).flatMap((word) =>
      [0, 1, 2, 3].map((skip) => Buffer.from(word.slice(skip), 'base64').toString('latin1'))
    ),
    ...(output.match(/[0-9a-f]{8,}/gi) ?? []).map((word) => Buffer.from(word, 'hex').toString('latin1'))
  ]
  return decoded.some((text) =>
    Array.from({ length: SECRET.length - 11 }, (_, at) => SECRET.slice(at, at + 12)).some((part) => text.includes(part))
  )
}

describe('the mask over what a program prints', () => {
  it.each(Object.entries(SPELLINGS))('hides a value %s', (_, text) => {
    const out = masked([SECRET], [`before ${text} after`]).toString()
    expect(out).toContain('[masked]')
    expect(tells(out)).toBe(false)
    expect(out).toMatch(/^before .* after$/s)
  })

  it.each(Object.entries(SPELLINGS))('hides a value %s that comes byte by byte', (_, text) => {
    const out = masked(
      [SECRET],
      Array.from(Buffer.from(`before ${text} after`), (byte) => Buffer.from([byte]))
    ).toString()
    expect(out).toBe(masked([SECRET], [`before ${text} after`]).toString())
  })

  it('hides the lines of a value of several lines, and long values that were wrapped', () => {
    const pem = `-----BEGIN KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwgg\n'.repeat(4)}-----END KEY-----`
    const wrapped = base64(pem).replaceAll(/.{76}/g, '$&\n')
    const out = masked([pem], [pem.replaceAll('\n', '\r\n'), '\n', wrapped]).toString()
    expect(out).not.toContain('MIIEvQ')
    expect(out.match(/[\w+/=]{16,}/g)).toBeNull()
  })

  it('changes nothing that is no value, whatever bytes it is of', () => {
    fc.assert(
      fc.property(value, bytes, places, (secret, output, at) => {
        fc.pre(patternsOf([secret]).every((pattern) => !output.includes(pattern)))
        expect(masked([secret], cut(output, at)).equals(output)).toBe(true)
      })
    )
  })

  it('says the same wherever the chunks break', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 3 }), fc.array(fc.nat(5)), bytes, places, (values, order, noise, at) => {
        const parts = order.map((index) => Buffer.from(values[index % Math.max(1, values.length)] ?? 'x'))
        const output = Buffer.concat(parts.flatMap((part) => [part, noise.subarray(0, 3)]))
        const whole = masked(values, [output])
        expect(masked(values, cut(output, at)).equals(whole)).toBe(true)
        for (const one of values.filter((secret) => Buffer.byteLength(secret) > 8)) {
          expect(whole.includes(Buffer.from(one))).toBe(false)
        }
      })
    )
  })

  it('hides values that overlap, and one that stands in another, as one', () => {
    expect(masked(['abcdefgh', 'efghijkl'], ['-abcdefghijkl-']).toString()).toBe('-[masked]-')
    expect(masked(['abcdefghijkl', 'defg'], ['-abcdefg', 'hijkl-abcdefgX']).toString()).toBe('-[masked]-abc[masked]X')
  })

  it('leaves very short values alone', () => {
    expect(masked(['abc'], ['abc abc']).toString()).toBe('abc abc')
  })

  it('keeps back only what may become a value, and lets go of a beginning that tells nothing', () => {
    const masker = createMasker(patternsOf([SECRET]))
    expect(masker.take(Buffer.from('Password: ')).toString()).toBe('Password: ')
    expect(masker.take(Buffer.from('cnx')).toString()).toBe('')
    expect(masker.release().toString()).toBe('cnx')
    expect(masker.take(Buffer.from(SECRET.slice(3))).toString()).toBe('[masked]')
    expect(masker.take(Buffer.from(SECRET.slice(0, 20))).toString()).toBe('')
    expect(masker.release().toString()).toBe('')
    expect(masker.end().toString()).toBe(SECRET.slice(0, 20))
  })
})
