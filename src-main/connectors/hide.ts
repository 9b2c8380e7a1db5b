import { toLine } from '../importers/clean'
import { fitsGrammar } from './grammar'
import { createHiding } from './hiding'
import type { Kind } from './manifest/kind'

const LONGEST_MESSAGE = 200
const MOST_READ = 4_000
/** What has no prefix is taken for a key from this length on. */
const SHORTEST_UNMARKED = 16
/** A shorter prefix begins ordinary words too. */
const SHORTEST_PREFIX = 3
const LONGEST_WORD = 20
/** Letters of a word on average: random ones change their case sooner. */
const SHORTEST_WORDS = 4
/** Characters of one message that are held against patterns; they come from manifests, and may be slow ones. */
const MOST_FITTED = 2_000
const DOTS = '••••'

type Format = Kind['format']

/**
 * A provider's message as it may be shown: one line, at most 200 characters, without control characters, and with every
 * secret in it replaced, also where it was cut, spelled otherwise or encoded. What looks like a key of one of `formats`
 * is replaced too: the provider may name another one than ours.
 */
export function showMessage(text: string, secrets: readonly string[], formats: readonly Format[] = []): string {
  const plain = toPlain(text.slice(0, MOST_READ))
  const taken = plain.slice(0, MOST_READ * 2)
  const isCut = text.length > MOST_READ || plain.length > taken.length
  const shown = createHiding(secrets)(taken)
  return toLine(hideKeys(isCut ? withoutEnd(shown, secrets) : shown, formats), LONGEST_MESSAGE)
}

/** Where a text was cut a secret may have been cut in two, and of one half too little may be left to know it. */
function withoutEnd(shown: string, secrets: readonly string[]): string {
  const longest = Math.max(0, ...secrets.map((secret) => secret.length * 3))
  const hidden = shown.lastIndexOf(DOTS)
  return shown.slice(0, Math.max(shown.length - longest, hidden === -1 ? 0 : hidden + DOTS.length))
}

/** Compatible forms of a character become one (Unicode, NFKC); what is not seen goes. */
function toPlain(text: string): string {
  return text.normalize('NFKC').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '')
}

function hideKeys(text: string, formats: readonly Format[]): string {
  return hideFitting(hidePrefixed(text, formats), formats)
}

const SIGN = '[A-Za-z0-9_.~+/=-]'

/** A prefix alone is what the provider tells of its keys; with anything behind it, it is one. */
function hidePrefixed(text: string, formats: readonly Format[]): string {
  const prefixes = [...new Set(formats.flatMap((format) => format.prefixes.map((prefix) => prefix.normalize('NFKC'))))]
  const long = alternatives(prefixes.filter((prefix) => prefix.length >= SHORTEST_PREFIX))
  const short = alternatives(prefixes.filter((prefix) => prefix.length < SHORTEST_PREFIX))
  const marked =
    long === '' ? text : text.replace(new RegExp(`(?:${long})[_.~+/=-]{0,8}[A-Za-z0-9]${SIGN}*`, 'giu'), DOTS)
  if (short === '') return marked
  return marked.replace(
    new RegExp(`(?<![A-Za-z0-9])(?:${short})${SIGN}{${SHORTEST_UNMARKED.toString()},}`, 'giu'),
    DOTS
  )
}

/** The longest first: one may begin with another. */
function alternatives(prefixes: readonly string[]): string {
  return prefixes
    .toSorted((one, other) => other.length - one.length)
    .map((prefix) => prefix.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('|')
}

/** Where a token may end differs by format: with and without what joins words and parts of an address. */
const TOKENS = [/[A-Za-z0-9_.~+/=-]{16,}/g, /[A-Za-z0-9_-]{16,}/g, /[A-Za-z0-9]{16,}/g]

function hideFitting(text: string, formats: readonly Format[]): string {
  const patterns = [...new Set(formats.flatMap(({ pattern }) => pattern ?? []))]
  if (patterns.length === 0) return text
  let left = MOST_FITTED
  const isKey = (token: string): boolean =>
    !isWords(token) &&
    patterns.some((pattern) => {
      left -= token.length
      // Rather too little is shown than too much.
      return left < 0 || fitsGrammar(pattern, token)
    })
  return TOKENS.reduce((shown, tokens) => shown.replace(tokens, (token) => (isKey(token) ? DOTS : token)), text)
}

/** rate_limit_exceeded, InvalidParameter: letters only, in words of a usual length. */
function isWords(token: string): boolean {
  const words = token.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== '')
  return (
    !/\d/.test(token) &&
    words.every((word) => word.length <= LONGEST_WORD && /^(?:[A-Z]?[a-z]*|[A-Z]*)$/.test(word)) &&
    token.length >= words.length * SHORTEST_WORDS
  )
}
