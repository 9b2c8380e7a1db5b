import { keyPrefixes } from '../importers/key-prefixes'

const DOTS = '••••••••'
const SHORTEST_WITH_TAIL = 24
const SHORTEST_WITH_PREFIX = 12

/** Longest first, so that `sk-proj-` is not taken for `sk-`. */
const PREFIXES = keyPrefixes.map(([prefix]) => prefix).sort((one, other) => other.length - one.length)

/**
 * The masked form of a secret: the prefix of a known issuer, always eight dots, and of a long issued key the last four
 * characters. Two secrets of different length look alike, and nothing is shown of one that no issuer is known for:
 * it may be a password, whose beginning is not for show.
 */
export function previewOf(secret: string): string {
  const prefix = PREFIXES.find((known) => secret.startsWith(known))
  if (prefix === undefined || secret.length - prefix.length < SHORTEST_WITH_PREFIX) return DOTS
  const tail = secret.slice(-4)
  const showsTail = secret.length - prefix.length >= SHORTEST_WITH_TAIL && /^[\x21-\x7e]{4}$/.test(tail)
  return prefix + DOTS + (showsTail ? tail : '')
}
