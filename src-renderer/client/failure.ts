import type { ErrorCode, ErrorEnvelope } from '@contract/errors'

/** A call that the core refused or could not do. `id` finds it in the log. */
export class CallFailure extends Error {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>
  readonly id: string

  constructor(envelope: ErrorEnvelope) {
    super(envelope.code)
    this.name = 'CallFailure'
    this.code = envelope.code
    this.details = { ...envelope.details }
    this.id = envelope.id
  }
}

/** Whether `error` is a failed call, of `code` when one is named. */
export function isCallFailure(error: unknown, code?: ErrorCode): error is CallFailure {
  return error instanceof CallFailure && (code === undefined || error.code === code)
}

/** Any thrown value as a failed call: what the core did not send itself counts as `internal`. */
export function toCallFailure(error: unknown): CallFailure {
  return error instanceof CallFailure ? error : new CallFailure({ code: 'internal', details: {}, id: '' })
}
