import { providerOfSecret } from './guess-provider'

const SECRET_WORDS = new Set(
  'password passwd pass pwd passphrase secret token key apikey credential credentials pat jwt'.split(' ')
)
/** Words that make a name one of a secret wherever they stand. */
const STRONG_WORDS = new Set('password passwd pwd passphrase secret apikey'.split(' '))
/** Last words that speak of something about a secret. */
const ABOUT_WORDS = new Set(
  (
    'ttl expiry expires expiration expire length count limit enabled disabled timeout url uri host port file path dir ' +
    'name id ids algorithm alg type prefix header min max size policy age days hours minutes seconds region rotation'
  ).split(' ')
)
const PUBLIC_WORDS = new Set(['public', 'publishable', 'pub'])
const PLAIN_WORDS = new Set('true false yes no on off null none nil undefined'.split(' '))
const PLACEHOLDERS = new Set('changeme change-me change_me replaceme todo example placeholder dummy secret'.split(' '))

const SHORTEST_RANDOM = 20
const LEAST_BITS_PER_CHARACTER = 3.5
const MEASURED_CHARACTERS = 256

/**
 * Whether the value called `name` is probably a secret: a known issuer's prefix, a private key, an address that
 * carries credentials, a name that says so, or text as random as keys are. Every step reads a bounded part of the
 * value or is one pass over it.
 */
export function isLikelySecret(name: string, value: string): boolean {
  const text = value.trim()
  if (text === '' || isReference(text) || PLAIN_WORDS.has(text.toLowerCase())) return false
  if (providerOfSecret(text) !== null) return true
  if (text.startsWith('-----BEGIN ')) return text.slice(0, 100).includes('PRIVATE KEY')
  const address = addressOf(text)
  if (address !== null) return carriesCredentials(address)
  const says = readName(name)
  if (says === 'public' || says === 'about') return false
  if (says === 'secret') return !PLACEHOLDERS.has(text.toLowerCase()) && !isSmallNumber(name, text)
  return looksRandom(text)
}

/** Points to a secret kept elsewhere: a variable, a template, a password manager's reference. */
function isReference(text: string): boolean {
  return (
    /^(?:\$\{|\$\(|\{\{|<|%[A-Z_]+%$|op:\/\/|\{REF:)/.test(text.slice(0, 200)) ||
    /^\$[A-Z_][A-Z0-9_]{0,100}$/.test(text)
  )
}

function readName(name: string): 'secret' | 'about' | 'public' | 'nothing' {
  const words = name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const last = words.at(-1) ?? ''
  if (words.some((word) => PUBLIC_WORDS.has(word))) return 'public'
  if (ABOUT_WORDS.has(last)) return 'about'
  if (words.some((word) => STRONG_WORDS.has(word))) return 'secret'
  // PROD_TOKEN_2 and API_KEY_OLD are told by the words before the last, MAX_TOKENS is not told at all.
  return words.slice(-2).some((word) => SECRET_WORDS.has(word)) ? 'secret' : 'nothing'
}

/** A short number is a password only where the name says password. */
function isSmallNumber(name: string, text: string): boolean {
  return /^\d{1,8}$/.test(text) && !/pass|pwd|pin/i.test(name.slice(0, 200))
}

function addressOf(text: string): string | null {
  return /^[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\//.test(text) ? text.slice(text.indexOf('://') + 3) : null
}

/** `user:password@`, a long token before `@` as in a Sentry DSN, or a Slack webhook, whose path is its key. */
function carriesCredentials(address: string): boolean {
  const end = address.search(/[/?#]/)
  const authority = end === -1 ? address : address.slice(0, end)
  if (authority === 'hooks.slack.com') return address.length > authority.length + 20
  const at = authority.lastIndexOf('@')
  if (at <= 0) return false
  const colon = authority.indexOf(':')
  return colon === -1 || colon > at ? at >= 16 : colon < at - 1 && !isReference(authority.slice(colon + 1, at))
}

/** Long enough, without blanks, of mixed kinds, and with the entropy of random text. */
function looksRandom(text: string): boolean {
  if (text.length < SHORTEST_RANDOM || /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)) return false
  const start = text.slice(0, MEASURED_CHARACTERS)
  if (!/^[A-Za-z0-9_+/=~-]+$/.test(start) || !/\d/.test(start) || !/[A-Za-z]/.test(start)) return false
  return bitsPerCharacter(start) >= LEAST_BITS_PER_CHARACTER
}

/** Shannon's entropy of the characters, in bits. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}
