import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FaultSpec } from './faults/fault-spec.ts'
import { isFields, isStrings, type Answer, type Fields } from './http/exchange.ts'
import { send } from './faults/deliver.ts'
import { listenOnLoopback, readBody } from './http/loopback.ts'
import { PROVIDER_NAMES, type ProviderName, type ProviderServer, type Sandbox } from './types.ts'

export interface Control {
  readonly url: string
  /** Sent as `Authorization: Bearer <token>`. */
  readonly token: string
  close(): Promise<void>
}

/** Thrown for what the caller got wrong; its message is the answer. */
class Wrong extends Error {}

/**
 * A door for other processes: moves the clock, switches faults, plans and uses of keys.
 *
 * @param port 0 takes a free one
 */
export async function startControl(sandbox: Sandbox, port = 0): Promise<Control> {
  const token = randomBytes(24).toString('base64url')
  const { origin, close } = await listenOnLoopback(port, async (request, response) => {
    const body = await readBody(request)
    if (!same(request.headers.authorization ?? '', `Bearer ${token}`)) {
      send(response, { status: 401, body: { message: 'The control token is missing or not valid.' } })
      return
    }
    send(response, answerTo(sandbox, `${request.method ?? 'GET'} ${request.url ?? '/'}`, body?.toString() ?? ''))
  })
  return { url: origin, token, close }
}

function answerTo(sandbox: Sandbox, route: string, text: string): Answer {
  const perform = Object.hasOwn(ROUTES, route) ? ROUTES[route] : undefined
  if (perform === undefined)
    return { status: 404, body: { message: `There is only ${Object.keys(ROUTES).join(', ')}.` } }
  try {
    return { status: 200, body: perform(sandbox, fieldsOf(text)) }
  } catch (error) {
    return { status: 422, body: { message: error instanceof Error ? error.message : String(error) } }
  }
}

const ROUTES: Readonly<Record<string, (sandbox: Sandbox, fields: Fields) => Fields>> = {
  'GET /state': ({ providers, clock }) => ({
    now: clock.nowIso(),
    providers: Object.fromEntries(
      Object.values(providers).map((server: ProviderServer) => [server.name, stateOf(server)])
    )
  }),
  'POST /clock': ({ clock }, { advanceMs }) => {
    if (typeof advanceMs !== 'number') throw new Wrong('advanceMs is a number of milliseconds')
    clock.advance(advanceMs)
    return { now: clock.nowIso() }
  },
  'POST /fault': (sandbox, { provider, ...spec }) => {
    const server = serverOf(sandbox, provider)
    // The book refuses kinds it does not know; the rest of a spec is read when it is met.
    server.fault(spec as unknown as FaultSpec)
    return { faults: server.faults() }
  },
  'POST /fault/clear': (sandbox, { provider }) => {
    for (const server of provider === undefined ? Object.values(sandbox.providers) : [serverOf(sandbox, provider)]) {
      server.clearFaults()
    }
    return {}
  },
  'POST /plan': (sandbox, { provider, plan, maxKeys, quota }) => {
    const server = serverOf(sandbox, provider)
    server.setPlan(String(plan), {
      ...(typeof maxKeys === 'number' && { maxKeys }),
      ...(typeof quota === 'number' && { quota })
    })
    return { plan: server.plan }
  },
  'POST /usage': (sandbox, { provider, ...used }) => {
    serverOf(sandbox, provider).setUsage(
      Object.fromEntries(Object.entries(used).map(([name, value]) => [name, Number(value)]))
    )
    return {}
  },
  'POST /use': (sandbox, { provider, keyId, method, path, ip, times }) => ({
    status: serverOf(sandbox, provider).useKeyById(String(keyId), {
      ...(typeof method === 'string' && { method }),
      ...(typeof path === 'string' && { path }),
      ...(typeof ip === 'string' && { ip }),
      ...(typeof times === 'number' && { times })
    })
  }),
  'POST /fill': (sandbox, { provider, count, keyIds, overMs }) => {
    const { logs } = serverOf(sandbox, provider)
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1)
      throw new Wrong('count is a whole number of records')
    logs.fill({ count, ...(isStrings(keyIds) && { keyIds }), ...(typeof overMs === 'number' && { overMs }) })
    return { count: logs.count() }
  }
}

function stateOf(server: ProviderServer): Fields {
  return {
    baseUrl: server.baseUrl,
    credentials: server.credentials,
    plan: server.plan,
    keys: server.keys(),
    faults: server.faults().map(({ spec, left }) => ({ kind: spec.kind, left })),
    requests: server.requests,
    records: server.logs.count()
  }
}

function serverOf({ providers }: Sandbox, name: unknown): ProviderServer {
  if (!PROVIDER_NAMES.some((one) => one === name)) throw new Wrong(`provider is one of ${PROVIDER_NAMES.join(', ')}`)
  return providers[name as ProviderName]
}

function fieldsOf(text: string): Fields {
  const parsed: unknown = text === '' ? {} : JSON.parse(text)
  if (!isFields(parsed)) throw new Wrong('the body is a JSON object')
  return parsed
}

function same(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)]
  return left.length === right.length && timingSafeEqual(left, right)
}
