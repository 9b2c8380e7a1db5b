import type { Connection, ConnectionId } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import { connectorOf, type Connectors } from './connections-store'

/** The address requests go to; null when none is known. */
export function addressOf(connection: Connection, description: ConnectorDescription | undefined): string | null {
  return connection.baseUrl ?? description?.baseUrl ?? null
}

/** Name and port of an address, as failures say it; the address itself where it is not one yet. */
export function hostOf(address: string | null): string | null {
  return address === null ? null : URL.canParse(address) ? new URL(address).host : address
}

/**
 * What tells accounts apart that have the same provider and the same name, in as few facts as do: organisation and
 * other variables, host, the masked form of the credential; `added` says when an account was added, where nothing else
 * differs. Accounts with a name of their own have no mark.
 */
export function marksOf(
  connections: readonly Connection[],
  connectors: Connectors | null,
  added: (at: string) => string
): ReadonlyMap<ConnectionId, string> {
  const namesakes = new Map<string, Connection[]>()
  for (const connection of connections) {
    const name = JSON.stringify([connection.connectorId, connection.name.trim().toLowerCase()])
    namesakes.set(name, [...(namesakes.get(name) ?? []), connection])
  }
  const marks = new Map<ConnectionId, string>()
  for (const alike of namesakes.values()) {
    if (alike.length < 2) continue
    const facts = alike.map((connection) => factsOf(connection, connectors))
    const count = Math.max(...facts.map(({ length }) => length))
    let said = alike.map((): string[] => [])
    for (let at = 0; at < count && !areApart(said); at++) {
      if (new Set(facts.map((one) => one[at])).size < 2) continue
      said = said.map((before, which) => [...before, facts[which]?.[at] ?? ''].filter((fact) => fact !== ''))
    }
    const apart = areApart(said)
    said = said.map((facts, which) =>
      apart && facts.length > 0 ? facts : [...facts, added(alike[which]?.createdAt ?? '')]
    )
    alike.forEach(({ id }, which) => marks.set(id, (said[which] ?? []).join(' · ')))
  }
  return marks
}

/** In the same order for every account of a provider. */
function factsOf(connection: Connection, connectors: Connectors | null): string[] {
  const description = connectorOf(connectors, connection)
  const named = description?.variables.map(({ id }) => id) ?? Object.keys(connection.variables).sort()
  return [
    ...named.map((id) => connection.variables[id] ?? ''),
    hostOf(addressOf(connection, description)) ?? '',
    // Of a short credential nothing is shown but dots.
    connection.credentials.map(({ preview }) => (/^•*$/.test(preview) ? '' : preview)).join(' ')
  ]
}

function areApart(said: readonly (readonly string[])[]): boolean {
  return new Set(said.map((facts) => facts.join('\n'))).size === said.length
}
