import { AppError } from '@contract/errors'

/**
 * The one way to say that a file cannot be read. Takes no cause: what parsers throw quotes their input, and
 * their input is secrets.
 */
export function unreadable(file: string, line: number | null = null): AppError<'import-unreadable'> {
  return new AppError('import-unreadable', { file, line })
}
