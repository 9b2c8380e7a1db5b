import ipaddr from 'ipaddr.js'

/** Whether `text` is one IP address or a CIDR range (RFC 4632, RFC 4291) with no bits set behind its prefix. */
export function isIpRange(text: string): boolean {
  if (!text.includes('/')) return isAddress(text)
  if (!ipaddr.isValidCIDR(text) || !isAddress(text.slice(0, text.indexOf('/')))) return false
  const [address] = ipaddr.parseCIDR(text)
  const network =
    address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(text) : ipaddr.IPv6.networkAddressFromCIDR(text)
  return network.toNormalizedString() === address.toNormalizedString()
}

/** Four decimal parts, or IPv6: the short, octal and hexadecimal forms of IPv4 mean another address to others. */
function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || (ipaddr.IPv6.isValid(text) && !text.includes('%'))
}
