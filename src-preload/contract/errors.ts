import { z } from 'zod'

/**
 * Every way a call can fail, with what a text may say of it. The union is closed:
 * a code that is not here cannot cross a boundary, and a text that lacks one does not compile.
 */
export const errorDetails = {
  // the vault
  'vault-absent': z.strictObject({ folder: z.string() }),
  'vault-exists': z.strictObject({ folder: z.string() }),
  'vault-locked': z.strictObject({}),
  'vault-busy': z.strictObject({}),
  'vault-damaged': z.strictObject({ file: z.string() }),
  'vault-database-empty': z.strictObject({ file: z.string() }),
  'vault-database-missing': z.strictObject({ file: z.string() }),
  'vault-header-missing': z.strictObject({ file: z.string() }),
  'vault-newer': z.strictObject({ found: z.int(), known: z.int() }),
  'vault-read-only': z.strictObject({ folder: z.string() }),
  'vault-folder-unusable': z.strictObject({ folder: z.string() }),
  'wrong-password': z.strictObject({ retryAfterMs: z.int() }),
  'too-many-attempts': z.strictObject({ retryAfterMs: z.int() }),
  'kdf-too-weak': z.strictObject({}),
  'kdf-too-strong': z.strictObject({}),
  'password-needed-again': z.strictObject({}),
  'recovery-code-malformed': z.strictObject({}),
  'no-such-slot': z.strictObject({}),
  'device-unlock-unavailable': z.strictObject({ backend: z.string() }),
  'device-unlock-failed': z.strictObject({}),
  // the disk
  'disk-full': z.strictObject({}),
  'disk-failed': z.strictObject({}),
  'file-unreadable': z.strictObject({ file: z.string() }),
  'file-exists': z.strictObject({ file: z.string() }),
  // keys
  'key-not-found': z.strictObject({ name: z.string() }),
  'key-ambiguous': z.strictObject({ name: z.string(), count: z.int() }),
  'secret-not-kept': z.strictObject({ name: z.string() }),
  'secret-not-for-env': z.strictObject({ name: z.string() }),
  'format-needs-env-name': z.strictObject({ name: z.string() }),
  // backups, imports
  'backup-damaged': z.strictObject({ file: z.string() }),
  'backup-of-another-vault': z.strictObject({ file: z.string() }),
  'import-unreadable': z.strictObject({ file: z.string(), line: z.int().nullable() }),
  'import-encrypted': z.strictObject({ file: z.string() }),
  'import-forgotten': z.strictObject({}),
  // connectors
  'manifest-invalid': z.strictObject({ file: z.string(), path: z.string(), expected: z.string() }),
  'connector-not-found': z.strictObject({ connector: z.string() }),
  'connection-not-found': z.strictObject({ name: z.string() }),
  'connection-in-use': z.strictObject({ name: z.string(), keys: z.int() }),
  'credential-missing': z.strictObject({ credential: z.string(), connection: z.string() }),
  'operation-not-offered': z.strictObject({ operation: z.string(), provider: z.string() }),
  'url-invalid': z.strictObject({}),
  'url-not-https': z.strictObject({ host: z.string() }),
  'url-private': z.strictObject({ host: z.string() }),
  'url-other-host': z.strictObject({ host: z.string() }),
  'provider-unreachable': z.strictObject({ host: z.string() }),
  'provider-timeout': z.strictObject({ host: z.string(), seconds: z.int() }),
  'provider-tls-failed': z.strictObject({ host: z.string() }),
  'provider-redirected': z.strictObject({ host: z.string() }),
  'provider-answer-too-large': z.strictObject({ host: z.string(), limitBytes: z.int() }),
  'provider-answer-unreadable': z.strictObject({ host: z.string(), expected: z.string() }),
  'provider-credential-refused': z.strictObject({ host: z.string() }),
  'provider-forbidden': z.strictObject({ host: z.string(), message: z.string() }),
  'provider-limit-reached': z.strictObject({ host: z.string(), message: z.string() }),
  'provider-rate-limited': z.strictObject({ host: z.string(), retryAfterMs: z.int() }),
  'provider-not-found': z.strictObject({ host: z.string() }),
  'provider-conflict': z.strictObject({ host: z.string() }),
  'provider-rejected': z.strictObject({ host: z.string(), status: z.int(), message: z.string() }),
  'provider-failed': z.strictObject({ host: z.string(), status: z.int() }),
  'provider-outcome-unknown': z.strictObject({ name: z.string() }),
  'scope-unknown': z.strictObject({ scope: z.string() }),
  'ip-range-invalid': z.strictObject({ range: z.string() }),
  'key-format-mismatch': z.strictObject({ provider: z.string(), expected: z.string() }),
  'key-not-connected': z.strictObject({ name: z.string() }),
  'rotation-running': z.strictObject({ name: z.string() }),
  'vault-restored': z.strictObject({}),
  'rotation-not-found': z.strictObject({}),
  'rotation-step-refused': z.strictObject({ step: z.string() }),
  'unfinished-not-found': z.strictObject({}),
  // env files
  'env-file-missing': z.strictObject({ file: z.string() }),
  'env-file-symlink': z.strictObject({ file: z.string(), target: z.string() }),
  'env-file-outside': z.strictObject({ file: z.string(), folder: z.string() }),
  'env-file-hard-linked': z.strictObject({ file: z.string() }),
  'env-file-not-regular': z.strictObject({ file: z.string() }),
  'env-file-foreign': z.strictObject({ file: z.string() }),
  'env-file-changed': z.strictObject({ file: z.string() }),
  'env-file-unreadable': z.strictObject({ file: z.string(), line: z.int() }),
  'env-file-unwritable': z.strictObject({ file: z.string() }),
  'env-name-invalid': z.strictObject({ name: z.string() }),
  'binding-not-found': z.strictObject({}),
  'undo-not-possible': z.strictObject({ file: z.string() }),
  'project-not-found': z.strictObject({ name: z.string() }),
  'preview-forgotten': z.strictObject({}),
  'undo-not-found': z.strictObject({}),
  'repository-missing': z.strictObject({ folder: z.string() }),
  // views
  'view-not-found': z.strictObject({}),
  // commands that are run
  'env-name-dangerous': z.strictObject({ name: z.string() }),
  'reference-malformed': z.strictObject({ name: z.string() }),
  'reference-unknown': z.strictObject({ name: z.string(), reference: z.string() }),
  'command-not-found': z.strictObject({ command: z.string() }),
  'command-not-executable': z.strictObject({ command: z.string() }),
  'run-name-ambiguous': z.strictObject({ name: z.string(), one: z.string(), other: z.string() }),
  // reminders
  'reminder-not-found': z.strictObject({}),
  'channel-not-found': z.strictObject({}),
  'channel-unreachable': z.strictObject({ host: z.string() }),
  'channel-refused': z.strictObject({ host: z.string(), status: z.int() }),
  'channel-login-refused': z.strictObject({ host: z.string() }),
  'channel-tls-failed': z.strictObject({ host: z.string() }),
  'locked-schedule-unavailable': z.strictObject({ backend: z.string() }),
  // the agent and its grants
  'grant-denied': z.strictObject({}),
  'grant-timed-out': z.strictObject({ seconds: z.int() }),
  'grant-needs-password': z.strictObject({}),
  'grant-queue-full': z.strictObject({}),
  'grant-request-gone': z.strictObject({}),
  'agent-not-for': z.strictObject({ call: z.string() }),
  'agent-not-answering': z.strictObject({}),
  'agent-other-version': z.strictObject({ theirs: z.string(), ours: z.string() }),
  'agent-untrusted': z.strictObject({ place: z.string() }),
  'agent-not-started': z.strictObject({}),
  // the machine
  'clipboard-failed': z.strictObject({}),
  'settings-unwritable': z.strictObject({ file: z.string() }),
  'link-refused': z.strictObject({}),
  // the boundary
  'call-unknown': z.strictObject({}),
  'sender-refused': z.strictObject({}),
  'input-invalid': z.strictObject({ path: z.string(), expected: z.string() }),
  'input-too-large': z.strictObject({ limitBytes: z.int() }),
  cancelled: z.strictObject({}),
  internal: z.strictObject({})
} as const

export type ErrorCode = keyof typeof errorDetails
export type ErrorDetails<Code extends ErrorCode = ErrorCode> = z.infer<(typeof errorDetails)[Code]>

export const errorCodes = Object.keys(errorDetails) as ErrorCode[]

/** A failure as it crosses a boundary: no message, no stack, no cause. `id` finds it in the log. */
export interface ErrorEnvelope<Code extends ErrorCode = ErrorCode> {
  readonly code: Code
  readonly details: ErrorDetails<Code>
  readonly id: string
}

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: ErrorEnvelope }

/** A failure inside a process. It is turned into an {@link ErrorEnvelope} once, at the boundary. */
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

/** Rebuilds a failure on the far side of a boundary. */
export function toAppError(envelope: ErrorEnvelope): AppError {
  return new AppError(envelope.code, envelope.details)
}
