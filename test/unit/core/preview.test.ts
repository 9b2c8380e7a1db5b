import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { previewOf } from '@main/core/preview'

describe('a preview', () => {
  it('shows the issuer’s prefix and the last four of a long secret', () => {
    expect(previewOf('sk_live_2f7a9c1e5b8d3f6a0c4e7b1d')).toBe('sk_live_••••••••7b1d')
    expect(previewOf('cnx_prod_8xK9mP2vL5qR7wN3tJ6yH1cZ4bA0eD')).toBe('cnx_prod_••••••••A0eD')
    expect(previewOf('clo_abcdefghijkl')).toBe('clo_••••••••')
  })

  it('shows nothing of what no issuer is known for: it may be a password', () => {
    for (const secret of ['my_super_secret_passwordxyz12', 'MyDogs_NameIs_Rexington_andmore12345', 'a'.repeat(60)]) {
      expect(previewOf(secret)).toBe('••••••••')
    }
  })

  it('shows nothing of a short secret', () => {
    expect(previewOf('hunter2')).toBe('••••••••')
    expect(previewOf('my_password')).toBe('••••••••')
  })

  it('does not give the length away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 24, max: 4_000 }), fc.integer({ min: 24, max: 4_000 }), (one, other) => {
        expect(previewOf(`cap_${'a'.repeat(one)}`)).toBe(previewOf(`cap_${'a'.repeat(other)}`))
      })
    )
  })

  it('never shows more than 4 characters besides the prefix', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (secret) => {
        const shown = previewOf(secret).replace('••••••••', '')
        expect(secret === '' || shown.length < Math.max(1, secret.length)).toBe(true)
      })
    )
  })
})
