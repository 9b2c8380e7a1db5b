import { describe, expect, it } from 'vitest'
import { isIpRange } from '@main/connectors/ip-range'

describe('an IP address or range', () => {
  it.each(['203.0.113.7', '203.0.113.0/24', '2001:db8::/32', '2001:db8::1', '0.0.0.0/0', '::/0'])(
    'takes %s',
    (text) => {
      expect(isIpRange(text)).toBe(true)
    }
  )

  it.each([
    '',
    '1.2.3',
    '0x7f.1',
    '010.0.0.1',
    '2130706433',
    '203.0.113.0/33',
    '203.0.113.7/24',
    '2001:db8::1/32',
    'fe80::1%eth0',
    '203.0.113.0/',
    'example.com'
  ])('refuses %s', (text) => {
    expect(isIpRange(text)).toBe(false)
  })
})
