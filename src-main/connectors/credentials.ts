import { AppError } from '@contract/errors'
import type { Manifest } from './manifest'
import type { Credential } from './manifest/account'
import { fillText, type Blanks } from './templates'

/** How a credential goes along with a request. */
export interface Sent {
  readonly headers: Readonly<Record<string, string>>
  readonly query: readonly (readonly [string, string])[]
}

const NOTHING: Sent = { headers: {}, query: [] }

/** A credential's value. Throws `credential-missing`: the connection is not known here, so the provider is named. */
export function credentialValue(manifest: Manifest, id: string, values: Readonly<Record<string, string>>): string {
  const value = Object.hasOwn(values, id) ? values[id] : undefined
  if (value !== undefined && value !== '') return value
  const credential = manifest.credentials[id]?.label ?? id
  throw new AppError('credential-missing', { credential, connection: manifest.name })
}

/** A value, and what it becomes where a header holds it in another form: user and password in base64 (RFC 7617). */
export function formsOf(credential: Credential, value: string, variables: Blanks): string[] {
  const headers = Object.values(sendCredential(credential, value, variables).headers)
  return [value, ...headers.filter((header) => !header.includes(value)).map((header) => header.replace(/^\S+ /, ''))]
}

/** Puts `value` where `credential` goes: a header, a query parameter, nowhere. */
export function sendCredential(credential: Credential, value: string, variables: Blanks): Sent {
  switch (credential.kind) {
    case 'bearer':
      return { ...NOTHING, headers: { authorization: `Bearer ${value}` } }
    case 'header':
      return { ...NOTHING, headers: { [credential.header.toLowerCase()]: credential.prefix + value } }
    case 'basic': {
      const user = credential.secretIs === 'user' ? value : (fillText(credential.user, variables) ?? '')
      const password = credential.secretIs === 'user' ? '' : value
      const pair = Buffer.from(`${user}:${password}`, 'utf8').toString('base64')
      return { ...NOTHING, headers: { authorization: `Basic ${pair}` } }
    }
    case 'query':
      return { ...NOTHING, query: [[credential.param, value]] }
    case 'body':
    case 'none':
      return NOTHING
  }
}
