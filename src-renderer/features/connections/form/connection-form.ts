import type { Connection, ConnectionFields } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import { endpointsOf, isPath, realOverrides } from '../endpoints'

/** What is typed of a connection. Credentials never come here: they stay in their fields until they are sent. */
export interface ConnectionFormValues {
  readonly name: string
  readonly mode: 'api' | 'guided'
  readonly baseUrl: string
  readonly variables: Readonly<Record<string, string>>
  readonly overrides: Readonly<Record<string, string>>
  readonly allowPrivate: boolean
  readonly ca: string
}

export type UrlProblem = 'urlNeeded' | 'urlInvalid' | 'urlNotHttps'

export interface ConnectionFormProblems {
  readonly name?: 'nameNeeded'
  readonly baseUrl?: UrlProblem
  readonly ca?: 'caInvalid'
  /** Ids of the variables that need a value. */
  readonly variables: readonly string[]
  /** Names of the overrides that are no paths. */
  readonly overrides: readonly string[]
}

/** What a new connection starts with: the provider's own name, numbered when it is taken. */
export function newConnectionForm(
  description: ConnectorDescription,
  taken: readonly string[] = []
): ConnectionFormValues {
  let name = description.name
  for (let number = 2; taken.includes(name); number++) name = `${description.name} ${String(number)}`
  return {
    name,
    mode: description.guided && Object.keys(description.account).length === 0 ? 'guided' : 'api',
    baseUrl: description.baseUrl ?? '',
    variables: Object.fromEntries(description.variables.map(({ id, default: value }) => [id, value ?? ''])),
    overrides: {},
    allowPrivate: false,
    ca: ''
  }
}

/** A saved connection as the form shows it. */
export function connectionFormOf(connection: Connection, description: ConnectorDescription): ConnectionFormValues {
  const { name, mode, baseUrl, variables, overrides, allowPrivate, ca } = connection
  const start = newConnectionForm(description)
  return {
    name,
    mode,
    baseUrl: baseUrl ?? start.baseUrl,
    variables: { ...start.variables, ...variables },
    overrides,
    allowPrivate,
    ca: ca ?? ''
  }
}

export function problemsIn(values: ConnectionFormValues, description: ConnectorDescription): ConnectionFormProblems {
  const name = values.name.trim() === '' ? { name: 'nameNeeded' as const } : {}
  if (values.mode === 'guided') return { ...name, variables: [], overrides: [] }
  const baseUrl = urlProblem(values.baseUrl.trim())
  const ca = values.ca.trim()
  return {
    ...name,
    ...(baseUrl !== null && { baseUrl }),
    ...(ca !== '' && !isCertificate(ca) && { ca: 'caInvalid' as const }),
    variables: description.variables
      .filter(({ id, required }) => required && (values.variables[id] ?? '').trim() === '')
      .map(({ id }) => id),
    overrides: Object.entries(values.overrides)
      .filter(([name, value]) => name.endsWith('.path') && value.trim() !== '' && !isPath(value.trim()))
      .map(([name]) => name)
  }
}

export function isFine({ variables, overrides, ...rest }: ConnectionFormProblems): boolean {
  return Object.keys(rest).length + variables.length + overrides.length === 0
}

/** What is sent: what the manifest says already is left to it, so that a newer manifest can say it better. */
export function toFields(values: ConnectionFormValues, description: ConnectorDescription): ConnectionFields {
  const baseUrl = values.baseUrl.trim()
  const ca = values.ca.trim()
  const variables = Object.entries(values.variables).map(([id, value]) => [id, value.trim()] as const)
  return {
    name: values.name.trim(),
    mode: values.mode,
    baseUrl: baseUrl === '' || baseUrl === description.baseUrl ? null : baseUrl,
    variables: Object.fromEntries(variables.filter(([, value]) => value !== '')),
    overrides: realOverrides(values.overrides, endpointsOf(description)),
    allowPrivate: values.allowPrivate,
    ca: ca === '' ? null : `${ca}\n`
  }
}

/** Whether the credentials would go to another origin than the one they were given for. */
export function movesAway(
  values: ConnectionFormValues,
  connection: Connection,
  description: ConnectorDescription
): boolean {
  const before = connection.baseUrl
  const after = toFields(values, description).baseUrl
  return before !== after && originOf(before) !== originOf(after)
}

function originOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).origin : null
}

function urlProblem(text: string): UrlProblem | null {
  if (text === '') return 'urlNeeded'
  // Blanks are filled from the variables; what stands in their place does not matter here.
  const address = text.replace(/\{\w+\}/g, 'x')
  if (!/^https?:\/\/[^/?#@\s]+/i.test(address) || !URL.canParse(address)) return 'urlInvalid'
  const { protocol, hostname, username, password, search, hash } = new URL(address)
  if (username + password + search + hash !== '') return 'urlInvalid'
  return protocol === 'https:' || isLoopback(hostname) ? null : 'urlNotHttps'
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}

function isCertificate(text: string): boolean {
  return /^-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----$/.test(text)
}
