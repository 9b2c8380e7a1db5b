import { useRef, useState } from 'react'
import { strengthOf, type Strength } from './strength-level'

const KNOWN_WORDS = ['keyquay', 'vault', 'api key']

interface StrengthCheck {
  readonly strength: Strength
  /** Estimates and shows it; the answer is the estimate. */
  check(password: string): Promise<Strength>
}

/** The strength of what is typed. The estimator is loaded with the first character. */
export function useStrength(): StrengthCheck {
  const [strength, setStrength] = useState<Strength>({ level: 'none', advice: null })
  const latest = useRef(0)
  return {
    strength,
    async check(password) {
      const mine = ++latest.current
      const estimated = await estimateLazily(password)
      if (mine === latest.current) setStrength(estimated)
      return estimated
    }
  }
}

async function estimateLazily(password: string): Promise<Strength> {
  if (password === '') return strengthOf('', 0, null)
  const { estimate } = await import('./strength')
  const { score, feedback } = estimate(password, KNOWN_WORDS)
  return strengthOf(password, score, feedback.warning)
}
