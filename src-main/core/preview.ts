const DOTS = '••••••••'
const PREFIX = /^(?:[A-Za-z]{2,12}_){1,3}/
const SHORTEST_WITH_TAIL = 24

/**
 * The masked form of a secret: its issuer's prefix, always eight dots, and of long secrets the last four characters.
 * Two secrets of different length look alike, and nothing but the prefix is shown of short ones.
 */
export function previewOf(secret: string): string {
  const prefix = PREFIX.exec(secret.slice(0, 40))?.[0] ?? ''
  const body = secret.length - prefix.length
  if (body < SHORTEST_WITH_TAIL) return body < 12 ? DOTS : prefix + DOTS
  const tail = secret.slice(-4)
  return prefix + DOTS + (/^[\x21-\x7e]{4}$/.test(tail) ? tail : '')
}
