import { describe, expect, it } from 'vitest'
import { estimate } from '../../../src-renderer/ui/strength/strength'
import { strengthOf } from '../../../src-renderer/ui/strength/strength-level'

const levelOf = (password: string): string => {
  const { score, feedback } = estimate(password, [])
  return strengthOf(password, score, feedback.warning).level
}

describe('password strength', () => {
  it('says nothing before something is typed', () => {
    expect(strengthOf('', 0, null)).toEqual({ level: 'none', advice: null })
  })

  it('calls common passwords too weak and unrelated words strong', () => {
    expect(levelOf('password1')).toBe('tooWeak')
    expect(levelOf('correct horse battery staple')).toBe('strong')
  })

  it('gives the estimator’s warning when there is a text for it, else general advice', () => {
    expect(strengthOf('x', 1, 'common').advice).toBe('common')
    expect(strengthOf('x', 1, 'something-new').advice).toBe('more')
    expect(strengthOf('x', 4, null).advice).toBe('good')
  })
})
