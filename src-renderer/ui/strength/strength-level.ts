export type StrengthLevel = 'none' | 'tooWeak' | 'weak' | 'fair' | 'strong'

export interface Strength {
  readonly level: StrengthLevel
  /** A key of the catalogue under `strength.advice`, or null. */
  readonly advice: StrengthAdvice | null
}

const warnings = [
  'straightRow',
  'keyPattern',
  'simpleRepeat',
  'extendedRepeat',
  'sequences',
  'recentYears',
  'dates',
  'topTen',
  'topHundred',
  'common',
  'similarToCommon',
  'wordByItself',
  'namesByThemselves',
  'commonNames'
] as const

export type StrengthAdvice = (typeof warnings)[number] | 'more' | 'good'

const levels = ['tooWeak', 'tooWeak', 'weak', 'fair', 'strong'] as const

/** The level and the one piece of advice for an estimate. `score` runs from 0 to 4 as zxcvbn gives it. */
export function strengthOf(password: string, score: number, warning: string | null): Strength {
  if (password === '') return { level: 'none', advice: null }
  const level = levels[score] ?? 'tooWeak'
  const known = warnings.find((name) => name === warning)
  if (level === 'strong') return { level, advice: 'good' }
  return { level, advice: known ?? 'more' }
}
