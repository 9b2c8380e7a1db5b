import { describe, expect, it } from 'vitest'
import { parseRanges } from '../../../../src-renderer/features/provider-keys/model/ip-ranges'

describe('IP ranges, one per line', () => {
  it('takes addresses and ranges of both families, once each', () => {
    const { ranges, problems } = parseRanges('203.0.113.0/24\n\n 198.51.100.7 \n2001:db8::/32,\n198.51.100.7')
    expect(ranges).toEqual(['203.0.113.0/24', '198.51.100.7', '2001:db8::/32'])
    expect(problems).toEqual([])
  })

  it('names the line of what is neither', () => {
    expect(parseRanges('203.0.113.0/24\noffice\n10.0.0.0/33\n12').problems).toEqual([
      { line: 2, text: 'office', meant: null },
      { line: 3, text: '10.0.0.0/33', meant: null },
      { line: 4, text: '12', meant: null }
    ])
  })

  it('says which range was meant where bits stand behind the prefix', () => {
    expect(parseRanges('203.0.113.9/24\n2001:db8::1/32').problems).toEqual([
      { line: 1, text: '203.0.113.9/24', meant: '203.0.113.0/24' },
      { line: 2, text: '2001:db8::1/32', meant: '2001:db8::/32' }
    ])
  })

  it('finds those that let every address in', () => {
    expect(parseRanges('0.0.0.0/0\n::/0\n10.0.0.0/8').open).toEqual(['0.0.0.0/0', '::/0'])
  })
})
