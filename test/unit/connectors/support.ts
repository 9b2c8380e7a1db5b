import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { isAppError } from '@contract/errors'
import type { Connector, CreateInput, Exchange } from '@main/connectors/connector'
import { createConnector } from '@main/connectors/create-connector'
import { createHttpClient } from '@main/connectors/http/http-client'
import { checkManifest } from '@main/connectors/manifest/parse'
import type { Manifest } from '@main/connectors/manifest'
import { createMappingRunnerInThread } from '@main/connectors/mapping-in-thread'
import { systemClock } from '@main/node/clock'
import { createHttpTransport } from '@main/node/http-transport'
import { exampleManifest } from './example-manifest'

export const NOW = '2026-11-20T09:00:00.000Z'
export const SECRET = 'ex_AbCdEfGhIjKlMnOpQrSt'
export const CREDENTIAL = 'management-key-1'

export interface Received {
  readonly method: string
  /** With its query, below the base path. */
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** What a provider answers: JSON, a text with its own type, or nothing at all. */
export type Reply =
  | {
      readonly status?: number
      readonly headers?: Record<string, string>
      readonly json?: unknown
      readonly text?: string
    }
  | 'reset'

/** A provider on the loopback, with the base path /v1. */
export async function serve(
  answer: (request: Received, count: number) => Reply
): Promise<{ baseUrl: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const path = (request.url ?? '').replace(/^\/v1/, '')
      received.push({
        method: request.method ?? '',
        path,
        headers: request.headers,
        body: Buffer.concat(parts).toString('utf8')
      })
      const reply = answer(received.at(-1)!, received.length)
      if (reply === 'reset') return request.socket.destroy()
      const type = reply.text === undefined ? 'application/json' : 'text/plain'
      response.writeHead(reply.status ?? 200, { 'content-type': type, ...reply.headers })
      response.end(reply.text ?? (reply.json === undefined ? '' : JSON.stringify(reply.json)))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      })
  )
  return { baseUrl: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`, received }
}

type Plain = Record<string, unknown>

/** The example manifest, with the only kind's fields and operations changed; `top` replaces fields of the file. */
export function manifestWith(change: { kind?: object; operations?: object; top?: object } = {}): Manifest {
  const copy = structuredClone(exampleManifest) as unknown as Plain & { kinds: (Plain & { operations: Plain })[] }
  const [kind] = copy.kinds
  Object.assign(copy, change.top)
  Object.assign(kind!, change.kind)
  for (const [name, operation] of Object.entries<unknown>({ ...change.operations })) {
    kind!.operations[name] = { ...operationOf(kind!.operations[name]), ...(operation as Plain) }
  }
  const parsed = checkManifest(copy)
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return parsed.manifest
}

function operationOf(known: unknown): Plain {
  return { provenance: 'assumed', method: 'GET', path: '/keys', credential: 'apiKey', ...(known as Plain | undefined) }
}

export function connectorOf(manifest: Manifest): Connector {
  const http = createHttpClient({ transport: createHttpTransport(), clock: systemClock, random: () => 0 })
  return createConnector(
    manifest,
    { http, mapping: createMappingRunnerInThread(), userAgent: 'Keyquay/test' },
    { builtIn: true }
  )
}

export function exchangeWith(baseUrl: string, more: Partial<Exchange['account']> = {}): Exchange {
  return {
    account: {
      baseUrl,
      variables: {},
      overrides: {},
      credentials: { apiKey: CREDENTIAL },
      policy: { allowPrivate: false, ca: null, paceKey: 'connection-1' },
      ...more
    },
    signal: new AbortController().signal,
    nowMs: Date.parse(NOW)
  }
}

export const newKey = (more: Partial<CreateInput> = {}): CreateInput => ({
  name: 'deploy',
  description: '',
  scopes: [],
  roles: [],
  services: [],
  ipRanges: [],
  environment: null,
  project: null,
  expiry: { kind: 'default' },
  ...more
})

/** The code and details a call fails with. */
export async function failureOf(work: Promise<unknown>): Promise<{ code: string; details: unknown }> {
  try {
    await work
  } catch (error) {
    if (isAppError(error)) return { code: error.code, details: error.details }
    throw error
  }
  throw new Error('it did not fail')
}
