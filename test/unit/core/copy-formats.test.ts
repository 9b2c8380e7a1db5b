import { execFileSync } from 'node:child_process'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSecret } from '@main/core/copy-formats'

const key = (secret: string, envName: string | null = 'TOKEN') => ({ name: 'ci token', envName, secret })
const printable = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 80
})

describe('copy formats', () => {
  it('writes an env line that Node reads back exactly', () => {
    fc.assert(
      fc.property(
        printable.filter((text) => !/['\\]|\$\{/.test(text)),
        (secret) => {
          expect(parseEnv(formatSecret(key(secret), 'env'))).toEqual({ TOKEN: secret })
        }
      )
    )
  })

  it('refuses an env line that readers would disagree on', () => {
    for (const secret of ["it's", 'a\\b', '${HOME}', 'a\nb', 'schlüssel']) {
      expect(() => formatSecret(key(secret), 'env')).toThrow(
        expect.objectContaining({ code: 'secret-not-for-env' }) as Error
      )
    }
  })

  it('quotes an export so that the shell reads any secret back exactly', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }).filter((text) => !text.includes('\0')),
        (secret) => {
          const line = formatSecret(key(secret), 'export')
          const read = execFileSync('sh', ['-c', `${line}\nprintf %s "$TOKEN"`], { encoding: 'utf8' })
          expect(read).toBe(secret)
        }
      ),
      { numRuns: 40 }
    )
  })

  it('makes the name out of the key’s own when it has no env name', () => {
    expect(formatSecret(key('x', null), 'json')).toBe('{"CI_TOKEN":"x"}')
    expect(formatSecret({ name: '2nd — Schlüssel', envName: null, secret: 'x' }, 'json')).toBe(
      '{"_2ND_SCHLU_SSEL":"x"}'
    )
    expect(() => formatSecret({ name: '鍵', envName: null, secret: 'x' }, 'json')).toThrow('format-needs-env-name')
  })

  it('lets no curly quote end the word early in PowerShell, where they are quotes too', () => {
    expect(formatSecret(key('a\u2019; calc; \u2018'), 'powershell')).toBe(
      "$env:TOKEN = 'a\u2019\u2019; calc; \u2018\u2018'"
    )
    expect(formatSecret(key('\u201a\u201b'), 'powershell')).toBe("$env:TOKEN = '\u201a\u201a\u201b\u201b'")
  })

  it('doubles quotes for PowerShell and escapes them for curl', () => {
    expect(formatSecret(key("a'b"), 'powershell')).toBe("$env:TOKEN = 'a''b'")
    expect(formatSecret(key("a'b"), 'curl-header')).toBe(`-H 'Authorization: Bearer a'\\''b'`)
  })
})
