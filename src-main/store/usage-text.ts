import { toLine } from '../importers/clean'
import { isLikelySecret } from '../importers/likely-secret'

/** What a provider tells of a call is foreign text, and may hold secrets that somebody put in an address. */

const LONGEST_PATH = 500
const LONGEST = { method: 20, address: 64, source: 60 } as const
const LONGEST_NAME = 40
const MOST_NAMES = 20
const HIDDEN = '…'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const HEX = /^[0-9a-f]+$/i
const NUMBERS = /^[\d.,:-]+$/
/** `key_7d1`: a short word and what tells one from another. */
const PREFIXED = /^[a-z]{2,12}[_-][A-Za-z0-9]+$/
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/
const VERSION = /^v\d+(?:\.\d+)*$/i
const LONGEST_HEX_ID = 24
const METHOD = /^[A-Za-z][A-Za-z_-]*$/
const NUMERIC_ADDRESS = /^(?=.*[.:])[0-9A-Fa-f:.*xX/%]+$/

/**
 * A path as it is kept: at most 500 characters on one line, without host, fragment and user, its query by names alone,
 * and with `…` for what follows the first four letters of a segment that looks like a token. Null when it is empty.
 */
export function cleanPath(text: string | null): string | null {
  const line = toLine(text, LONGEST_PATH * 4)
  if (line === '') return null
  const [address = ''] = line.split('#')
  const [before = '', ...query] = withoutHost(address).split('?')
  const path = before.split('/').map(cleanSegment).join('/')
  const names = query.length === 0 ? '' : queryNames(query.join('?'))
  return toLine(names === '' ? path : `${path}?${names}`, LONGEST_PATH) || null
}

/** A path with `{id}` for each segment that is an id, and without its query. */
export function endpointOf(path: string): string {
  const [address = ''] = path.split('?')
  return address
    .split('/')
    .map((segment) => (isId(segment) ? '{id}' : segment))
    .join('/')
}

/** `GET`; null for what cannot be a method. */
export function cleanMethod(text: string | null): string | null {
  const line = toLine(text, LONGEST.method)
  return METHOD.test(line) ? line.toUpperCase() : null
}

/** Where a call came from: its address, also one that the provider has hidden in part. */
export function cleanAddress(text: string | null): string | null {
  const line = toLine(text, LONGEST.address)
  return NUMERIC_ADDRESS.test(line) ? line : cleanWord(line, LONGEST.address)
}

/** Through what a call came: `API`. */
export function cleanSource(text: string | null): string | null {
  return cleanWord(text, LONGEST.source)
}

/** What looks like a secret is hidden. Null when it is empty. */
function cleanWord(text: string | null, longest: number): string | null {
  const line = toLine(text, longest)
  if (line === '') return null
  return line.split(' ').some(isToken) ? HIDDEN : line
}

function withoutHost(address: string): string {
  const found = /^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i.exec(address)
  if (found === null) return address
  const rest = address.slice(found[0].length)
  return rest === '' ? '/' : rest
}

function cleanSegment(segment: string): string {
  const [name = '', ...parameters] = segment.split(';')
  const kept = isToken(name) ? `${name.slice(0, 4)}${HIDDEN}` : name
  return [kept, ...parameters.map((parameter) => cleanName(parameter))].join(';')
}

function queryNames(query: string): string {
  const names = query.split('&').map(cleanName)
  return [...new Set(names)]
    .filter((name) => name !== '')
    .slice(0, MOST_NAMES)
    .join('&')
}

/** A name before its `=`. One that looks like a value, because nothing names it, is hidden. */
function cleanName(parameter: string): string {
  const [name = ''] = parameter.split('=')
  return isToken(name) || name.length > LONGEST_NAME ? HIDDEN : name
}

function isToken(segment: string): boolean {
  if (UUID.test(segment) || ULID.test(segment)) return false
  if (HEX.test(segment)) return segment.length > LONGEST_HEX_ID && /\d/.test(segment)
  // A signed token has dots between its parts.
  return [segment, ...segment.split('.')].some((part) => isLikelySecret('', part))
}

/** `1`, `2026-03-01`, `4f2a91c7be`, `key_7d1`: what tells one thing of a kind from another. */
function isId(segment: string): boolean {
  if (segment.includes(HIDDEN)) return true
  if (!/\d/.test(segment) || VERSION.test(segment)) return false
  return (
    NUMBERS.test(segment) ||
    UUID.test(segment) ||
    ULID.test(segment) ||
    PREFIXED.test(segment) ||
    (HEX.test(segment) && segment.length >= 8)
  )
}
