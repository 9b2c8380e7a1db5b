import type { ConnectorDescription, OperationFacts } from '@contract/model/connector'

/** One operation of a manifest with the name its path is overridden by. */
export interface Endpoint extends OperationFacts {
  /** `account.test.path`, `key.operations.list.path`. */
  readonly name: string
  readonly operation: string
  /** The kind of key it is for; null for the account as a whole. */
  readonly kind: string | null
}

/** Every endpoint of a manifest, the account's first, then kind by kind. */
export function endpointsOf({ account, kinds }: ConnectorDescription): Endpoint[] {
  return [
    ...Object.entries(account).map(([operation, facts]) => ({
      ...facts,
      operation,
      kind: null,
      name: `account.${operation}.path`
    })),
    ...kinds.flatMap(({ id, label, operations }) =>
      Object.entries(operations).map(([operation, facts]) => ({
        ...facts,
        operation,
        kind: label,
        name: `${id}.operations.${operation}.path`
      }))
    )
  ]
}

// As the manifests' own rule: below the base URL, without ? and #, blanks written {name}.
const path = /^\/(?:[A-Za-z0-9\-._~!$&'()*+,;=:@%/]|\{[A-Za-z][A-Za-z0-9_]*\})*$/
const climbing = /\/\/|(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i

/** Whether a text can stand as the path of an endpoint. */
export function isPath(text: string): boolean {
  return path.test(text) && !climbing.test(text)
}

/** The overrides that say something else than the manifest. */
export function realOverrides(
  typed: Readonly<Record<string, string>>,
  endpoints: readonly Endpoint[]
): Record<string, string> {
  const stated = new Map(endpoints.map((endpoint) => [endpoint.name, endpoint.path]))
  return Object.fromEntries(
    Object.entries(typed)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([name, value]) => value !== '' && stated.get(name) !== value)
  )
}
