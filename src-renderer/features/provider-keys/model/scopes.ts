import type { ScopeChoice, ScopeModel } from '@contract/model/connector'

const WEIGHT = { read: 0, write: 1, admin: 2 } as const

/** The catalogue of the manifest, with what the provider itself lists after it. */
export function withFetched(model: ScopeModel, fetched: readonly ScopeChoice[]): ScopeModel {
  const known = new Set(model.catalogue.map(({ id }) => id))
  return { ...model, catalogue: [...model.catalogue, ...fetched.filter(({ id }) => !known.has(id))] }
}

/** The entries in which every word of `query` occurs, in id, label or sentence. */
export function searchScopes(catalogue: readonly ScopeChoice[], query: string): ScopeChoice[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return catalogue.filter(({ id, label, description }) => {
    const text = `${id} ${label} ${description}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The chosen scopes that give power over the account itself, as the provider calls them. */
export function adminAmong(chosen: readonly string[], catalogue: readonly ScopeChoice[]): string[] {
  return catalogue
    .filter(({ id, risk }) => risk === 'admin' && chosen.includes(id))
    .map(({ id, label }) => (label === '' ? id : label))
}

export interface Narrower {
  readonly chosen: string
  readonly instead: string
}

/** For each chosen scope the narrowest of the same resource, where there is a narrower one: `a:write` could be `a:read`. */
export function narrowerChoices(chosen: readonly string[], catalogue: readonly ScopeChoice[]): Narrower[] {
  return chosen.flatMap((scope) => {
    const narrowest = narrowestOf(scope, catalogue)
    return narrowest === null || chosen.includes(narrowest) ? [] : [{ chosen: scope, instead: narrowest }]
  })
}

/** The choice with the narrowest scope of the same resource in the place of each that has a narrower one. */
export function narrowed(chosen: readonly string[], catalogue: readonly ScopeChoice[]): string[] {
  return [...new Set(chosen.map((scope) => narrowestOf(scope, catalogue) ?? scope))]
}

/** The choice after one scope was chosen or taken away; where only one is possible it takes the other's place. */
export function toggled(model: Pick<ScopeModel, 'kind'>, chosen: readonly string[], scope: string): string[] {
  if (model.kind === 'single') return [scope]
  return chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope]
}

/** Whether a preset is exactly what is chosen. */
export function isPreset(preset: readonly string[], chosen: readonly string[]): boolean {
  return preset.length === chosen.length && preset.every((scope) => chosen.includes(scope))
}

function narrowestOf(scope: string, catalogue: readonly ScopeChoice[]): string | null {
  const own = catalogue.find(({ id }) => id === scope)
  const resource = resourceOf(scope)
  if (own?.risk == null || resource === null) return null
  const weight = WEIGHT[own.risk]
  const [narrowest] = catalogue
    .filter(({ id, risk }) => resourceOf(id) === resource && risk !== null && WEIGHT[risk] < weight)
    .sort((one, other) => WEIGHT[one.risk ?? 'admin'] - WEIGHT[other.risk ?? 'admin'])
  return narrowest?.id ?? null
}

function resourceOf(scope: string): string | null {
  const at = scope.lastIndexOf(':')
  return at <= 0 ? null : scope.slice(0, at)
}
