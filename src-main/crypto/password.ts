import { AppError } from '@contract/errors'

export const PASSWORD_MAX_BYTES = 1024

/**
 * The bytes a typed password stands for: NFKC, then UTF-8, so that the same password typed on two keyboards is
 * the same bytes. Throws `input-invalid` unless they are 1 to 1024.
 */
export function passwordBytes(typed: string): Uint8Array {
  const bytes = new TextEncoder().encode(typed.normalize('NFKC'))
  checkPasswordLength(bytes)
  return bytes
}

/** Throws `input-invalid` unless there are 1 to 1024 bytes. */
export function checkPasswordLength(bytes: Uint8Array): void {
  if (bytes.length >= 1 && bytes.length <= PASSWORD_MAX_BYTES) return
  throw new AppError('input-invalid', { path: 'password', expected: `1 to ${String(PASSWORD_MAX_BYTES)} bytes` })
}
