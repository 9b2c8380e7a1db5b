import ipaddr from 'ipaddr.js'

/**
 * - `public`: may be a provider's;
 * - `loopback`: this computer, for loopback URLs only;
 * - `private`: needs the person's consent;
 * - `never`: link-local, a cloud's metadata service, multicast, unspecified, tunnels that hide another address.
 */
export type AddressKind = 'public' | 'loopback' | 'private' | 'never'

/** What a URL lets its host's addresses be. */
export interface AddressPolicy {
  /** The URL names this computer itself. */
  readonly loopback: boolean
  readonly allowPrivate: boolean
}

type Address = ipaddr.IPv4 | ipaddr.IPv6

const NEVER_RANGES = new Set<string>([
  'unspecified',
  'broadcast',
  'multicast',
  'linkLocal',
  'deprecatedSiteLocal',
  'discard',
  // An IPv4 address travels inside these; who reads it is not known (RFC 6145, 3056, 4380, 7526).
  'rfc6145',
  '6to4',
  'teredo'
])

/**
 * Metadata services outside 169.254.0.0/16, which hand credentials to whoever asks: AWS, Google, Scaleway, Alibaba,
 * Azure's wire server (a public address), Oracle. From their documentation.
 */
const METADATA = new Set(
  ['fd00:ec2::254', 'fd20:ce::254', 'fd00:42::42', '100.100.100.200', '168.63.129.16', '192.0.0.192'].map((address) =>
    ipaddr.parse(address).toNormalizedString()
  )
)

/** The only part of IPv6 that is given out (RFC 4291 §2.4); outside it lie `::127.0.0.1` and what is yet undefined. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')
const IPV4_COMPATIBLE = ipaddr.IPv6.parseCIDR('::/96')
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** The kind of the IP address `text`; what is none is `never`. Judged by the IANA special-purpose registries. */
export function addressKind(text: string): AddressKind {
  return isAddress(text) ? kindOf(ipaddr.parse(text)) : 'never'
}

/** Whether a request under `policy` may connect to the IP address `text`. */
export function isAddressAllowed(text: string, policy: AddressPolicy): boolean {
  const kind = addressKind(text)
  if (policy.loopback) return kind === 'loopback'
  return kind === 'public' || (kind === 'private' && policy.allowPrivate)
}

/** Whether `text` is an IP address in its usual spelling: four decimal parts, or IPv6 without brackets. */
export function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)
}

function kindOf(address: Address): AddressKind {
  if (METADATA.has(address.toNormalizedString())) return 'never'
  return address.kind() === 'ipv6' ? kindOfV6(address as ipaddr.IPv6) : kindOfRange(address.range())
}

function kindOfV6(address: ipaddr.IPv6): AddressKind {
  if (address.isIPv4MappedAddress()) return kindOf(address.toIPv4Address())
  // A network with NAT64 writes every IPv4 host so; only global ones may be (RFC 6052 §3.1).
  if (address.match(NAT64)) return kindOf(lastFourBytes(address)) === 'public' ? 'public' : 'never'
  const kind = kindOfRange(address.range())
  if (kind === 'loopback') return kind
  if (address.match(IPV4_COMPATIBLE)) return 'never'
  return kind === 'public' && !address.match(GLOBAL_UNICAST) ? 'private' : kind
}

function kindOfRange(range: string): AddressKind {
  if (range === 'unicast') return 'public'
  if (range === 'loopback') return 'loopback'
  return NEVER_RANGES.has(range) ? 'never' : 'private'
}

function lastFourBytes(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(-4))
}
