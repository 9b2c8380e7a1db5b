import type { ConnectionId, ConnectionMode, RemoteRequest } from '@contract/model/connection'
import type { KeyKind } from '@contract/model/connector'
import type { LocalFields } from '@contract/calls/connections'
import type { KeepPolicy } from '@contract/model/key'
import { isEnvName, suggestEnvName } from '../../../ui/env-name'
import { initialExpiry, toExpiryChoice, type ExpiryOption } from './expiry'
import { parseRanges } from './ip-ranges'

/** What the wizard holds. Everything stays when a step fails or is gone back to. */
export interface CreateValues {
  connectionId: ConnectionId | null
  kindId: string | null
  name: string
  description: string
  project: string | null
  environment: string | null
  services: string[]
  scopes: string[]
  roles: string[]
  expiry: ExpiryOption
  /** A day as `YYYY-MM-DD`, used when `expiry` is `date`. */
  expiryDay: string | null
  ipRanges: string
  envName: string
  tags: string[]
  favourite: boolean
  localProject: string
  localEnvironment: string
  keep: KeepPolicy
}

export const emptyCreate: CreateValues = {
  connectionId: null,
  kindId: null,
  name: '',
  description: '',
  project: null,
  environment: null,
  services: [],
  scopes: [],
  roles: [],
  expiry: 'default',
  expiryDay: null,
  ipRanges: '',
  envName: '',
  tags: [],
  favourite: false,
  localProject: '',
  localEnvironment: '',
  keep: 'vault'
}

export type CreateField =
  'name' | 'description' | 'project' | 'environment' | 'scopes' | 'roles' | 'expiryDay' | 'ipRanges' | 'envName'
export type CreateProblem =
  | 'nameNeeded'
  | 'nameTooLong'
  | 'descriptionTooLong'
  | 'projectNeeded'
  | 'environmentNeeded'
  | 'scopesNeeded'
  | 'rolesNeeded'
  | 'dayNeeded'
  | 'rangesWrong'
  | 'envNameRule'
export type CreateProblems = Partial<Record<CreateField, CreateProblem>>

const LONGEST_NAME = 200
const LONGEST_DESCRIPTION = 500

/** The values after a connection and kind were chosen: what the kind has no field for goes, its defaults come. */
export function forKind(values: CreateValues, connectionId: ConnectionId, kind: KeyKind): CreateValues {
  const same = values.connectionId === connectionId && values.kindId === kind.id
  if (same) return values
  const offered = new Set(kind.scopes.catalogue.map(({ id }) => id))
  const [environment, ...otherEnvironments] = kind.environments
  return {
    ...values,
    connectionId,
    kindId: kind.id,
    description: kind.description ? values.description : '',
    project: null,
    environment: environment !== undefined && otherEnvironments.length === 0 ? environment.id : null,
    services: [],
    scopes: values.scopes.filter((scope) => offered.has(scope)),
    roles: [],
    expiry: initialExpiry(kind.expiry),
    expiryDay: null,
    ipRanges: kind.ipRanges ? values.ipRanges : ''
  }
}

/** The values under another name; the env name follows until somebody writes one of their own. */
export function renamed(values: CreateValues, name: string): CreateValues {
  const follows = values.envName === suggestEnvName(values.name)
  return { ...values, name, envName: follows ? suggestEnvName(name) : values.envName }
}

/** What has to be put right in the provider's part. */
export function remoteProblems(values: CreateValues, kind: KeyKind): CreateProblems {
  const problems: CreateProblems = {}
  const name = values.name.trim()
  if (name === '') problems.name = 'nameNeeded'
  else if (name.length > nameMaxOf(kind)) problems.name = 'nameTooLong'
  if (values.description.trim().length > LONGEST_DESCRIPTION) problems.description = 'descriptionTooLong'
  if (kind.projects && values.project === null) problems.project = 'projectNeeded'
  if (kind.environments.length > 0 && values.environment === null) problems.environment = 'environmentNeeded'
  if (kind.scopes.kind !== 'none' && kind.scopes.required && values.scopes.length === 0)
    problems.scopes = 'scopesNeeded'
  if (kind.roles !== 'none' && values.roles.length === 0) problems.roles = 'rolesNeeded'
  if (kind.expiry.kind !== 'none' && values.expiry === 'date' && values.expiryDay === null) {
    problems.expiryDay = 'dayNeeded'
  }
  if (kind.ipRanges && parseRanges(values.ipRanges).problems.length > 0) problems.ipRanges = 'rangesWrong'
  return problems
}

/** What has to be put right in the vault's part. */
export function localProblems(values: CreateValues): CreateProblems {
  const name = values.envName.trim()
  return name !== '' && !isEnvName(name) ? { envName: 'envNameRule' } : {}
}

/** The provider's part as it is sent: nothing that the kind has no field for. */
export function toRequest(values: CreateValues, kind: KeyKind): RemoteRequest {
  return {
    name: values.name.trim(),
    description: kind.description ? values.description.trim() : '',
    scopes: kind.scopes.kind === 'none' ? [] : [...values.scopes],
    roles: kind.roles === 'none' ? [] : [...values.roles],
    services: kind.services ? [...values.services] : [],
    ipRanges: kind.ipRanges ? [...parseRanges(values.ipRanges).ranges] : [],
    environment: kind.environments.length > 0 ? values.environment : null,
    project: kind.projects ? values.project : null,
    expiry: kind.expiry.kind === 'none' ? { kind: 'default' } : toExpiryChoice(values.expiry, values.expiryDay)
  }
}

/** The vault's part. What is empty is left to what the provider says. */
export function toLocal(values: CreateValues): LocalFields {
  return {
    envName: orNull(values.envName),
    tags: [...values.tags],
    notes: '',
    favourite: values.favourite,
    project: orNull(values.localProject),
    environment: orNull(values.localEnvironment),
    keep: values.keep
  }
}

/** The longest name that both the provider and the vault take. */
export function nameMaxOf({ nameMax }: Pick<KeyKind, 'nameMax'>): number {
  return Math.min(nameMax, LONGEST_NAME)
}

/** Whether nothing can be sent for this kind over this connection, so that the person works in the console. */
export function isByHand(mode: ConnectionMode, kind: KeyKind, operation: 'create' | 'update' | 'revoke'): boolean {
  return mode === 'guided' || kind.operations[operation] === undefined
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
