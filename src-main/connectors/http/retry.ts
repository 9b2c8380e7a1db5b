import { isAppError } from '@contract/errors'
import type { HttpRequest, HttpResponse } from '../../ports/http'
import { retryAfterMs } from './retry-after'

/** How one try ended. */
export type Outcome = { readonly answer: HttpResponse } | { readonly error: unknown }

/** The first try and three more. */
export const MOST_TRIES = 4

/** What is waited without being asked; a longer `Retry-After` is the caller's to show. */
export const LONGEST_WAIT_MS = 60_000

const BASE_MS = 1_000
const CAP_MS = 8_000

/**
 * How long to wait after the try number `tries` (from 1), in milliseconds, or null when there is no next one:
 * the request may go only once, the outcome is final, it was the last try, or the provider asks for more than
 * {@link LONGEST_WAIT_MS}.
 */
export function nextTryInMs(
  repeat: HttpRequest['repeat'],
  outcome: Outcome,
  tries: number,
  { nowMs, random }: { readonly nowMs: number; readonly random: () => number }
): number | null {
  if (repeat === 'once' || tries >= MOST_TRIES || !isPassing(outcome)) return null
  const asked = 'answer' in outcome ? (retryAfterMs(outcome.answer.headers, nowMs) ?? 0) : 0
  return asked > LONGEST_WAIT_MS ? null : Math.max(asked, fullJitterMs(tries - 1, random))
}

/** `rand(0, min(cap, base * 2^n))` (AWS Architecture Blog, "Exponential Backoff And Jitter"); `n` from 0. */
export function fullJitterMs(n: number, random: () => number): number {
  return random() * Math.min(CAP_MS, BASE_MS * 2 ** n)
}

/** A timeout is none: whoever asked has waited the whole deadline already. */
function isPassing(outcome: Outcome): boolean {
  if ('error' in outcome) return isAppError(outcome.error, 'provider-unreachable')
  const { status } = outcome.answer
  return status === 408 || status === 429 || (status >= 500 && status <= 599)
}
