import { AppError, isAppError, type ErrorCode } from '@contract/errors'
import type { Answer } from './answer'
import type { Call, Sending } from './sending'

type Sent = Answer & { readonly url: string }

/** What a provider says when it did not carry a request out: the request itself was wrong, or came too soon. */
const CERTAINLY_NOT_DONE: readonly ErrorCode[] = [
  'provider-credential-refused',
  'provider-forbidden',
  'provider-limit-reached',
  'provider-rate-limited',
  'provider-not-found',
  'provider-conflict',
  'provider-rejected',
  'provider-tls-failed',
  'url-invalid',
  'url-not-https',
  'url-private',
  'url-other-host'
]

/**
 * Sends at most once and reads the answer. Where it cannot be known whether the provider carried it out (no answer,
 * a reset, a redirection, 408, 5xx, an answer that `read` refuses) it throws `provider-outcome-unknown` for `name`;
 * every other failure means that nothing was done.
 */
export async function sendOnce<Value>(
  call: Call,
  name: string,
  sending: Omit<Sending, 'repeat' | 'sending'>,
  read: (answer: Sent) => Promise<Value>
): Promise<Value> {
  const progress = { hasLeft: false }
  const noteSending = (): void => {
    progress.hasLeft = true
  }
  try {
    return await read(await call.send({ ...sending, repeat: 'once', sending: noteSending }))
  } catch (error) {
    if (!progress.hasLeft || CERTAINLY_NOT_DONE.some((code) => isAppError(error, code))) throw error
    throw new AppError('provider-outcome-unknown', { name }, { cause: error })
  }
}
