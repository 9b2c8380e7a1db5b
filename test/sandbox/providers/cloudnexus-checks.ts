import { BlockList, isIP } from 'node:net'
import { isStrings, type Fields } from '../http/exchange.ts'
import type { KeyRecord } from '../state/key-book.ts'

export const SERVICES = ['compute', 'storage', 'network', 'billing', 'admin']
export const ENVIRONMENTS = ['prod', 'stg', 'dev']
const ACTIONS = ['read', 'write', 'admin']

/** The settings of a key a body may hold; what is not there stays `undefined`. */
export interface Settings {
  readonly name?: string
  readonly environment?: string
  readonly services?: string[]
  readonly scopes?: string[]
  readonly expiresMs?: number | null
  readonly ipAllowlist?: string[]
  readonly disabled?: boolean
}

/** Reads the settings of a body, or says what is wrong with it: the error's code and message. */
export function settingsOf(fields: Fields, allowed: readonly string[], nowMs: number): Settings | [string, string] {
  const unknown = Object.keys(fields).find((field) => !allowed.includes(field))
  if (unknown !== undefined) return ['unknown_field', `There is no field ${JSON.stringify(unknown)} here.`]
  const { name, environment, services, scopes, expires_at: expires, ip_allowlist: ips, status } = fields
  if (name !== undefined && (typeof name !== 'string' || name.trim() === '' || name.length > 100)) {
    return ['invalid_name', 'A name has 1 to 100 characters.']
  }
  if (environment !== undefined && (typeof environment !== 'string' || !ENVIRONMENTS.includes(environment))) {
    return ['invalid_environment', `The environment is one of ${ENVIRONMENTS.join(', ')}.`]
  }
  if (services !== undefined && (!isStrings(services) || !services.every((one) => SERVICES.includes(one)))) {
    return ['invalid_service', `The services are ${SERVICES.join(', ')}.`]
  }
  if (scopes !== undefined && (!isStrings(scopes) || scopes.length === 0 || !scopes.every(isScope))) {
    return ['invalid_scope', 'A scope is <resource>:<action>.']
  }
  if (ips !== undefined && (!isStrings(ips) || !ips.every(isCidr))) {
    return ['invalid_cidr', 'The allowlist holds CIDR ranges such as 203.0.113.0/24.']
  }
  const expiresMs = typeof expires === 'string' ? Date.parse(expires) : null
  if (expires !== undefined && expires !== null && (typeof expires !== 'string' || !((expiresMs ?? 0) > nowMs))) {
    return ['invalid_expiry', 'The expiry is a moment in the future, or null.']
  }
  if (status !== undefined && status !== 'active' && status !== 'disabled') {
    return ['invalid_status', 'The status is active or disabled.']
  }
  return {
    ...(name !== undefined && { name }),
    ...(environment !== undefined && { environment }),
    ...(services !== undefined && { services }),
    ...(scopes !== undefined && { scopes }),
    ...(ips !== undefined && { ipAllowlist: ips }),
    ...(expires !== undefined && { expiresMs }),
    ...(status !== undefined && { disabled: status === 'disabled' })
  }
}

/** Whether the key's allowlist lets this address in; the loopback itself (`null`) always may. */
export function lets({ ipAllowlist }: KeyRecord, ip: string | null): boolean {
  if (ip === null || ipAllowlist.length === 0) return true
  const list = new BlockList()
  for (const range of ipAllowlist) {
    const [address = '', bits] = range.split('/')
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4')
  }
  const version = isIP(ip)
  return version !== 0 && list.check(ip, version === 6 ? 'ipv6' : 'ipv4')
}

/**
 * Whether the scopes cover a call. Reading is covered by any action on the resource, the rest by write or admin.
 * Keys are the resource admin; what belongs to no resource is open to every key.
 */
export function covers(scopes: readonly string[], method: string, path: string): boolean {
  const resource = resourceOf(path)
  if (resource === null) return true
  const wanted = method === 'GET' ? ACTIONS : ['write', 'admin']
  return wanted.some((action) => scopes.includes(`${resource}:${action}`))
}

function resourceOf(path: string): string | null {
  if (/^\/(keys|logs)\b/.test(path)) return 'admin'
  if (/^\/instances\b/.test(path)) return 'compute'
  return SERVICES.find((resource) => path.startsWith(`/${resource}`)) ?? null
}

function isScope(scope: string): boolean {
  const [resource = '', action = '', more] = scope.split(':')
  return more === undefined && SERVICES.includes(resource) && ACTIONS.includes(action)
}

function isCidr(range: string): boolean {
  const [, address = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(range) ?? []
  const version = isIP(address)
  return version !== 0 && Number(bits) <= (version === 6 ? 128 : 32)
}
