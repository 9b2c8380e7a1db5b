import ipaddr from 'ipaddr.js'

/** Whether `text` is one IP address or a CIDR range (RFC 4632, RFC 4291) with no bits set behind its prefix. */
export function isIpRange(text: string): boolean {
  if (!text.includes('/')) return ipaddr.isValid(text) && !/^\d+$/.test(text)
  if (!ipaddr.isValidCIDR(text)) return false
  const [address] = ipaddr.parseCIDR(text)
  const network =
    address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(text) : ipaddr.IPv6.networkAddressFromCIDR(text)
  return network.toNormalizedString() === address.toNormalizedString()
}
