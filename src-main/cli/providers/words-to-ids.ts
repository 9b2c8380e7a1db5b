import { UsageError } from '../usage-error'
import { offered, type Choice, type Offer } from './offers'

/** What was typed for a key at a provider, each by its id or as the provider's console writes it. */
export interface TypedWords {
  readonly scopes: readonly string[]
  readonly roles: readonly string[]
  readonly services: readonly string[]
  readonly project: string | null
  readonly environment: string | null
}

/**
 * The ids for what was typed. The account is asked only for what was typed and can be listed. Throws {@link UsageError}
 * for a role, project or service that it does not have; scopes are judged by whoever sends them.
 */
export async function toIds(offer: Offer, typed: TypedWords): Promise<TypedWords> {
  const { kind } = offer
  const [project] = await among(offer, 'projects', kind.projects && typed.project !== null ? [typed.project] : [])
  return {
    scopes: toScopeIds(offer, typed.scopes),
    roles: await among(offer, 'roles', typed.roles),
    services: await among(offer, 'services', typed.services),
    project: project ?? typed.project,
    environment: typed.environment === null ? null : (match(kind.environments, typed.environment) ?? typed.environment)
  }
}

export function toScopeIds({ kind }: Pick<Offer, 'kind'>, typed: readonly string[]): string[] {
  return [...new Set(typed.map((word) => match(kind.scopes.catalogue, word) ?? word))]
}

async function among(
  offer: Offer,
  of: 'roles' | 'projects' | 'services',
  typed: readonly string[]
): Promise<readonly string[]> {
  if (typed.length === 0) return []
  const choices = await offered(offer, of)
  if (choices.length === 0) return typed
  return typed.map((word) => {
    const id = match(choices, word)
    if (id !== null) return id
    const labels = choices.map(({ id: known, label }) => (known === label ? known : `${label} (${known})`)).join(', ')
    throw new UsageError(
      `${offer.connector.name} has no “${word}” among its ${of}; nothing was changed. There is ${labels}.`
    )
  })
}

function match(choices: readonly Choice[], word: string): string | null {
  const lower = word.toLowerCase()
  const found =
    choices.find(({ id }) => id === word) ??
    choices.find(({ id, label }) => id.toLowerCase() === lower || label.toLowerCase() === lower)
  return found?.id ?? null
}
