import { AppError } from '@contract/errors'
import type { Manifest } from './manifest'
import { fitsGrammar } from './grammar'
import { parseProviderUrl } from './http/url-rules'

/** What stands in the blanks of a template; null and "" are empty. */
export type Blanks = Readonly<Record<string, string | null>>

const BLANK = /\{([A-Za-z][A-Za-z0-9_]*)\}/g
const AUTHORITY = /^(https?:\/\/)([^/]*)(.*)$/i
const HOST_PART = /^[A-Za-z0-9.-]+(?::\d{1,5})?$/

/** Percent-encodes all but unreserved characters (RFC 3986, section 2.3): level 1 of RFC 6570. */
export function encodePart(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`
  )
}

/**
 * Fills a path. Every blank needs a value, and none may stand for another place: `.` and `..` are dropped by every URL
 * parser, encoded or not (URL standard, "double-dot path segment"). Throws `input-invalid`.
 */
export function fillPath(path: string, blanks: Blanks): string {
  return path.replaceAll(BLANK, (_, name: string) => {
    const value = valueOf(blanks, name)
    if (value === '' || value === '.' || value === '..') {
      throw new AppError('input-invalid', { path: name, expected: 'a value that can stand in a path' })
    }
    return encodePart(value)
  })
}

/** What a blank holds; "" where nobody gave it anything. */
function valueOf(blanks: Blanks, name: string): string {
  return (Object.hasOwn(blanks, name) ? blanks[name] : null) ?? ''
}

/** Fills a text that is encoded later, such as a query value; null where it has blanks and one of them is empty. */
export function fillText(template: string, blanks: Blanks): string | null {
  const names = [...template.matchAll(BLANK)].map(([, name = '']) => name)
  if (names.some((name) => valueOf(blanks, name) === '')) return null
  return template.replaceAll(BLANK, (_, name: string) => valueOf(blanks, name))
}

/**
 * The base URL with the connection's variables in it, without a slash at its end. Throws `input-invalid` for a variable
 * that is missing or cannot stand in a host, `url-invalid`, `url-not-https`.
 */
export function fillBaseUrl(template: string, variables: Blanks): string {
  const parts = AUTHORITY.exec(template)
  if (parts === null) throw new AppError('url-invalid', {})
  const [, scheme = '', authority = '', rest = ''] = parts
  const host = authority.replaceAll(BLANK, (_, name: string) => {
    const value = valueOf(variables, name)
    if (HOST_PART.test(value)) return value
    throw new AppError('input-invalid', { path: `variables.${name}`, expected: 'the name of a host' })
  })
  const url = scheme + host + fillPath(rest, variables)
  if (/[?#]/.test(url)) throw new AppError('url-invalid', {})
  return parseProviderUrl(url).href.replace(/\/+$/, '')
}

/** `path` below `baseUrl` and nowhere else. Throws `url-invalid` where parsing leads out of it. */
export function joinUrl(baseUrl: string, path: string, query: readonly (readonly [string, string])[]): string {
  const url = baseUrl + path
  const parsed = parseProviderUrl(url)
  // Whatever a parser would drop, resolve or decode makes the two differ.
  if (/[?#]/.test(path) || (parsed.href !== url && parsed.href !== `${url}/`)) throw new AppError('url-invalid', {})
  const pairs = query.map(([name, value]) => `${encodePart(name)}=${encodePart(value)}`)
  return pairs.length === 0 ? parsed.href : `${parsed.href}?${pairs.join('&')}`
}

/** The connection's variables with the defaults of the manifest. Throws `input-invalid` at `variables.<id>`. */
export function fillVariables(manifest: Manifest, given: Readonly<Record<string, string>>): Record<string, string> {
  const filled = manifest.connection.variables.map(({ id, default: preset, required, options, pattern }) => {
    const value = (Object.hasOwn(given, id) ? given[id] : undefined) ?? preset ?? ''
    const say = (expected: string): AppError => new AppError('input-invalid', { path: `variables.${id}`, expected })
    if (value === '') {
      if (required) throw say('a value')
    } else if (options.length > 0 && !options.includes(value)) {
      throw say(`one of ${options.join(', ')}`)
    } else if (pattern !== null && !fitsGrammar(pattern, value)) {
      throw say(`a value that fits ${pattern}`)
    }
    return [id, value] as const
  })
  return Object.fromEntries(filled)
}
