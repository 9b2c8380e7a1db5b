import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as passed } from 'node:timers/promises'
import { send, sendFaulty } from './faults/deliver.ts'
import { commits, createFaultBook } from './faults/fault-spec.ts'
import type { Answer, Request } from './http/exchange.ts'
import { listenOnLoopback, readBody } from './http/loopback.ts'
import { createProvider, type Rules } from './providers/provider.ts'
import type { LoggedRequest, ProviderName, ProviderServer } from './types.ts'

const NOT_DONE: Answer = { status: 200, body: {} }

/** Puts a provider's rules behind a port of the loopback. */
export async function serveProvider<N extends ProviderName>(
  rules: Rules<N>,
  port: number
): Promise<ProviderServer<N> & { close(): Promise<void> }> {
  const provider = createProvider(rules)
  const faults = createFaultBook()
  const closing = new AbortController()
  let requests: Logged[] = []

  const serve = async (raw: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(raw)
    const request = requestOf(raw, body?.toString() ?? '', rules.basePath)
    const logged: Logged = {
      at: rules.clock.nowIso(),
      method: request.method,
      path: request.path,
      status: null,
      credentialName: provider.callerOf(request).name,
      bodyBytes: body?.length ?? 0
    }
    requests.push(logged)
    const fault = faults.take(request.method, request.path)
    if (fault?.kind === 'delay') await passed(fault.ms, undefined, { signal: closing.signal })
    const done = fault === null || commits(fault)
    const tooMuch = body === null ? rules.error(413, 'too_large', 'The body is too large.') : null
    const answer = tooMuch ?? (done ? provider.answer(request) : NOT_DONE)
    const writeHead = response.writeHead.bind(response) as (...all: unknown[]) => ServerResponse
    response.writeHead = (...all: unknown[]): ServerResponse => {
      logged.status = Number(all[0])
      return writeHead(...all)
    }
    if (fault === null || fault.kind === 'delay') send(response, answer)
    else await sendFaulty(response, answer, fault, rules.error)
  }

  const { origin, close } = await listenOnLoopback(port, async (raw, response) => {
    try {
      await serve(raw, response)
    } catch (error) {
      if (!closing.signal.aborted) throw error
    }
  })

  return {
    name: rules.name,
    origin,
    baseUrl: origin + rules.basePath,
    credentials: rules.credentials,
    fault: faults.add,
    clearFaults: faults.clear,
    faults: faults.list,
    get requests() {
      return requests
    },
    clearRequests() {
      requests = []
    },
    countOf: (method, path) => requests.filter((one) => one.method === method && path.test(one.path)).length,
    keys: rules.keys.states,
    useKey: (secret, use = {}) => provider.use(secret, use),
    useKeyById(id, use = {}) {
      const key = rules.keys.get(id)
      if (key === undefined) throw new Error(`${rules.name} has no key ${id}`)
      return provider.use(key.secret, use)
    },
    get plan() {
      return rules.plan()
    },
    setPlan: (plan, limits = {}) => {
      rules.setPlan(plan, limits)
    },
    setUsage: rules.setUsage,
    logs: rules.logs,
    async close() {
      closing.abort()
      await close()
    }
  }
}

type Logged = { -readonly [Field in keyof LoggedRequest]: LoggedRequest[Field] }

function requestOf(raw: IncomingMessage, bodyText: string, basePath: string): Request {
  const url = new URL(raw.url ?? '/', 'http://127.0.0.1')
  // Without the slash at the end, so that rights and routes are asked about the same path.
  const pathname = url.pathname.replace(/\/+$/, '')
  const inside = pathname === basePath || pathname.startsWith(`${basePath}/`)
  const ip = raw.headers['x-sandbox-ip']
  return {
    method: raw.method ?? 'GET',
    // A path outside the base path keeps its slashes in front, so that no route takes it for one of its own.
    path: inside ? pathname.slice(basePath.length) : `/${pathname}`,
    query: url.searchParams,
    headers: raw.headers,
    bodyText,
    ip: typeof ip === 'string' ? ip : null
  }
}
