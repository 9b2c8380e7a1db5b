import { AppError } from '@contract/errors'
import type { Connection } from '@contract/model/connection'
import type { ConnectorDescription, KeyKind } from '@contract/model/connector'
import type { Client } from '../client'
import { UsageError } from '../usage-error'

/**
 * The connection that is meant by its name, its id or, where it is the only one, its connector's id. Throws
 * `connection-not-found`, and {@link UsageError} when several fit.
 */
export async function findConnection(call: Client, wanted: string): Promise<Connection> {
  const { items } = await call('connections.list', {})
  const tests: ((one: Connection) => boolean)[] = [
    ({ id }) => id === wanted,
    ({ name }) => name === wanted,
    ({ name }) => name.toLowerCase() === wanted.toLowerCase(),
    ({ connectorId }) => connectorId === wanted.toLowerCase()
  ]
  for (const fits of tests) {
    const [only, ...others] = items.filter(fits)
    if (only === undefined) continue
    if (others.length === 0) return only
    const ids = [only, ...others].map(({ id, name }) => `${id} (${name})`).join(', ')
    throw new UsageError(`Several connections are called “${wanted}”; nothing was changed. Name it by its id: ${ids}.`)
  }
  throw new AppError('connection-not-found', { name: wanted })
}

/** Throws `connector-not-found`. */
export async function findConnector(call: Client, id: string): Promise<ConnectorDescription> {
  const { items } = await call('connectors.list', {})
  const wanted = id.toLowerCase()
  const found = items.find((one) => one.id === wanted) ?? items.find(({ name }) => name.toLowerCase() === wanted)
  if (found === undefined) throw new AppError('connector-not-found', { connector: id })
  return found
}

/** The kind of key that is meant. Throws {@link UsageError} with what there is. */
export function findKind({ name, kinds }: ConnectorDescription, wanted: string | undefined): KeyKind {
  const [first] = kinds
  if (wanted === undefined && kinds.length === 1 && first !== undefined) return first
  const found = kinds.find(({ id, label }) => id === wanted || label.toLowerCase() === wanted?.toLowerCase())
  if (found !== undefined) return found
  const offered = kinds.map(({ id, label }) => `${id} (${label})`).join(', ')
  throw new UsageError(
    wanted === undefined
      ? `${name} has several kinds of keys; nothing was changed. Choose one with --kind: ${offered}.`
      : `${name} has no kind of key called “${wanted}”; nothing was changed. There is ${offered}.`
  )
}
