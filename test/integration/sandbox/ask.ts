import { startSandbox } from '../../sandbox/start-sandbox.ts'
import type { ProviderServer, Sandbox, SandboxOptions } from '../../sandbox/types.ts'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock'

/** An answer as a test reads it: fields by name, without a type for each provider. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- foreign JSON, looked at field by field
  readonly body: any
}

export interface Ask {
  readonly body?: unknown
  /** The credential's value; default the provider's `apiKey`. `null` sends none. */
  readonly key?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

/** `ask(server, 'POST /keys', { body })`, with plain fetch. */
export async function ask(server: ProviderServer, what: string, { body, key, headers }: Ask = {}): Promise<Reply> {
  const [method = '', path = ''] = what.split(' ')
  const value = key === undefined ? server.credentials.apiKey : key
  const response = await fetch(server.baseUrl + path, {
    method,
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      ...(value !== null && { authorization: `Bearer ${value}` }),
      ...headers
    },
    ...(body !== undefined && { body: JSON.stringify(body) })
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type') === 'application/json' && text !== ''
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null }
}

export const DAY_MS = 86_400_000

/** A sandbox on a clock that stands still until it is moved. */
export async function openSandbox(options: SandboxOptions = {}): Promise<{ sandbox: Sandbox; clock: ManualClock }> {
  const clock = createManualClock('2026-03-10T09:00:00.000Z')
  return { sandbox: await startSandbox({ clock, ...options }), clock }
}
