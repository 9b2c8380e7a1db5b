import { describe, expect, it } from 'vitest'
import { passwordBytes } from '../../../src-main/crypto/password'

describe('the bytes of a password', () => {
  it('are the same however the keyboard composed it', () => {
    expect(passwordBytes('a\u0308\u212b')).toEqual(passwordBytes('\u00e4\u00c5'))
  })

  it('are 1 to 1024', () => {
    for (const typed of ['', 'ä'.repeat(513)]) {
      expect(() => passwordBytes(typed)).toThrow(expect.objectContaining({ code: 'input-invalid' }))
    }
    expect(passwordBytes('ä'.repeat(512))).toHaveLength(1024)
  })
})
