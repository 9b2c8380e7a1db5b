import type { Instant } from '@contract/model/base'
import type { RemoteKey } from '@contract/model/connection'
import type {
  AccountOperation,
  ConnectorDescription,
  KeyOperation,
  ManifestProblem,
  ScopeChoice
} from '@contract/model/connector'
import type { HttpClient, HttpPolicy, HttpRequest, HttpWait } from '../ports/http'
import type { UsagePage, UsageStart, UsageTotals } from './usage-facts'

/** When a key ends, in every form a manifest may want; all null for `never`, and for `default` nothing is sent. */
export type Expiry =
  | { readonly kind: 'default' }
  | { readonly kind: 'never' }
  | { readonly kind: 'at'; readonly at: Instant; readonly days: number }

/** A new key, already checked against the manifest. */
export interface CreateInput {
  readonly name: string
  readonly description: string
  readonly scopes: readonly string[]
  readonly roles: readonly string[]
  readonly services: readonly string[]
  readonly ipRanges: readonly string[]
  readonly environment: string | null
  readonly project: string | null
  readonly expiry: Expiry
}

export type UpdateInput = Partial<Pick<CreateInput, 'name' | 'description' | 'scopes' | 'roles' | 'ipRanges'>>

/** One account as an operation needs it. Credentials are named as in the manifest and leave this object in headers only. */
export interface Account {
  readonly baseUrl: string
  readonly variables: Readonly<Record<string, string>>
  readonly overrides: Readonly<Record<string, string>>
  readonly credentials: Readonly<Record<string, string>>
  readonly policy: Pick<HttpPolicy, 'allowPrivate' | 'ca' | 'paceKey'>
}

export interface Exchange {
  readonly account: Account
  readonly signal: AbortSignal
  readonly nowMs: number
  readonly waiting?: (wait: HttpWait | null) => void
}

/** A key that was just made. `previousEndsAt` is when the value it replaces dies: null when that is not known. */
export interface MadeKey {
  readonly key: RemoteKey
  readonly secret: string
  readonly previousEndsAt: Instant | null
}

/** What the provider says of the account; null where it says nothing. */
export interface AccountFacts {
  readonly plan: string | null
  readonly keysUsed: number | null
  readonly keysLimit: number | null
}

/**
 * One provider, spoken to as its manifest says. Every method throws the `provider-*` and `url-*` codes,
 * `operation-not-offered`, `credential-missing`, `cancelled`; what comes from the provider is checked and cleaned.
 *
 * `create`, `rotate`, `update`, `renew`, `disable`, `enable` are sent at most once. When it cannot be known whether the
 * provider carried one out (no answer, a reset, 5xx, an answer that lacks the secret) they throw
 * `provider-outcome-unknown`; every other failure means that nothing was done there.
 */
export interface Connector {
  readonly description: ConnectorDescription
  offers(kind: string, operation: KeyOperation): boolean
  offersAccount(operation: AccountOperation): boolean
  /** Where requests of an account go: `https://api.example.com`. Throws `input-invalid`, `url-invalid`, `url-not-https`. */
  originFor(account: Pick<Account, 'baseUrl' | 'variables'>): string
  /** Refuses overrides a connection must not have. Throws `input-invalid` with the override's name and what was expected. */
  checkOverrides(overrides: Readonly<Record<string, string>>): void
  /** Asks something harmless with each credential that is there. */
  test(exchange: Exchange): Promise<void>
  account(exchange: Exchange): Promise<AccountFacts>
  options(of: 'roles' | 'projects' | 'scopes' | 'services', exchange: Exchange): Promise<ScopeChoice[]>
  list(kind: string, exchange: Exchange): Promise<RemoteKey[]>
  get(kind: string, remoteId: string, exchange: Exchange): Promise<RemoteKey>
  create(kind: string, input: CreateInput, exchange: Exchange): Promise<MadeKey>
  update(kind: string, current: RemoteKey, change: UpdateInput, exchange: Exchange): Promise<RemoteKey | null>
  /** `secret` is the old value, for providers that ask for it. */
  rotate(kind: string, current: RemoteKey, secret: string | null, exchange: Exchange): Promise<MadeKey>
  renew(kind: string, current: RemoteKey, expiry: Expiry, exchange: Exchange): Promise<RemoteKey | null>
  disable(kind: string, current: RemoteKey, exchange: Exchange): Promise<void>
  enable(kind: string, current: RemoteKey, exchange: Exchange): Promise<void>
  /** A key that is gone already counts as revoked. */
  revoke(kind: string, remoteId: string, exchange: Exchange): Promise<void>
  /** Whether the provider accepts this value now. */
  verify(kind: string, secret: string, exchange: Exchange): Promise<boolean>
  /** The request by which {@link Connector.verify} asks, with this value in place; nothing is sent. */
  sample(kind: string, secret: string, exchange: Exchange): Promise<HttpRequest>
  /** Checks a value against the key format; null when it fits, otherwise the format in words. */
  formatMismatch(kind: string, secret: string): string | null
  /** Whose calls one log of this kind tells: those with any key of the account, or with one. Null where there is none. */
  usageLogOf(kind: string): 'account' | 'key' | null
  /** What the account has used in this period, and what it renews. */
  usageTotals(exchange: Exchange): Promise<UsageTotals>
  /** One page of the calls made with one key, or with any where `remoteId` is null. */
  usageLogPage(kind: string, remoteId: string | null, start: UsageStart, exchange: Exchange): Promise<UsagePage>
}

/** Evaluates mapping expressions apart from this thread, with a time limit. */
export interface MappingRunner {
  /** Throws `provider-answer-unreadable`. Lanes take turns, so that the slow expressions of one do not hold up another. */
  run(expression: string, input: unknown, lane?: string): Promise<unknown>
  /** Ends at once, with all it was given: what is under way throws. The next run starts it anew. */
  end(): Promise<void>
}

export interface ConnectorParts {
  readonly http: HttpClient
  readonly mapping: MappingRunner
  /** `Keyquay/0.1.0`. */
  readonly userAgent: string
}

/** Every provider Keyquay can speak to: those it comes with and the manifests in the person's folder, read anew each time. */
export interface ConnectorBook {
  readonly folder: string
  all(): Promise<{
    readonly usable: readonly Connector[]
    readonly broken: readonly { readonly file: string; readonly problems: readonly ManifestProblem[] }[]
  }>
  /** The usable one with this id, or null. */
  find(id: string): Promise<Connector | null>
  /** Judges a manifest's text without using it. */
  check(text: string): {
    readonly problems: readonly ManifestProblem[]
    readonly description: ConnectorDescription | null
  }
  /**
   * Ends what runs beside this thread, with all it was given; the next use starts it anew. What is still being read
   * then fails as an answer that cannot be read: end what is under way before.
   */
  end(): Promise<void>
}
