import type { IncomingHttpHeaders } from 'node:http'
import type { KeyRecord } from '../state/key-book.ts'

export type Fields = Readonly<Record<string, unknown>>

/** Who calls. `refusal` is set for a credential that is known but dead, or unknown. */
export interface Caller {
  readonly name: string | null
  readonly key: KeyRecord | null
  readonly refusal: Answer | null
}

/** One request, read completely. `path` is below the provider's base path. */
export interface Request {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly bodyText: string
  /** The address the caller claims by `x-sandbox-ip`; `null` is the loopback itself. */
  readonly ip: string | null
}

/** A request that was let in. */
export interface Call extends Request {
  readonly params: Readonly<Record<string, string>>
  /** The JSON object of the body; empty without one. */
  readonly fields: Fields
  readonly caller: Caller
}

/** `body` is sent as JSON; none is sent without it. */
export interface Answer {
  readonly status: number
  readonly body?: Fields
  readonly headers?: Readonly<Record<string, string>>
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

/** A whole number from the query within bounds, or the default when it is none. */
export function numberFrom(query: URLSearchParams, name: string, standard: number, most: number): number {
  const given = Number(query.get(name) ?? standard)
  return Number.isInteger(given) && given >= 1 ? Math.min(given, most) : standard
}

/** The items after the one with this id, as many as asked, and the cursor for the next ones. */
export function pageAfter<T extends { readonly id: string }>(
  all: readonly T[],
  after: string | null,
  limit: number
): { items: readonly T[]; next: string | null } {
  const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1
  const items = all.slice(start, start + limit)
  return { items, next: start + limit < all.length ? (items.at(-1)?.id ?? null) : null }
}
