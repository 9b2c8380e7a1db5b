import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRecoveryCode, formatRecoveryCode, parseRecoveryCode } from '../../../src-main/crypto/recovery-code'

const code = fc.uint8Array({ minLength: 20, maxLength: 20 })

describe('a recovery code', () => {
  it('comes back from what is printed, however it is typed', () => {
    fc.assert(
      fc.property(code, (bytes) => {
        const printed = formatRecoveryCode(bytes)
        expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{6}-){5}[0-9A-HJKMNP-TV-Z]{6}$/)
        const sloppy = ` ${printed.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l')}`
        expect([...parseRecoveryCode(printed)]).toEqual([...bytes])
        expect([...parseRecoveryCode(sloppy)]).toEqual([...bytes])
      })
    )
  })

  it('is refused when any one letter is another', () => {
    const printed = formatRecoveryCode(createRecoveryCode())
    let accepted = 0
    for (let index = 0; index < printed.length; index += 1) {
      if (printed.charAt(index) === '-') continue
      for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (letter === printed.charAt(index)) continue
        try {
          parseRecoveryCode(printed.slice(0, index) + letter + printed.slice(index + 1))
          accepted += 1
        } catch (error) {
          expect(error).toMatchObject({ code: 'recovery-code-malformed' })
        }
      }
    }
    // Twenty bits of checksum: 1,116 changed codes pass by chance about once in a thousand runs.
    expect(accepted).toBeLessThanOrEqual(1)
  })

  it.each(['', 'ABC', 'ÄÖÜ'.repeat(12), 'U'.repeat(36), '0'.repeat(37)])('refuses %j', (typed) => {
    expect(() => parseRecoveryCode(typed)).toThrow(expect.objectContaining({ code: 'recovery-code-malformed' }))
  })

  it('has 160 random bits', () => {
    expect(createRecoveryCode()).toHaveLength(20)
    expect(createRecoveryCode()).not.toEqual(createRecoveryCode())
  })
})
