import { AppError } from '@contract/errors'

/** The hint lies in plain text beside the vault. Throws `input-invalid` when it would give the password away. */
export function requireSafeHint(hint: string, password: string): void {
  if (hint !== '' && hint.toLowerCase().includes(password.toLowerCase())) {
    throw new AppError('input-invalid', { path: 'hint', expected: 'a hint that does not hold the password' })
  }
}
