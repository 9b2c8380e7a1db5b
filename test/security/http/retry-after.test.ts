import { describe, expect, it } from 'vitest'
import { LONGEST_RETRY_AFTER_MS, retryAfterMs } from '@main/connectors/http/retry-after'
import { LONGEST_WAIT_MS, nextTryInMs } from '@main/connectors/http/retry'
import { answer } from '../../unit/connectors/http/fake-transport'

const DAY_MS = 86_400_000
const SENT = 'Fri, 20 Nov 2026 09:00:00 GMT'
const NOW_MS = Date.parse(SENT)

const table: [name: string, value: string, ms: number | null][] = [
  ['seconds', '12', 12_000],
  ['no seconds', '0', 0],
  ['seconds with spaces around', ' 7 ', 7_000],
  ['a fraction', '1.5', 1_500],
  ['less than a millisecond', '0.0001', 1],
  ['a negative number', '-5', 0],
  ['10^12', '1000000000000', LONGEST_RETRY_AFTER_MS],
  ['twenty digits', '9'.repeat(20), LONGEST_RETRY_AFTER_MS],
  ['a thousand digits', '9'.repeat(1_000), null],
  ['a date', 'Fri, 20 Nov 2026 09:00:30 GMT', 30_000],
  ['the date of the answer', SENT, 0],
  ['a past date', 'Fri, 20 Nov 2026 08:00:00 GMT', 0],
  ['a date years ahead', 'Sun, 20 Nov 2050 09:00:00 GMT', LONGEST_RETRY_AFTER_MS],
  ['a date of RFC 850', 'Friday, 20-Nov-26 09:00:45 GMT', 45_000],
  ['a date of asctime', 'Fri Nov 20 09:00:45 2026', 45_000],
  ['a day of asctime with a space', 'Fri Nov  6 09:00:45 2026', 0],
  ['a date that is none', 'Fri, 99 Nov 2026 09:00:30 GMT', null],
  ['a date in another zone', 'Fri, 20 Nov 2026 09:00:30 +0100', null],
  ['ISO 8601', '2026-11-20T09:00:30Z', null],
  ['an empty value', '', null],
  ['words', 'soon', null],
  ['words a lenient parser takes for a date', 'retry 1', null],
  ['an exponent', '1e3', null],
  ['hexadecimal', '0x10', null],
  ['infinity', 'Infinity', null],
  ['two values', '12, 30', null],
  ['full-width digits', '１２', null],
  ['a null byte', '12\0', null]
]

describe('check 73: Retry-After gives a wait within the clamp', () => {
  it.each(table)('check 73: %s', (_, value, ms) => {
    for (const skewMs of [0, DAY_MS, -DAY_MS]) {
      expect(retryAfterMs({ 'retry-after': value, date: SENT }, NOW_MS + skewMs)).toBe(ms)
    }
  })

  it.each(table)('check 73: what is waited for %s', (_, value, ms) => {
    const headers = { 'retry-after': value, date: SENT }
    for (const [skewMs, fraction] of [
      [0, 0],
      [DAY_MS, 0.5],
      [-DAY_MS, 0.999]
    ] as const) {
      const parts = { nowMs: NOW_MS + skewMs, random: () => fraction }
      for (const status of [408, 429, 503]) {
        const waitMs = nextTryInMs('read', { answer: answer(status, headers) }, 1, parts)
        if (ms !== null && ms > LONGEST_WAIT_MS) expect(waitMs).toBeNull()
        else expect(waitMs).toBe(Math.max(ms ?? 0, fraction * 1_000))
      }
    }
  })

  it('check 73: a date is measured by the clock here when the answer has no date of its own', () => {
    const headers = { 'retry-after': 'Fri, 20 Nov 2026 09:00:30 GMT' }
    expect(retryAfterMs(headers, NOW_MS)).toBe(30_000)
    expect(retryAfterMs(headers, NOW_MS + DAY_MS)).toBe(0)
    expect(retryAfterMs(headers, NOW_MS - 2 * DAY_MS)).toBe(LONGEST_RETRY_AFTER_MS)
    expect(retryAfterMs({ ...headers, date: 'junk' }, NOW_MS)).toBe(30_000)
  })

  it('a header that is missing asks for nothing', () => {
    expect(retryAfterMs({}, NOW_MS)).toBeNull()
  })
})
