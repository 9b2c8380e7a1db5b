import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UsageQuota } from '@contract/model/usage'
import { toBuckets } from '../../../../src-renderer/features/usage/model/buckets'
import { shareText } from '../../../../src-renderer/features/usage/model/numbers'
import { spanText, tickText } from '../../../../src-renderer/features/usage/model/time'
import { burnDownOf } from '../../../../src-renderer/features/usage/quotas/burn-down'
import { amountText, foreseenText, markText, metricText } from '../../../../src-renderer/features/usage/quotas/quota-words'
import { boundsOf, everything, filterOf, isNarrowed } from '../../../../src-renderer/stores/call-view'

const DAY_MS = 86_400_000
const NOW_MS = Date.parse('2026-11-20T09:30:00.000Z')

beforeEach(() => {
  vi.stubEnv('TZ', 'UTC')
})

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('the bars over time', () => {
  it('stand for each day of a span, those without a call too', () => {
    const points = [{ at: '2026-11-18T00:00:00.000Z', requests: 5, errors: 2 }]
    const buckets = toBuckets({ bucket: 'day', points }, boundsOf('7d', NOW_MS), NOW_MS)
    expect(buckets).toHaveLength(8)
    expect(buckets.at(-1)?.untilMs).toBeGreaterThan(NOW_MS)
    expect(buckets.find(({ requests }) => requests > 0)).toMatchObject({ requests: 5, errors: 2, fine: 3 })
  })

  it('go from the first call to now where the span is open', () => {
    const points = [{ at: '2026-11-20T06:00:00.000Z', requests: 1, errors: 0 }]
    const buckets = toBuckets({ bucket: 'hour', points }, boundsOf('all', NOW_MS), NOW_MS)
    expect(buckets.map(({ requests }) => requests)).toEqual([1, 0, 0, 0])
  })
})

describe('days west of Greenwich', () => {
  it('are those of the calendar there, also when the clocks are set back', () => {
    vi.stubEnv('TZ', 'America/New_York')
    const nowMs = Date.parse('2026-11-20T02:30:00.000Z')
    const bounds = boundsOf('30d', nowMs)
    expect(new Date(bounds.fromMs ?? 0).toISOString()).toBe('2026-10-21T04:00:00.000Z')
    const points = [{ at: '2026-11-19T05:00:00.000Z', requests: 5, errors: 2 }]
    const buckets = toBuckets({ bucket: 'day', points }, bounds, nowMs)
    expect(buckets).toHaveLength(30)
    expect(buckets.filter(({ untilMs, atMs }) => untilMs - atMs !== DAY_MS)).toHaveLength(1)
    const last = buckets.at(-1)
    expect(last?.requests).toBe(5)
    const { atMs = 0, untilMs = 0 } = last ?? {}
    expect(tickText(atMs, 30 * DAY_MS, 'en-US')).toBe('Nov 19')
    expect(spanText(atMs, untilMs, 'en-US')).toBe('Nov 19, 2026')
  })
})

describe('what is looked at', () => {
  it('begins on a whole day, so that it is the same question all day', () => {
    const { fromMs, untilMs } = boundsOf('30d', NOW_MS)
    expect(new Date(fromMs ?? 0).toISOString()).toBe('2026-10-22T00:00:00.000Z')
    expect(untilMs).toBeNull()
    expect(filterOf(everything, NOW_MS)).toEqual(filterOf(everything, NOW_MS + 3_600_000))
  })

  it('is narrowed by anything but the time', () => {
    expect(isNarrowed(everything)).toBe(false)
    expect(isNarrowed({ ...everything, when: 'all' })).toBe(false)
    expect(isNarrowed({ ...everything, path: ' ' })).toBe(false)
    expect(isNarrowed({ ...everything, statuses: [429] })).toBe(true)
  })
})

describe('a success rate', () => {
  it('is all only when all succeeded', () => {
    expect(shareText(1, 'en')).toBe('100%')
    expect(shareText(0.99999, 'en')).toBe('99.9%')
  })
})

describe('a burn-down', () => {
  const quota: UsageQuota = {
    connectionId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' as UsageQuota['connectionId'],
    connectionName: 'Production',
    metric: 'requests',
    unit: null,
    used: 600,
    limit: 1_000,
    percent: 60,
    overage: 0,
    periodStart: '2026-11-01T00:00:00.000Z',
    periodEnd: '2026-12-01T00:00:00.000Z',
    readAt: '2026-11-16T00:00:00.000Z',
    forecast: { rule: 'recent', perDay: 40, endsAt: '2026-11-26T00:00:00.000Z', atPeriodEnd: 1_200 }
  }

  it('falls from the limit to what is left now, and on to nothing on the day it ends', () => {
    const points = [
      { at: '2026-10-30T00:00:00.000Z', used: 900, limit: 1_000 },
      { at: '2026-11-02T00:00:00.000Z', used: 40, limit: 1_000 }
    ]
    const { points: shown, fromMs, untilMs } = burnDownOf({ quota, points })
    expect(shown.map(({ left, ahead }) => [left, ahead])).toEqual([
      [1_000, undefined],
      [960, undefined],
      [400, 400],
      [undefined, 0]
    ])
    expect((untilMs - fromMs) / DAY_MS).toBe(30)
  })

  it('shows nothing of what has no limit', () => {
    expect(burnDownOf({ quota: { ...quota, limit: null }, points: [] }).points).toEqual([])
  })
})

describe('an amount', () => {
  it('is written with its unit as the language has it, and beside a mark only where there is room', () => {
    expect(amountText(22, '%', 'en')).toBe('22%')
    expect(amountText(96.54, '%', 'de')).toBe('96,5\u00a0%')
    expect(amountText(1_500, 'GB', 'en')).toBe('1,500 GB')
    expect(foreseenText(74.24, 'GB', 'en')).toBe('74.2 GB')
    expect(foreseenText(11.3, 'requests', 'en')).toBe('11 requests')
    expect(foreseenText(0.42, 'requests', 'en')).toBe('0.4 requests')
    expect([markText(75, '%', 'en'), markText(1_000, 'GB', 'en'), markText(15_000, 'requests', 'en')]).toEqual([
      '75%',
      '1,000 GB',
      '15K'
    ])
  })

  it('is called as the provider calls it, as a line begins', () => {
    expect(['bandwidth', 'cpu', 'build_minutes', 'iOS builds'].map(metricText)).toEqual([
      'Bandwidth',
      'CPU',
      'Build minutes',
      'iOS builds'
    ])
  })
})
