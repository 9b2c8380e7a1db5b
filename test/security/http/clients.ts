import { isAppError } from '@contract/errors'
import type { Clock } from '@main/ports/clock'
import type { HttpClient, HttpLookup, HttpPolicy, HttpRequest, HttpResponse, HttpSendOptions } from '@main/ports/http'
import { createHttpClient } from '@main/connectors/http/http-client'
import { createHttpTransport } from '@main/node/http-transport'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock'

export const SECRET = 'sk-live-8f3a1d'

export const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: { authorization: `Bearer ${SECRET}` },
  body: null,
  repeat: 'read',
  ...more
})

export const post = (url: string, more: Partial<HttpRequest> = {}): HttpRequest =>
  get(url, { method: 'POST', body: JSON.stringify({ secret: SECRET }), repeat: 'once', ...more })

export const policyFor = (origin: string, more: Partial<HttpPolicy> = {}): HttpPolicy => ({
  origin,
  allowPrivate: false,
  ca: null,
  deadlineMs: 30_000,
  maxBytes: 2 * 1024 * 1024,
  requestsPerMinute: null,
  paceKey: 'connection-1',
  ...more
})

export interface RealClient {
  readonly clock: ManualClock
  readonly client: HttpClient
  send(request: HttpRequest, policy?: Partial<HttpPolicy>, options?: Partial<HttpSendOptions>): Promise<HttpResponse>
}

/** The real client over the real network of this computer, with time that stands still until it is moved. */
export function createRealClient({ lookup, clock }: { lookup?: HttpLookup; clock?: Clock } = {}): RealClient {
  const manual = createManualClock()
  const client = createHttpClient({
    transport: createHttpTransport(),
    clock: clock ?? manual,
    random: () => 0,
    ...(lookup === undefined ? {} : { lookup })
  })
  return {
    clock: manual,
    client,
    send: (request, policy = {}, options = {}) =>
      client.send(request, policyFor(new URL(request.url).origin, policy), {
        signal: new AbortController().signal,
        ...options
      })
  }
}

/** A name that leads to these addresses, and how often it was asked. */
export function resolveTo(...addresses: string[]): HttpLookup & { asked: string[] } {
  const asked: string[] = []
  const lookup: HttpLookup = async (hostname) => {
    asked.push(hostname)
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  return Object.assign(lookup, { asked })
}

export const codeOf = (error: unknown): string => (isAppError(error) ? error.code : String(error))

/** Lets the event loop turn until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}
