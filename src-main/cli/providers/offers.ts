import type { Connection } from '@contract/model/connection'
import type { ConnectorDescription, KeyKind, ScopeChoice } from '@contract/model/connector'
import type { Context } from '../context'
import { CallFailed } from '../client'
import { ExplainedFailure } from '../explained-failure'
import { oneLine } from '../facts'
import { ask } from './ask'

type Of = 'roles' | 'projects' | 'services'
export interface Choice {
  readonly id: string
  readonly label: string
  readonly description: string
}

/** What one account offers for keys of one kind. */
export interface Offer {
  readonly context: Pick<Context, 'app' | 'call' | 'terminal'>
  readonly connection: Pick<Connection, 'id' | 'mode'>
  readonly connector: ConnectorDescription
  readonly kind: KeyKind
}

/** The roles, projects or services the account has now; none where it cannot be asked for them. */
export async function offered({ context, connection, connector }: Offer, of: Of): Promise<ScopeChoice[]> {
  if (connection.mode !== 'api' || connector.account[of] === undefined) return []
  return (await ask(context, 'connections.options', { id: connection.id, of })).items
}

/** Which value of a request a failure is about: what it is called on the command line, and what there is to choose. */
const PLACES: Readonly<Record<string, { option: string; choices: (offer: Offer) => Promise<readonly Choice[]> }>> = {
  scopes: { option: '--scope', choices: ({ kind }) => Promise.resolve(kind.scopes.catalogue) },
  environment: { option: '--env', choices: ({ kind }) => Promise.resolve(kind.environments) },
  roles: { option: '--role', choices: (offer) => offered(offer, 'roles') },
  project: { option: '--project', choices: (offer) => offered(offer, 'projects') }
}

/**
 * Waits for `work`; a failure because of a value gains what the provider offers in its place, unless a `change` is not
 * possible there whatever the value.
 */
export async function explained<Value>(
  offer: Offer,
  work: Promise<Value>,
  job: 'make' | 'change' = 'make'
): Promise<Value> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error
    const name = placeOf(error)
    const place = PLACES[name]
    const editable: readonly string[] = offer.kind.editable
    if (place === undefined || (job === 'change' && !editable.includes(name))) throw error
    const choices = await place.choices(offer).catch(() => [])
    throw new ExplainedFailure(error, linesOf(place.option, choices, offer), choices)
  }
}

/** Choices one under the other, with the sentence of each. */
export function choiceLines(choices: readonly Choice[], indent = '    '): string[] {
  const width = Math.max(0, ...choices.map(({ id }) => id.length))
  return choices.map(({ id, label, description }) => {
    const words = [label === id ? '' : label, description].filter((text) => text !== '').join(': ')
    return `${indent}${id.padEnd(width)}  ${oneLine(words)}`.trimEnd()
  })
}

function placeOf({ envelope: { code, details } }: CallFailed): string {
  if (code === 'scope-unknown') return 'scopes'
  return code === 'input-invalid' && 'path' in details ? details.path : ''
}

function linesOf(option: string, choices: readonly Choice[], { kind }: Offer): string[] {
  if (choices.length === 0) return []
  const grammar = option === '--scope' ? kind.scopes.grammar : null
  const others = grammar === null ? [] : [`    or any that fits ${grammar}`]
  return [`    ${option} takes:`, ...choiceLines(choices, '      '), ...others]
}
