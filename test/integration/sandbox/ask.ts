import { startSandbox } from '../../sandbox/start-sandbox.ts'
import type { ProviderServer, Sandbox, SandboxOptions } from '../../sandbox/types.ts'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock'

/** The fields that any answer of the five may have. Which of them are there is what the tests find out. */
export interface Body {
  readonly id: string
  readonly _id: string
  readonly _etag: string
  readonly _created: string
  readonly name: string
  readonly label: string
  readonly description: string
  readonly key: string
  readonly token: string
  readonly apikey: string
  readonly preview: string
  readonly key_preview: string
  readonly status: string | number
  readonly request_id: string
  readonly plan: string
  readonly kind: string
  readonly metric: string
  readonly used: number
  readonly method: string
  readonly time: string
  readonly duration_ms: number
  readonly expires_at: string | null
  readonly last_used_at: string | null
  readonly scopes: readonly string[]
  readonly roles: readonly string[]
  readonly type: string
  readonly next: string | null
  readonly next_cursor: string | null
  readonly pages: number
  readonly pagination: object
  readonly previous: { readonly id: string; readonly expires_at: string }
  readonly error: { readonly code: string; readonly message: string }
  readonly _error: { readonly code: number; readonly message: string }
  readonly _issues: object
  readonly _meta: { readonly max_results: number; readonly total: number }
  readonly _items: readonly Body[]
  readonly data: readonly Body[]
  readonly keys: readonly Body[]
  readonly entries: readonly Body[]
  readonly metrics: readonly Body[]
  readonly renewals: readonly Body[]
}

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Empty when the answer is no JSON. */
  readonly body: Body
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
  return { status: response.status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : {}) as Body }
}

export const DAY_MS = 86_400_000

/** A sandbox on a clock that stands still until it is moved. */
export async function openSandbox(options: SandboxOptions = {}): Promise<{ sandbox: Sandbox; clock: ManualClock }> {
  const clock = createManualClock('2026-03-10T09:00:00.000Z')
  return { sandbox: await startSandbox({ clock, ...options }), clock }
}
