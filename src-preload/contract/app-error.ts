import type { ErrorCode, ErrorDetails } from './error-details'

/**
 * A failure inside a process. It is turned into an `ErrorEnvelope` once, at the boundary. Kept apart from the schemas of
 * the details, so that `kq` starts without them.
 */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly details: ErrorDetails<Code>

  constructor(code: Code, details: ErrorDetails<Code>, options?: { cause?: unknown }) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** Whether `error` is an {@link AppError}, of `code` when one is named. */
export function isAppError<Code extends ErrorCode>(error: unknown, code?: Code): error is AppError<Code> {
  return error instanceof AppError && (code === undefined || error.code === code)
}
