import { describe, expect, it } from 'vitest'
import { addressKind } from '@main/connectors/http/address-rules'
import { checkHeaders } from '@main/connectors/http/header-rules'
import { retryAfterMs } from '@main/connectors/http/retry-after'
import { parseProviderUrl } from '@main/connectors/http/url-rules'

const LENGTH = 100 * 1024
const LIMIT_MS = 50
const ATTEMPTS = 5

const patterns = [
  ' ',
  '\t',
  '0',
  '1.',
  '-',
  '+',
  'A',
  'Aa',
  ',',
  ':',
  '::',
  '%',
  '\\',
  '/',
  '@',
  '.',
  '[',
  ']',
  'a',
  'é',
  '\0',
  'https://',
  '1:',
  'ff'
]
const starts = ['', 'https://', 'https://a', 'https://[', '1', '1.', 'Fri, ', '0x', '::ffff:', 'fe80::1%']
const ends = ['', '!', '\n', ' GMT', '/']

/** The least of some runs, of this thread alone: a busy machine and the collector do not count. */
function leastMs(work: () => unknown): number {
  let least = Infinity
  for (let attempt = 0; attempt < ATTEMPTS && least >= LIMIT_MS; attempt += 1) {
    const before = process.threadCpuUsage()
    try {
      work()
    } catch {
      // Refused is as good as taken: only the time counts.
    }
    const { user, system } = process.threadCpuUsage(before)
    least = Math.min(least, (user + system) / 1_000)
  }
  return least
}

const readers: Record<string, (text: string) => unknown> = {
  'a URL': parseProviderUrl,
  'an address': addressKind,
  'a header’s name': (text) => checkHeaders({ [text]: '' }),
  'a header’s value': (text) => checkHeaders({ 'x-a': text }),
  'Retry-After': (text) => retryAfterMs({ 'retry-after': text }, 0),
  Date: (text) => retryAfterMs({ 'retry-after': 'Fri, 20 Nov 2026 09:00:30 GMT', date: text }, 0)
}

describe('check 76: every regular expression used on foreign input runs 100 KB worst-case strings in under 50 ms', () => {
  it('check 76: sees work that is not', () => {
    expect(leastMs(() => /(?: +)+$/.test(`${' '.repeat(24)}!`))).toBeGreaterThan(LIMIT_MS)
  })

  it.each(Object.keys(readers))('check 76: in reading %s', (name) => {
    for (const pattern of patterns) {
      for (const start of starts) {
        for (const end of ends) {
          const text = `${start}${pattern.repeat(LENGTH / pattern.length)}${end}`
          expect(
            leastMs(() => readers[name]!(text)),
            JSON.stringify({ start, pattern, end })
          ).toBeLessThan(LIMIT_MS)
        }
      }
    }
  })
})
