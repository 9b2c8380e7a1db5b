import type { ClientRequest, IncomingMessage } from 'node:http'
import type { RequestOptions } from 'node:https'
import type { LookupFunction } from 'node:net'
import { lookup as lookUp } from 'node:dns/promises'
import type { ConnectionOptions, SecureContext } from 'node:tls'
import { AppError } from '@contract/errors'
import type { HttpExchange, HttpLookup, HttpTransport } from '../ports/http'
import { ACCEPTED_ENCODINGS, readBody } from './http-body'
import { MOST_HEADER_BYTES, toHttpError } from './http-errors'
import { createTrust } from './http-trust'

/**
 * The network by node:http and node:https. Every exchange has a connection of its own, so nothing is ever sent again
 * by a reused socket that turned out dead. Certificates are always checked, whatever the environment says, and its
 * proxy variables are not read: a proxy would resolve names by itself, past the check of their addresses.
 */
export function createHttpTransport(): HttpTransport {
  const trust = createTrust()
  return {
    lookup: systemLookup,
    async exchange(exchange) {
      const { signal } = exchange
      signal.throwIfAborted()
      const url = new URL(exchange.url)
      const state = { securing: false }
      let request: ClientRequest | null = null
      const stop = (): void => {
        request?.destroy(new Error('stopped'))
      }
      signal.addEventListener('abort', stop, { once: true })
      try {
        const start = await starterOf(url)
        signal.throwIfAborted()
        request = start(url, optionsOf(url, exchange, trust))
        watch(request, url.protocol === 'https:', state, exchange.sending)
        request.end(exchange.body ?? undefined)
        return await read(await responseTo(request), url.host, exchange)
      } catch (error) {
        signal.throwIfAborted()
        throw toHttpError(error, url.host, state.securing)
      } finally {
        signal.removeEventListener('abort', stop)
        stop()
      }
    }
  }
}

const systemLookup: HttpLookup = async (hostname) =>
  (await lookUp(hostname, { all: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))

/**
 * Loaded with the first request: Node loads its fetch along with them, which nothing here uses, and that takes longer
 * than the rest of what kq starts with.
 */
async function starterOf(url: URL): Promise<(url: URL, options: RequestOptions) => ClientRequest> {
  return url.protocol === 'http:' ? (await import('node:http')).request : (await import('node:https')).request
}

function optionsOf(
  url: URL,
  exchange: HttpExchange,
  trust: (ca: string | null) => SecureContext
): RequestOptions & Pick<ConnectionOptions, 'secureContext'> {
  const length = exchange.body === null ? {} : { 'content-length': String(Buffer.byteLength(exchange.body)) }
  const options: RequestOptions = {
    method: exchange.method,
    headers: { ...exchange.headers, ...length, 'accept-encoding': ACCEPTED_ENCODINGS },
    agent: false,
    lookup: toNodeLookup(exchange.lookup),
    maxHeaderSize: MOST_HEADER_BYTES,
    insecureHTTPParser: false
  }
  if (url.protocol === 'http:') return options
  // Said outright: an environment variable of Node’s changes the default.
  return { ...options, secureContext: trust(exchange.ca), rejectUnauthorized: true }
}

/** Node connects to one of the addresses it is answered, and asks nobody else. */
function toNodeLookup(lookup: HttpLookup): LookupFunction {
  return (hostname, { all }, done) => {
    lookup(hostname).then(
      (found) => {
        const [first] = found
        if (first === undefined) done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), [])
        else if (all === true) done(null, [...found])
        else done(null, first.address, first.family)
      },
      (error: unknown) => {
        done(error instanceof Error ? error : new Error('no address'), [])
      }
    )
  }
}

function watch(request: ClientRequest, secure: boolean, state: { securing: boolean }, sending: () => void): void {
  // A second failure after the first has nobody to go to.
  request.on('error', () => undefined)
  request.once('socket', (socket) => {
    socket.once('connect', () => {
      if (secure) state.securing = true
      else sending()
    })
    socket.once('secureConnect', () => {
      state.securing = false
      sending()
    })
  })
}

function responseTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve).once('error', reject)
    // After `101 Switching Protocols` there is neither.
    request.once('close', () => {
      reject(new Error('closed without a response'))
    })
  })
}

async function read(
  answer: IncomingMessage,
  host: string,
  exchange: HttpExchange
): ReturnType<HttpTransport['exchange']> {
  const status = answer.statusCode ?? 0
  if (status >= 300 && status <= 399 && status !== 304) throw new AppError('provider-redirected', { host })
  const hasNoBody = exchange.method === 'HEAD' || status === 204 || status === 304
  const body = hasNoBody
    ? new Uint8Array()
    : await readBody(answer, { host, maxBytes: exchange.maxBytes, signal: exchange.signal })
  return { status, headers: joinHeaders(answer), body }
}

function joinHeaders(answer: IncomingMessage): Record<string, string> {
  const headers = Object.create(null) as Record<string, string>
  for (const [name, values] of Object.entries(answer.headersDistinct)) headers[name] = (values ?? []).join(', ')
  return headers
}
