import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connectionId } from '@contract/model/connection'
import { errorBursts, newAddresses, newEndpoints, passedThreshold, type Hour } from '@main/core/usage/unusual'
import type { SeenWord } from '@main/ports/usage-store'

const NOW = Date.parse('2026-11-20T09:00:00.000Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const ago = (ms: number): string => new Date(NOW - ms).toISOString()

const seen = (word: string, daysAgo: number): SeenWord => ({
  what: 'ip',
  connectionId: connectionId.parse('01JD000000000000000000000C'),
  keyId: null,
  remoteId: null,
  word,
  firstAt: ago(daysAgo * DAY_MS),
  lastAt: ago(0)
})
const words = (found: readonly { word: string }[]): string[] => found.map(({ word }) => word)

describe('a new address', () => {
  it('stands out after a week in which the key went its usual ways', () => {
    expect(newAddresses([seen('203.0.113.7', 30), seen('198.51.100.66', 1)], NOW)).toEqual([
      { word: '198.51.100.66', at: ago(DAY_MS), known: 1, watchedDays: 29 }
    ])
  })

  it('is not told of in the first week, nor when it is long ago', () => {
    expect(newAddresses([seen('a', 5), seen('b', 1)], NOW)).toEqual([])
    expect(newAddresses([seen('a', 90), seen('b', 40)], NOW)).toEqual([])
    expect(newAddresses([], NOW)).toEqual([])
  })

  it('does not stand out where there are many, or new ones all the time', () => {
    const many = Array.from({ length: 25 }, (_, at) => seen(`10.0.0.${String(at)}`, 30))
    expect(newAddresses([...many, seen('b', 1)], NOW)).toEqual([])
    const changing = Array.from({ length: 8 }, (_, at) => seen(`10.0.0.${String(at)}`, 6 - at / 2))
    expect(words(newAddresses([seen('a', 30), ...changing], NOW))).toEqual(['10.0.0.0', '10.0.0.1', '10.0.0.2'])
  })
})

describe('a new endpoint', () => {
  it('is told of five times a week at most: a new release calls many', () => {
    const release = Array.from({ length: 30 }, (_, at) => seen(`GET /v2/${String(at)}`, 2))
    expect(newEndpoints([seen('GET /v1/sites', 60), ...release], NOW)).toHaveLength(5)
  })
})

const hour = (hoursAgo: number, requests: number, errors: number): Hour => ({
  at: ago(hoursAgo * HOUR_MS),
  requests,
  errors
})
const usual = (errors: number): Hour[] => Array.from({ length: 160 }, (_, at) => hour(165 - at, 100, errors))

describe('a burst of errors', () => {
  it('is one, however many hours it lasts, and says what is usual', () => {
    expect(errorBursts([...usual(2), hour(3, 100, 60), hour(2, 100, 80), hour(1, 100, 2)], NOW)).toEqual([
      {
        kind: 'error-burst',
        errors: 140,
        requests: 200,
        from: ago(3 * HOUR_MS),
        until: ago(HOUR_MS),
        percent: 70,
        usualPercent: 2
      }
    ])
  })

  it('is none where so many fail always, where they are few, or where it was long ago', () => {
    expect(errorBursts([...usual(30), hour(1, 100, 60)], NOW)).toEqual([])
    expect(errorBursts([...usual(0), hour(1, 19, 19)], NOW)).toEqual([])
    expect(errorBursts([...usual(0), hour(1, 1_000, 150)], NOW)).toEqual([])
    expect(errorBursts([hour(300, 100, 100)], NOW)).toEqual([])
  })

  it('never counts more errors than there were, and bursts never touch', () => {
    const anyHour = fc.record({ requests: fc.integer({ min: 1, max: 500 }), share: fc.integer({ min: 0, max: 100 }) })
    let bursts = 0
    fc.assert(
      fc.property(fc.array(anyHour, { maxLength: 168 }), (hours) => {
        const told = hours.map(({ requests, share }, at) =>
          hour(168 - at, requests, Math.floor((requests * share) / 100))
        )
        const found = errorBursts(told, NOW)
        bursts += found.length
        const all = told.reduce((sum, { errors }) => sum + errors, 0)
        expect(found.reduce((sum, { errors }) => sum + errors, 0)).toBeLessThanOrEqual(all)
        for (const [at, burst] of found.entries()) {
          expect(burst.errors).toBeGreaterThanOrEqual(20)
          expect(burst.percent).toBeGreaterThanOrEqual(20)
          expect(burst.from < burst.until).toBe(true)
          const next = found[at + 1]
          if (next !== undefined) expect(burst.until < next.from).toBe(true)
        }
      }),
      { numRuns: 300 }
    )
    process.stdout.write(`usage: ${String(bursts)} bursts of errors in 300 weeks\n`)
  })
})

it('names the highest threshold that is passed', () => {
  expect(passedThreshold(74.9, [75, 90, 100])).toBeNull()
  expect(passedThreshold(75, [75, 90, 100])).toBe(75)
  expect(passedThreshold(120, [100, 75])).toBe(100)
  expect(passedThreshold(120, [])).toBeNull()
})
