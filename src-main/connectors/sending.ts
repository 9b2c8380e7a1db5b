import type { AppError } from '@contract/errors'
import type { HttpRequest } from '../ports/http'
import type { Answer } from './answer'
import type { ConnectorParts, Exchange } from './connector'
import { credentialValue } from './credentials'
import type { OperationInput } from './input'
import type { Manifest } from './manifest'
import type { Operation } from './manifest/operation'

/** One operation as it is to be sent. */
export interface Sending {
  readonly operation: Operation
  readonly input: OperationInput
  /** Whether the answer is read, and so has to be JSON. */
  readonly needsJson: boolean
  readonly repeat: HttpRequest['repeat']
  /** The key's own value: what verify is sent with, what bodySecrets may name. */
  readonly secret?: string | null
  /** What was fetched before: `fetched` of the body expression, and the etag. */
  readonly fetched?: unknown
  readonly ifMatch?: string | null
  /** Parameters of the page, or the whole address of the next one. */
  readonly page?: { readonly in: 'query' | 'body'; readonly params: readonly (readonly [string, string | number])[] }
  readonly url?: string
  /** Statuses that are answered beside those of success. */
  readonly alsoAnswered?: readonly number[]
  /** The secret goes in the way of the operation's credential: verify. */
  readonly asSecret?: boolean
  readonly sending?: () => void
}

/** A manifest, one account and one moment: what every operation of an exchange shares. */
export interface Call {
  /** With the overrides of the connection. */
  readonly manifest: Manifest
  readonly parts: ConnectorParts
  readonly exchange: Exchange
  readonly host: string
  readonly baseUrl: string
  readonly variables: Readonly<Record<string, string>>
  /** Sends and reads the answer. Throws the codes of `Connector`; a failure by what the manifest says it means. */
  send(sending: Sending): Promise<Answer & { readonly url: string }>
  /** Evaluates an expression over what the provider said. Throws `provider-answer-unreadable`. */
  map(expression: string, input: unknown): Promise<unknown>
  unreadable(expected: string): AppError
}

/** The value of the credential an operation is sent with. Throws `credential-missing`. */
export function valueFor(call: Call, id: string): string {
  return credentialValue(call.manifest, id, call.exchange.account.credentials)
}
