import { AppError } from '@contract/errors'
import type { HttpResponse } from '../ports/http'
import { readAnswer, readFailure } from './answer'
import type { ConnectorParts, Exchange } from './connector'
import { formsOf } from './credentials'
import { toFailure } from './failure'
import type { Manifest } from './manifest'
import type { Operation } from './manifest/operation'
import { withOverrides } from './overrides'
import { buildRequest } from './request'
import type { Call, Sending } from './sending'
import { fillBaseUrl, fillVariables } from './templates'

const MOST_BYTES = 2_097_152
const REQUEST_TIMEOUT = 408

/** Where requests of an account go. Throws `input-invalid` for a wrong variable, `url-invalid`, `url-not-https`. */
export function originOf(manifest: Manifest, account: Pick<Exchange['account'], 'baseUrl' | 'variables'>): string {
  return new URL(fillBaseUrl(account.baseUrl, fillVariables(manifest, account.variables))).origin
}

/** Throws `input-invalid` for a wrong override or variable, `url-invalid`, `url-not-https`. */
export function openCall(plain: Manifest, parts: ConnectorParts, exchange: Exchange): Call {
  const { account } = exchange
  const manifest = withOverrides(plain, account.overrides)
  const variables = fillVariables(manifest, account.variables)
  const baseUrl = fillBaseUrl(account.baseUrl, variables)
  const { host, origin } = new URL(baseUrl)
  const unreadable = (expected: string): AppError => new AppError('provider-answer-unreadable', { host, expected })
  const call: Call = {
    manifest,
    parts,
    exchange,
    host,
    baseUrl,
    variables,
    unreadable,
    async map(expression, input) {
      try {
        return await parts.mapping.run(expression, input)
      } catch {
        // The runner does not know whose answer it was.
        throw unreadable('an answer its fields can be read from')
      }
    },
    async send(sending) {
      const { operation } = sending
      const request = await buildRequest(call, sending)
      const policy = {
        ...account.policy,
        origin,
        deadlineMs: operation.timeoutMs ?? manifest.defaults.timeoutMs,
        maxBytes: MOST_BYTES,
        requestsPerMinute: manifest.rateLimit.requestsPerMinute
      }
      const response = await parts.http.send(request, policy, {
        signal: exchange.signal,
        ...(exchange.waiting === undefined ? {} : { waiting: exchange.waiting }),
        ...(sending.sending === undefined ? {} : { sending: sending.sending })
      })
      // Whatever came back: it was sent.
      sending.sending?.()
      const answered = isSuccess(operation, response) || sending.alsoAnswered?.includes(response.status) === true
      if (answered) {
        const needsJson = sending.needsJson && isSuccess(operation, response)
        return { ...readAnswer(response, host, needsJson), url: request.url }
      }
      throw await failureOf(call, sending, response)
    }
  }
  return call
}

/** What may not be shown of an exchange: its credentials and `own` values of keys, also as headers hold them. */
export function secretsOf(
  { manifest, exchange, variables }: Call,
  own: readonly (string | null | undefined)[]
): string[] {
  const ways = Object.values(manifest.credentials)
  const values = [...own.filter((value) => typeof value === 'string'), ...Object.values(exchange.account.credentials)]
  // A key's own value goes in the way of any credential, when it is verified.
  return [...new Set(values.flatMap((value) => [value, ...ways.flatMap((way) => formsOf(way, value, variables))]))]
}

function isSuccess({ success }: Operation, { status }: HttpResponse): boolean {
  return success.length > 0 ? success.includes(status) : status >= 200 && status < 300
}

async function failureOf(call: Call, { secret, repeat }: Sending, response: HttpResponse): Promise<AppError> {
  const { manifest, parts, exchange, host } = call
  const { status } = response
  // Whatever a manifest says: a server that fails may have failed after it was done.
  if (repeat === 'once' && (status >= 500 || status === REQUEST_TIMEOUT)) {
    return new AppError('provider-failed', { host, status })
  }
  if (status < 400) return call.unreadable('a status the manifest knows')
  return toFailure(readFailure(response), {
    manifest,
    mapping: parts.mapping,
    host,
    secrets: secretsOf(call, [secret]),
    nowMs: exchange.nowMs
  })
}
