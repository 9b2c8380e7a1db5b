import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRecoveryCode, formatRecoveryCode, parseRecoveryCode } from '../../../src-main/crypto/recovery-code'
import { groupsOf, regroup } from '../../../src-renderer/ui/recovery-code'

describe('a recovery code while it is typed', () => {
  it.each([
    ['', 0, '', 0],
    ['abcdef', 6, 'ABCDEF', 6],
    ['abcdefg', 7, 'ABCDEF-G', 8],
    ['ABCDEF-', 7, 'ABCDEF', 6],
    ['ABCDEFG', 6, 'ABCDEF-G', 6],
    [' ab cd_ef g', 11, 'ABCDEF-G', 8]
  ])('makes %j with the caret at %i into %j with it at %i', (typed, caret, text, moved) => {
    expect(regroup(typed, caret)).toEqual({ text, caret: moved })
  })

  it('falls into the groups the core prints, however it was typed', () => {
    for (let round = 0; round < 50; round++) {
      const code = createRecoveryCode()
      const printed = formatRecoveryCode(code)
      const typed = printed.toLowerCase().replaceAll('-', round % 2 === 0 ? '' : ' ')
      expect(regroup(typed, typed.length)).toEqual({ text: printed, caret: printed.length })
      expect(parseRecoveryCode(regroup(typed, 0).text)).toEqual(code)
      expect(groupsOf(printed).join('-')).toBe(printed)
    }
  })

  it('stays as it is once it is grouped, with the caret inside', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.nat(80), (typed, at) => {
        const once = regroup(typed, Math.min(at, typed.length))
        expect(regroup(once.text, once.caret)).toEqual(once)
        expect(once.caret).toBeLessThanOrEqual(once.text.length)
      })
    )
  })
})
