import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect } from 'vitest'
import type { ErrorCode } from '@contract/errors'
import { remoteRequest, type RemoteRequest } from '@contract/model/connection'
import type { KeyKind } from '@contract/model/connector'
import type { z } from 'zod'
import type { Account, Connector, Exchange, MadeKey } from '@main/connectors/connector'
import { createConnector } from '@main/connectors/create-connector'
import { createHttpClient } from '@main/connectors/http/http-client'
import { parseManifest } from '@main/connectors/manifest/parse'
import type { Manifest } from '@main/connectors/manifest'
import { createMappingRunnerInThread } from '@main/connectors/mapping-in-thread'
import { toCreateInput } from '@main/core/remote/request'
import { createHttpTransport } from '@main/node/http-transport'
import type { HttpWait } from '@main/ports/http'
import { startSandbox } from '../../sandbox/start-sandbox.ts'
import type { ProviderName, ProviderServer, Sandbox } from '../../sandbox/types.ts'
import { createHurriedClock } from './hurried-clock'

/** What a test asks for; the rest as the contract fills it. */
export type Asked = z.input<typeof remoteRequest>

/** One provider of the sandbox, spoken to by the engine through the real HTTP client. */
export interface Bench<N extends ProviderName = ProviderName> {
  readonly manifest: Manifest
  readonly connector: Connector
  readonly server: ProviderServer<N>
  readonly sandbox: Sandbox
  /** What requests waited for, as it was told. */
  readonly waits: readonly HttpWait[]
  exchange(account?: Partial<Account>): Exchange
  kind(id: string): KeyKind
  /** Creates a key as the app does: judged by the manifest, then sent. */
  create(kind: string, asked: Asked, account?: Partial<Account>): Promise<MadeKey>
  close(): Promise<void>
}

export function readBuiltIn(id: string): Manifest {
  const file = new URL(`../../../resources/connectors/${id}.json`, import.meta.url)
  const parsed = parseManifest(readFileSync(file, 'utf8'))
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return parsed.manifest
}

export async function openBench<N extends ProviderName>(name: N): Promise<Bench<N>> {
  const clock = createHurriedClock()
  const sandbox = await startSandbox({ clock: { nowMs: clock.nowMs }, providers: [name] })
  const server: ProviderServer<N> = sandbox.providers[name]
  const manifest = readBuiltIn(name)
  const http = createHttpClient({ transport: createHttpTransport(), clock, random: () => 0 })
  const parts = { http, mapping: createMappingRunnerInThread(), userAgent: 'Keyquay/0.0.0' }
  const connector = createConnector(manifest, parts, { builtIn: true })
  const waits: HttpWait[] = []

  const exchange = (account: Partial<Account> = {}): Exchange => ({
    account: {
      baseUrl: server.baseUrl,
      variables: {},
      overrides: {},
      credentials: { ...server.credentials },
      policy: { allowPrivate: false, ca: null, paceKey: name },
      ...account
    },
    signal: AbortSignal.timeout(60_000),
    nowMs: sandbox.clock.nowMs(),
    waiting: (wait) => {
      if (wait !== null) waits.push(wait)
    }
  })
  const kind = (id: string): KeyKind => connector.description.kinds.find((one) => one.id === id)!

  return {
    manifest,
    connector,
    server,
    sandbox,
    waits,
    exchange,
    kind,
    async create(kindId, asked, account) {
      const request: RemoteRequest = remoteRequest.parse(asked)
      const input = toCreateInput(kind(kindId), request, sandbox.clock.nowMs())
      return connector.create(kindId, input, exchange(account))
    },
    close: sandbox.close
  }
}

/** A fresh one for each test of a file. */
export function benchForEach<N extends ProviderName>(name: N): () => Bench<N> {
  let bench: Bench<N>
  beforeEach(async () => {
    bench = await openBench(name)
  })
  afterEach(() => bench.close())
  return () => bench
}

/** The failure a promise ends in: its code and details. */
export async function failureOf(promise: Promise<unknown>): Promise<{ code?: ErrorCode; details?: object }> {
  try {
    await promise
  } catch (error) {
    const { code, details } = error as { code?: ErrorCode; details?: object }
    return { ...(code && { code }), ...(details && { details }) }
  }
  return expect.fail('it went well')
}

/** Asks the sandbox without the engine: to fill it, or to be somebody else. */
export async function askDirectly(
  server: ProviderServer,
  what: string,
  more: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {}
): Promise<{ status: number; body: Readonly<Record<string, unknown>> }> {
  const [method = '', path = ''] = what.split(' ')
  const response = await fetch(server.baseUrl + path, {
    method,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `Bearer ${server.credentials.apiKey}`,
      ...more.headers
    },
    ...(more.body !== undefined && { body: JSON.stringify(more.body) })
  })
  const text = await response.text()
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> }
}

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
