import { describe, expect, it } from 'vitest'
import { fitsFormat, maskSecret, safePreview } from '@main/connectors/key-format'
import type { Kind } from '@main/connectors/manifest/kind'

const format = (more: Partial<Kind['format']> = {}): Kind['format'] => ({
  prefixes: ['cnx_prod_', 'cnx_'],
  pattern: '[A-Za-z0-9]{30}',
  minLength: 30,
  maxLength: 30,
  words: 'cnx_prod_ and 30 letters or digits',
  mask: { keepStart: 4, keepEnd: 0, fill: '...', showPrefix: true },
  ...more
})
const REST = '8xK9mP2vL5qR7wN3tJ6yH1cZ4bA0eD'

describe('a key format', () => {
  it('fits a value by its prefix, length and pattern', () => {
    expect(fitsFormat(format(), `cnx_prod_${REST}`)).toBe(true)
    expect(fitsFormat(format(), `cnx_${REST}`)).toBe(true)
    expect(fitsFormat(format(), `sk_${REST}`)).toBe(false)
    expect(fitsFormat(format(), `cnx_prod_${REST}x`)).toBe(false)
    expect(fitsFormat(format(), `cnx_prod_${REST.slice(1)}-`)).toBe(false)
  })

  it('that says nothing fits every value but none', () => {
    const open = format({ prefixes: [], pattern: null, minLength: null, maxLength: null })
    expect(fitsFormat(open, 'anything')).toBe(true)
    expect(fitsFormat(open, '')).toBe(false)
  })

  it('masks as the provider does: the first four, the last four, stars', () => {
    expect(maskSecret(format(), `cnx_prod_${REST}`)).toBe('cnx_prod_8xK9...')
    const last = format({ prefixes: [], mask: { keepStart: 0, keepEnd: 4, fill: '…', showPrefix: true } })
    expect(maskSecret(last, `${REST}WXYZ`)).toBe('…WXYZ')
    const stars = format({ prefixes: ['clo_'], mask: { keepStart: 0, keepEnd: 0, fill: '********', showPrefix: true } })
    expect(maskSecret(stars, `clo_${REST}`)).toBe('clo_********')
  })

  it('shows nothing of a short value', () => {
    expect(maskSecret(format({ prefixes: [] }), 'abcdefg')).toBe('...')
  })

  it('masks what a provider lists in full', () => {
    expect(safePreview(format(), `cnx_prod_${REST}`)).toBe('cnx_prod_8xK9...')
    expect(safePreview(format(), 'cnx_prod_8xK9...')).toBe('cnx_prod_8xK9...')
  })
})
