import type { Fault, FaultSpec } from './faults/fault-spec.ts'
import type { LogView } from './state/log-book.ts'

export const PROVIDER_NAMES = ['cloudoora', 'cloudapi', 'cloudnexus', 'cloudcasa', 'cloodot'] as const
export type ProviderName = (typeof PROVIDER_NAMES)[number]

/** The management credentials by the names the manifests use. Values are random in each run. */
export interface Credentials {
  cloudoora: { readonly apiKey: string }
  cloudapi: { readonly dashboardSession: string; readonly apiKey: string }
  cloudnexus: { readonly apiKey: string }
  cloudcasa: { readonly apiKey: string }
  cloodot: { readonly apiKey: string }
}

/** The providers' time. All expiry, grace, billing periods and rate windows follow it; delays and drips do not. */
export interface SandboxClock {
  nowMs(): number
  nowIso(): string
  /** Moves time forward by `ms`. */
  advance(ms: number): void
}

export type KeyStatus = 'active' | 'grace' | 'expired' | 'disabled' | 'revoked'

/** One key as the provider has it at this moment. */
export interface KeyState {
  readonly id: string
  readonly name: string
  readonly status: KeyStatus
  /** ISO 8601 UTC; during grace the end of it. */
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
  readonly scopes: readonly string[]
  /** Whether this very value opens the provider's door as this key, now. */
  secretWorks(value: string): boolean
}

/** One request as the server saw it. Never holds a secret. */
export interface LoggedRequest {
  /** ISO 8601 UTC, the sandbox's time. */
  readonly at: string
  readonly method: string
  /** Below the base path and without the query: `/keys/ck_1/revoke`. */
  readonly path: string
  /** `null` while unanswered, and when the connection was cut instead. */
  readonly status: number | null
  /** `apiKey`, `dashboardSession`, `key:<id>` for another key, or `null` for none or an unknown one. */
  readonly credentialName: string | null
  readonly bodyBytes: number
}

/** What an application does with a key. */
export interface KeyUse {
  /** Default GET. */
  readonly method?: string
  /** As it would stand in the log: `/v2/instances`. */
  readonly path?: string
  /** Default 127.0.0.1, which no allowlist refuses unless it is given here. */
  readonly ip?: string
  /** Default 1. */
  readonly times?: number
}

export interface PlanLimits {
  /** Active keys the plan allows (CloudCasa, CloudNexus); the management key is one of them. */
  readonly maxKeys?: number
  /** Requests a billing period (CloudAPI). */
  readonly quota?: number
}

export interface ProviderServer<N extends ProviderName = ProviderName> {
  readonly name: N
  /** Origin and base path without a slash at the end: `http://127.0.0.1:41000/api/v1`. */
  readonly baseUrl: string
  readonly origin: string
  readonly credentials: Credentials[N]
  /** Switches a fault on; the answer switches it off again. */
  fault(spec: FaultSpec): () => void
  clearFaults(): void
  faults(): readonly Fault[]
  readonly requests: readonly LoggedRequest[]
  clearRequests(): void
  /** How many requests came in for this method and path (below the base path). */
  countOf(method: string, path: RegExp): number
  keys(): readonly KeyState[]
  /** An application calls with this value. Answers the last call's HTTP status. */
  useKey(secret: string, use?: KeyUse): number
  /** The same by the key's id, for those who do not know its value. Throws on an unknown id. */
  useKeyById(id: string, use?: KeyUse): number
  readonly plan: string
  /** Throws on a plan the provider does not have, naming those it has. */
  setPlan(plan: string, limits?: PlanLimits): void
  /** Sets reported use: Cloudoora by metric (`bandwidth`, `disk`, `cpu`, `memory`), CloudAPI `requests`. */
  setUsage(used: Readonly<Record<string, number>>): void
  /** The usage log (CloudAPI has none, so its stays empty). */
  readonly logs: LogView
}

export type Providers = { readonly [N in ProviderName]: ProviderServer<N> }

export interface Sandbox {
  readonly providers: Providers
  readonly clock: SandboxClock
  /** Cuts every connection and stops every server. */
  close(): Promise<void>
}

export interface SandboxOptions {
  /** Default: the real time, from which `advance` moves away. A manual clock with `pass` is moved through that. */
  readonly clock?: { nowMs(): number; pass?(ms: number): void }
  /** Which to start; default all. To touch another one throws. */
  readonly providers?: readonly ProviderName[]
  /** Makes ids the same in every run. Secrets stay random. */
  readonly seed?: string | number
  readonly plans?: Readonly<Partial<Record<ProviderName, { readonly plan: string } & PlanLimits>>>
  /** Fixed ports: `first` for Cloudoora, the following ones for the others in the order of `PROVIDER_NAMES`. */
  readonly ports?: { readonly first: number }
  /** Puts some foreign keys there, as an account in use has them. */
  readonly samples?: boolean
}
