export type NewPasswordProblem = 'empty' | 'tooWeak' | 'mismatch' | 'hintIsPassword'

/** The first thing that keeps a new password from being taken, or null. */
export function problemIn(
  password: string,
  confirmation: string,
  hint: string,
  tooWeak: boolean
): NewPasswordProblem | null {
  if (password === '') return 'empty'
  if (tooWeak) return 'tooWeak'
  if (password !== confirmation) return 'mismatch'
  if (hint.toLocaleLowerCase().includes(password.toLocaleLowerCase())) return 'hintIsPassword'
  return null
}
