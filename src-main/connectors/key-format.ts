import { fitsGrammar } from './grammar'
import type { Kind } from './manifest/kind'

type Format = Kind['format']

/** What is hidden is at least this long; a shorter value shows nothing of itself. */
const SHORTEST_HIDDEN = 8

/** Whether a value looks as the provider's keys do. Of a format that says nothing, every value does. */
export function fitsFormat(format: Format, secret: string): boolean {
  return prefixesOf(format, secret).some((prefix) => fitsRest(format, secret.slice(prefix.length)))
}

/** A value masked as its provider does: cnx_prod_8xK9..., clo_********. */
export function maskSecret(format: Format, secret: string): string {
  const { keepStart, keepEnd, fill, showPrefix } = format.mask
  const prefix = prefixesOf(format, secret)[0] ?? ''
  const rest = secret.slice(prefix.length)
  const shown = showPrefix ? prefix : ''
  if (rest.length < keepStart + keepEnd + SHORTEST_HIDDEN) return shown + fill
  return shown + rest.slice(0, keepStart) + fill + (keepEnd === 0 ? '' : rest.slice(-keepEnd))
}

/** What a provider lists as a key's masked form; where it is the key itself, that is masked here. */
export function safePreview(format: Format, preview: string): string {
  const isWhole = (format.prefixes.length > 0 || format.pattern !== null) && fitsFormat(format, preview)
  return isWhole && !/[*…•]|\.\.\./u.test(preview) ? maskSecret(format, preview) : preview
}

/** What of a value is secret: the prefix is the same for every key. */
export function withoutPrefix(format: Format, secret: string): string {
  return secret.slice(prefixesOf(format, secret)[0]?.length ?? 0)
}

/** The prefixes the value begins with, the longest first; "" where the format has none. */
function prefixesOf({ prefixes }: Format, secret: string): string[] {
  if (prefixes.length === 0) return ['']
  return prefixes.filter((prefix) => secret.startsWith(prefix)).sort((one, other) => other.length - one.length)
}

function fitsRest({ pattern, minLength, maxLength }: Format, rest: string): boolean {
  if (rest.length < (minLength ?? 1) || rest.length > (maxLength ?? Infinity)) return false
  return pattern === null || fitsGrammar(pattern, rest)
}
