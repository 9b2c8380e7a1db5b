import type { ServerResponse } from 'node:http'
import type { Answer } from '../http/exchange.ts'
import { sendBomb, sendDripping, sendHuge } from './bulk.ts'
import type { FaultSpec } from './fault-spec.ts'
import { spoil } from './spoil.ts'

/** The provider's own words for a failure, so that a fault looks like its errors. */
export type Complain = (status: number, code: string, message: string) => Answer

const PAGE = '<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>'

/** Sends an answer as it is. */
export function send(response: ServerResponse, { status, body, headers }: Answer): void {
  if (body === undefined) {
    response.writeHead(status, headers).end()
    return
  }
  sendText(response, status, JSON.stringify(body), headers)
}

/** Sends an answer through a fault. Afterwards the response is ended, cut, or left hanging. */
export async function sendFaulty(
  response: ServerResponse,
  answer: Answer,
  spec: FaultSpec,
  complain: Complain
): Promise<void> {
  // An answer without a body (204) could not carry what the bulky faults put there.
  const bulkyStatus = answer.body === undefined ? 200 : answer.status
  switch (spec.kind) {
    case 'hang':
      return
    case 'reset-before':
    case 'reset-after':
      response.socket?.resetAndDestroy()
      return
    case 'error-500':
      send(response, complain(500, 'internal_error', 'Something went wrong.'))
      return
    case 'error-503':
      send(response, complain(503, 'unavailable', 'The service is not available.'))
      return
    case 'status':
      sendText(response, spec.code, spec.body === undefined ? '' : JSON.stringify(spec.body))
      return
    case 'rate-limit': {
      const { status, body } = complain(429, 'rate_limited', 'Too many calls.')
      const headers = spec.retryAfter === undefined ? {} : { 'retry-after': String(spec.retryAfter) }
      sendText(response, status, JSON.stringify(body), headers)
      return
    }
    case 'redirect':
      response.writeHead(spec.status ?? 302, { location: spec.location ?? '/elsewhere' }).end()
      return
    case 'html':
      response.writeHead(spec.status ?? 200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE)
      return
    case 'drip':
      sendDripping(response, bulkyStatus, JSON.stringify(answer.body ?? {}), spec.bytesPerSecond)
      return
    case 'huge':
      await sendHuge(response, bulkyStatus, answer.body, spec.bytes ?? 10_000_000)
      return
    case 'gzip-bomb':
      await sendBomb(response, bulkyStatus, answer.body, spec.bytes ?? 60_000_000)
      return
    default:
      if (answer.body === undefined) send(response, answer)
      else sendText(response, answer.status, spoil(answer.body, spec), answer.headers)
  }
}

function sendText(response: ServerResponse, status: number, text: string, headers: Answer['headers'] = {}): void {
  const bytes = Buffer.from(text)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    ...headers
  })
  response.end(bytes)
}
