import { describe, expect, it } from 'vitest'
import { parseTime } from '@main/connectors/times'

const AT = '2026-11-20T09:30:00.000Z'

describe('a time', () => {
  it.each([
    ['iso', '2026-11-20T09:30:00Z', AT],
    ['iso', '2026-11-20T10:30:00.000+01:00', AT],
    ['iso', '2026-11-20T09:30:00', AT],
    ['date', '2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['unix_s', 1_795_167_000, AT],
    ['unix_ms', 1_795_167_000_000, AT],
    ['rfc1123', 'Fri, 20 Nov 2026 09:30:00 GMT', AT],
    ['rfc1123', 'Fri, 20 Nov 2026 10:30:00 +0100', AT]
  ] as const)('%s: %s', (format, value, expected) => {
    expect(parseTime(value, format)).toBe(expected)
  })

  it.each([
    ['iso', 1_795_167_000],
    ['iso', 'tomorrow'],
    ['iso', ['2026-11-20T09:30:00Z']],
    ['date', '2026-11-20T09:30:00Z'],
    ['date', '2026-13-45'],
    ['unix_s', '1795167000'],
    ['unix_ms', 1e300],
    ['rfc1123', '2026-11-20']
  ] as const)('%s is not %j', (format, value) => {
    expect(parseTime(value, format)).toBeNull()
  })
})
