import ipaddr from 'ipaddr.js'

export interface RangeProblem {
  /** Counted from 1, as people count lines. */
  readonly line: number
  readonly text: string
  /** The range that was probably meant, where bits are set behind the prefix. */
  readonly meant: string | null
}

export interface ParsedRanges {
  readonly ranges: readonly string[]
  readonly problems: readonly RangeProblem[]
  /** Those that let every address in. */
  readonly open: readonly string[]
}

/** Reads ranges written one per line; empty lines and repetitions are left out. */
export function parseRanges(text: string): ParsedRanges {
  const ranges: string[] = []
  const problems: RangeProblem[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const range = raw.trim().replace(/,$/, '')
    if (range === '') continue
    const network = networkOf(range)
    if (network === range || (network !== null && !range.includes('/'))) {
      if (!ranges.includes(range)) ranges.push(range)
    } else problems.push({ line: index + 1, text: range, meant: network })
  }
  return { ranges, problems, open: ranges.filter((range) => range.endsWith('/0')) }
}

/** The network a range stands in, written as it was; null for what is neither an address nor a range. */
function networkOf(range: string): string | null {
  if (!range.includes('/')) return ipaddr.isValid(range) && !/^\d+$/.test(range) ? range : null
  if (!ipaddr.isValidCIDR(range)) return null
  const [address, bits] = ipaddr.parseCIDR(range)
  const network =
    address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(range) : ipaddr.IPv6.networkAddressFromCIDR(range)
  return network.toNormalizedString() === address.toNormalizedString() ? range : `${network.toString()}/${String(bits)}`
}
