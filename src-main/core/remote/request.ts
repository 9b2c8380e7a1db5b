import { AppError } from '@contract/errors'
import type { ExpiryChoice, RemoteChange, RemoteRequest } from '@contract/model/connection'
import type { ExpiryModel, KeyKind } from '@contract/model/connector'
import type { CreateInput, Expiry, UpdateInput } from '../../connectors/connector'
import { isIpRange } from '../../connectors/ip-range'
import { fitsGrammar } from '../../connectors/grammar'

const DAY_MS = 86_400_000

/**
 * A request as the provider's manifest allows it. Throws `scope-unknown`, `ip-range-invalid`, and `input-invalid` with
 * the field and what the provider takes.
 */
export function toCreateInput(kind: KeyKind, request: RemoteRequest, nowMs: number): CreateInput {
  requireName(kind, request.name)
  if (request.description !== '' && !kind.description) throw invalid('description', 'not offered by this provider')
  requireScopes(kind, request.scopes)
  requireRoles(kind, request.roles)
  requireIpRanges(kind, request.ipRanges)
  if (kind.environments.length > 0 && !kind.environments.some(({ id }) => id === request.environment)) {
    throw invalid('environment', `one of ${kind.environments.map(({ id }) => id).join(', ')}`)
  }
  if (kind.projects && request.project === null) throw invalid('project', 'one of the account’s projects')
  return {
    name: request.name,
    description: request.description,
    scopes: request.scopes,
    roles: request.roles,
    services: kind.services ? request.services : [],
    ipRanges: request.ipRanges,
    environment: kind.environments.length > 0 ? request.environment : null,
    project: kind.projects ? request.project : null,
    expiry: toExpiry(kind.expiry, request.expiry, nowMs)
  }
}

/** A change as the manifest allows it. Throws as {@link toCreateInput} does. */
export function toUpdateInput(kind: KeyKind, change: RemoteChange): UpdateInput {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  const editable: readonly string[] = kind.editable
  const fixed = given.find(([field]) => !editable.includes(field))
  if (fixed !== undefined) throw invalid(fixed[0], 'not changeable after creation at this provider')
  if (change.name !== undefined) requireName(kind, change.name)
  if (change.scopes !== undefined) requireScopes(kind, change.scopes)
  if (change.roles !== undefined) requireRoles(kind, change.roles)
  if (change.ipRanges !== undefined) requireIpRanges(kind, change.ipRanges)
  return Object.fromEntries(given)
}

/** The moment a choice means, judged against what the provider offers. Throws `input-invalid`. */
export function toExpiry(model: ExpiryModel, choice: ExpiryChoice, nowMs: number): Expiry {
  if (choice.kind === 'default') return model.kind === 'presets' ? toPreset(model, model.defaultDays, nowMs) : choice
  if (model.kind === 'none') {
    if (choice.kind === 'never') return { kind: 'default' }
    throw invalid('expiry', 'keys of this provider do not expire')
  }
  if (choice.kind === 'never') {
    if (!model.allowNever) throw invalid('expiry', 'a date')
    return { kind: 'never' }
  }
  const days = choice.kind === 'days' ? choice.days : Math.ceil((Date.parse(choice.at) - nowMs) / DAY_MS)
  if (model.kind === 'presets') return toPreset(model, days, nowMs)
  if (days < (model.minDays ?? 1)) throw invalid('expiry', `at least ${String(model.minDays ?? 1)} days ahead`)
  if (model.maxDays !== null && days > model.maxDays) throw invalid('expiry', `at most ${String(model.maxDays)} days`)
  return { kind: 'at', at: choice.kind === 'date' ? choice.at : inDays(days, nowMs), days }
}

function toPreset(model: ExpiryModel, days: number | null, nowMs: number): Expiry {
  const preset = model.presets.find((offered) => offered.days === days)
  if (preset === undefined) throw invalid('expiry', model.presets.map(({ label }) => label).join(', '))
  return preset.days === null ? { kind: 'never' } : { kind: 'at', at: inDays(preset.days, nowMs), days: preset.days }
}

function inDays(days: number, nowMs: number): string {
  return new Date(nowMs + days * DAY_MS).toISOString()
}

function requireName(kind: KeyKind, name: string): void {
  if (name.length > kind.nameMax) throw invalid('name', `at most ${String(kind.nameMax)} characters`)
}

function requireScopes({ scopes: model }: KeyKind, scopes: readonly string[]): void {
  if (model.kind === 'none') {
    if (scopes.length > 0) throw invalid('scopes', 'keys of this provider have no scopes')
    return
  }
  if (model.kind === 'single' && scopes.length > 1) throw invalid('scopes', 'one of them')
  if (model.required && scopes.length === 0) throw invalid('scopes', 'at least one')
  for (const scope of scopes) {
    const known = model.catalogue.some(({ id }) => id === scope)
    if (!known && (model.grammar === null || !fitsGrammar(model.grammar, scope))) {
      throw new AppError('scope-unknown', { scope })
    }
  }
}

function requireRoles(kind: KeyKind, roles: readonly string[]): void {
  if (kind.roles === 'none' && roles.length > 0) throw invalid('roles', 'keys of this provider have no roles')
  if (kind.roles === 'one' && roles.length > 1) throw invalid('roles', 'one role')
  if (kind.roles !== 'none' && roles.length === 0) throw invalid('roles', 'at least one role')
}

function requireIpRanges(kind: KeyKind, ranges: readonly string[]): void {
  if (!kind.ipRanges && ranges.length > 0) throw invalid('ipRanges', 'not offered by this provider')
  const wrong = ranges.find((range) => !isIpRange(range))
  if (wrong !== undefined) throw new AppError('ip-range-invalid', { range: wrong })
}

function invalid(path: string, expected: string): AppError {
  return new AppError('input-invalid', { path, expected })
}
