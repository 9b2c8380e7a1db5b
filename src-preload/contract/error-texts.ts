import type { ErrorText } from './error-text'
import { appErrorTexts } from './error-texts/app'
import { envErrorTexts } from './error-texts/env'
import { providerErrorTexts } from './error-texts/provider'
import { vaultErrorTexts } from './error-texts/vault'
import type { ErrorCode } from './errors'

/** One for each code: what lacks one does not compile. */
export const errorTexts: Readonly<Record<ErrorCode, ErrorText>> = {
  ...vaultErrorTexts,
  ...providerErrorTexts,
  ...envErrorTexts,
  ...appErrorTexts
}

/** The English sentence for a failure: one line, details filled in. Details hold names and paths, never a secret. */
export function describeError(code: ErrorCode, details: Readonly<Record<string, unknown>>): string {
  const text = errorTexts[code]
  const { retryAfterMs } = details
  const values: Record<string, unknown> =
    typeof retryAfterMs === 'number'
      ? { ...details, retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1000)) }
      : { ...details }
  return `${text.happened} ${text.kept} ${text.next}`.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    shown(values[name])
  )
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
