import type { ErrorCode } from '@contract/errors'
import type { ErrorText } from '@contract/error-text'
import { errorTexts } from '@contract/error-texts'
import { germanErrorTexts } from './errors-de'

/** What a failure is told by; `id` is empty unless the log has more. */
export interface FailureText extends ErrorText {
  readonly id: string
}

/** A failed call, from the core or rebuilt from it. */
export interface Failure {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>
  readonly id: string
}

/** A failure in the words of the language, details filled in. The id is given for `internal` only, where it helps. */
export function failureText(failure: Failure, language: string): FailureText {
  const text = (language.startsWith('de') ? germanErrorTexts : errorTexts)[failure.code]
  const { retryAfterMs } = failure.details
  const details =
    typeof retryAfterMs === 'number'
      ? { ...failure.details, retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1000)) }
      : failure.details
  return {
    happened: fill(text.happened, details),
    kept: fill(text.kept, details),
    next: fill(text.next, details),
    id: failure.code === 'internal' ? failure.id : ''
  }
}

/** Whether a text from outside is one of the error codes. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorTexts, text)
}

/** Details that are not known take their brackets with them, so that no sentence shows a hole. */
function fill(sentence: string, details: Readonly<Record<string, unknown>>): string {
  return sentence
    .replace(/\s*\(([^()]*)\)/g, (whole, inside: string) =>
      placeholders(inside).every((name) => name in details) ? whole : ''
    )
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => shown(details[name]))
}

function placeholders(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '…'
}
