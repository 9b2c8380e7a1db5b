import { AppError } from '@contract/errors'
import { isAddress, isAddressAllowed, type AddressPolicy } from './address-rules'

/** A URL that may be asked, in the one spelling the URL standard gives it. */
export interface JudgedUrl {
  readonly href: string
  /** `https://api.example.com`, with a port where it is not the scheme's own. */
  readonly origin: string
  /** What people are told: name and port, nothing else. */
  readonly host: string
  /** Without port and brackets. */
  readonly hostname: string
  /** It names this computer itself: 127.0.0.0/8, ::1 or localhost. */
  readonly loopback: boolean
}

/** Beyond it servers answer 414; it also bounds the work on foreign text. */
const LONGEST_URL = 8_192

// `URL` drops tabs and line breaks and turns backslashes into slashes: what is shown would not be what is asked.
const SILENTLY_CHANGED = /[\s\\\p{Cc}]/u

const FULL_ADDRESS = /^https?:\/\/([^/?#]+)/i

/**
 * Parses a provider's URL. Odd spellings of a host (decimal, octal, hex, percent-encoded, full-width, IDN) become
 * their plain form first (WHATWG URL §4.3) and are judged as that.
 * Throws `url-invalid` (also for user names, relative and empty-label hosts) and `url-not-https`.
 */
export function parseProviderUrl(text: string): JudgedUrl {
  const authority =
    text.length <= LONGEST_URL && !SILENTLY_CHANGED.test(text) ? FULL_ADDRESS.exec(text)?.[1] : undefined
  // An empty user name, `https://@host`, is gone once parsed.
  if (authority === undefined || authority.includes('@') || !URL.canParse(text)) throw new AppError('url-invalid', {})
  const url = new URL(text)
  const hostname = url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname
  // `example.com.` is another spelling of the same host: one is enough, and comparing stays simple.
  if (hostname.split('.').includes('')) throw new AppError('url-invalid', {})
  const loopback = isLoopbackName(hostname)
  if (url.protocol !== 'https:' && !loopback) throw new AppError('url-not-https', { host: url.host })
  return { href: url.href, origin: url.origin, host: url.host, hostname, loopback }
}

/**
 * Judges a URL by what its connection may do; a host name's addresses are judged when it is looked up.
 * Throws what {@link parseProviderUrl} throws, `url-other-host` when it is not of the policy's origin, and
 * `url-private` when it names an address the policy does not let it have.
 */
export function judgeUrl(text: string, policy: { readonly origin: string; readonly allowPrivate: boolean }): JudgedUrl {
  const url = parseProviderUrl(text)
  if (url.origin !== parseProviderUrl(policy.origin).origin) throw new AppError('url-other-host', { host: url.host })
  if (isAddress(url.hostname) && !isAddressAllowed(url.hostname, toAddressPolicy(url, policy.allowPrivate))) {
    throw new AppError('url-private', { host: url.host })
  }
  return url
}

/** What the addresses behind `url` may be. */
export function toAddressPolicy(url: JudgedUrl, allowPrivate: boolean): AddressPolicy {
  return { loopback: url.loopback, allowPrivate }
}

function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '::1' || (hostname.startsWith('127.') && isAddress(hostname))
}
