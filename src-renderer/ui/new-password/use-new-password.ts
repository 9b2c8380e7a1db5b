import { useRef, useState, type RefObject } from 'react'
import type { Strength } from '../strength/strength-level'
import { useStrength } from '../strength/use-strength'
import { problemIn, type NewPasswordProblem } from './new-password-problem'

export interface NewPasswordForm {
  readonly password: RefObject<HTMLInputElement | null>
  readonly confirmation: RefObject<HTMLInputElement | null>
  readonly hint: RefObject<HTMLInputElement | null>
  readonly strength: Strength
  readonly problem: NewPasswordProblem | null
  /** Estimates what is typed and takes back what was said of it. */
  typed(password: string): void
  /** What may be sent; null when something has to be put right first, which then has the focus. */
  read(): Promise<{ password: string; hint: string } | null>
  /** Empties the password's two fields. */
  clear(): void
}

/** The state of the fields of a new password. What is typed stays in the fields. */
export function useNewPassword(): NewPasswordForm {
  const password = useRef<HTMLInputElement>(null)
  const confirmation = useRef<HTMLInputElement>(null)
  const hint = useRef<HTMLInputElement>(null)
  const { strength, check } = useStrength()
  const [problem, setProblem] = useState<NewPasswordProblem | null>(null)

  return {
    password,
    confirmation,
    hint,
    strength,
    problem,
    typed(text) {
      setProblem(null)
      void check(text)
    },
    async read() {
      const text = password.current?.value ?? ''
      const typedHint = hint.current?.value.trim() ?? ''
      const { level } = await check(text)
      const found = problemIn(text, confirmation.current?.value ?? '', typedHint, level === 'tooWeak')
      setProblem(found)
      if (found === null) return { password: text, hint: typedHint }
      const wrong = found === 'mismatch' ? confirmation : found === 'hintIsPassword' ? hint : password
      wrong.current?.focus()
      return null
    },
    clear() {
      for (const field of [password, confirmation]) if (field.current) field.current.value = ''
    }
  }
}
