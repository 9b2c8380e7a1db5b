import { AppError } from './app-error'
import type { ErrorCode, ErrorDetails } from './error-details'

export { AppError, isAppError } from './app-error'
export { errorCodes, errorDetails, type ErrorCode, type ErrorDetails } from './error-details'

/** A failure as it crosses a boundary: no message, no stack, no cause. `id` finds it in the log. */
export interface ErrorEnvelope<Code extends ErrorCode = ErrorCode> {
  readonly code: Code
  readonly details: ErrorDetails<Code>
  readonly id: string
}

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: ErrorEnvelope }

/** Rebuilds a failure on the far side of a boundary. */
export function toAppError(envelope: ErrorEnvelope): AppError {
  return new AppError(envelope.code, envelope.details)
}
