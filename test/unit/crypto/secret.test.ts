import { format, inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../../src-main/crypto/secret'

const text = 'sk-live-canary'
const make = (): Secret => Secret.from(new TextEncoder().encode(text))

describe('a secret', () => {
  it('shows itself to nobody who prints it', () => {
    const secret = make()
    const shown = [
      JSON.stringify({ secret }),
      String(secret),
      [secret].join(),
      inspect({ secret }, { depth: 9, showHidden: true }),
      inspect(secret, { customInspect: false, showHidden: true }),
      format('%s %o %O %j', secret, secret, secret, secret),
      Object.keys(secret).join(),
      JSON.stringify(structuredClone(secret))
    ].join('\n')
    expect(shown).not.toContain(text)
    expect(shown).not.toContain(String(text.charCodeAt(0)) + ',')
    expect(String(secret)).toBe('[secret]')
  })

  it('lends its bytes and zeroes them at the end', () => {
    const bytes = new TextEncoder().encode(text)
    const secret = Secret.from(bytes)
    expect(secret.use((lent) => new TextDecoder().decode(lent))).toBe(text)
    secret.dispose()
    secret.dispose()
    expect(bytes.every((byte) => byte === 0)).toBe(true)
    expect(secret.disposed).toBe(true)
    expect(() => secret.use((lent) => lent.length)).toThrow('disposed')
  })
})
