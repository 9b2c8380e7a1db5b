import type { Clock } from '../../ports/clock'
import type { HttpClient, HttpLookup, HttpTransport } from '../../ports/http'
import { withinDeadline } from './deadline'
import { checkHeaders } from './header-rules'
import { createJudgedLookup } from './judged-lookup'
import { createPacing } from './pacing'
import { nextTryInMs, type Outcome } from './retry'
import { judgeUrl } from './url-rules'
import { waitFor } from './wait'

export interface HttpClientParts {
  readonly transport: HttpTransport
  /** Drives deadlines, pacing and the waits between tries. */
  readonly clock: Clock
  /** From 0 up to 1; need not be hard to guess. */
  readonly random: () => number
  /** Name look-up; the transport's own when left out. */
  readonly lookup?: HttpLookup
}

const ignore = (): undefined => undefined

/** The rules of the network around a transport: where a request may go, how often, how fast and for how long. */
export function createHttpClient({ transport, clock, random, lookup = transport.lookup }: HttpClientParts): HttpClient {
  const pacing = createPacing(clock)
  return {
    async send(request, policy, { signal, waiting = ignore, sending = ignore }) {
      const url = judgeUrl(request.url, policy)
      checkHeaders(request.headers)
      const judgedLookup = createJudgedLookup(lookup, url, policy.allowPrivate)
      const oneTry = (): Promise<Outcome> =>
        toOutcome(
          withinDeadline({ clock, deadlineMs: policy.deadlineMs, host: url.host, signal }, (ending) =>
            transport.exchange({
              method: request.method,
              url: url.href,
              headers: request.headers,
              body: request.body,
              ca: policy.ca,
              maxBytes: policy.maxBytes,
              lookup: judgedLookup,
              signal: ending,
              sending
            })
          )
        )
      for (let tries = 1; ; tries += 1) {
        await pacing.turn(policy, signal, waiting)
        const outcome = await oneTry()
        const delayMs = nextTryInMs(request.repeat, outcome, tries, { nowMs: clock.nowMs(), random })
        if (delayMs === null) return settle(outcome)
        await waitFor({ clock, delayMs, reason: reasonOf(outcome), signal, waiting })
      }
    }
  }
}

async function toOutcome(exchange: ReturnType<HttpTransport['exchange']>): Promise<Outcome> {
  try {
    return { answer: await exchange }
  } catch (error) {
    return { error }
  }
}

function settle(outcome: Outcome): Awaited<ReturnType<HttpTransport['exchange']>> {
  if ('answer' in outcome) return outcome.answer
  throw outcome.error
}

function reasonOf(outcome: Outcome): 'rate-limit' | 'retry' {
  return 'answer' in outcome && outcome.answer.status === 429 ? 'rate-limit' : 'retry'
}
