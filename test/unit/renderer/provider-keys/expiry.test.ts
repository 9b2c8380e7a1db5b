import { describe, expect, it } from 'vitest'
import type { ExpiryModel } from '@contract/model/connector'
import {
  dayLimits,
  expiresAtOf,
  initialExpiry,
  offeredExpiries,
  renewedExpiry,
  sameLength,
  toExpiryChoice
} from '../../../../src-renderer/features/provider-keys/model/expiry'

const none: ExpiryModel = {
  kind: 'none',
  presets: [],
  minDays: null,
  maxDays: null,
  defaultDays: null,
  allowNever: true
}
const date: ExpiryModel = { ...none, kind: 'date', minDays: 1, maxDays: 100, defaultDays: 92, allowNever: false }
const presets: ExpiryModel = {
  ...none,
  kind: 'presets',
  presets: [
    { label: 'Never', days: null },
    { label: '30 days', days: 30 },
    { label: '1 year', days: 365 }
  ]
}
const NOW_MS = Date.UTC(2026, 0, 1)

describe('expiry as a provider offers it', () => {
  it('offers nothing where keys do not expire', () => {
    expect(offeredExpiries(none)).toEqual([])
    expect(initialExpiry(none)).toBe('default')
  })

  it('offers exactly the provider’s choices, in its words', () => {
    expect(offeredExpiries(presets).map(({ option, label }) => [option, label])).toEqual([
      ['never', 'Never'],
      ['days:30', '30 days'],
      ['days:365', '1 year']
    ])
  })

  it('starts with an end rather than with none', () => {
    expect(initialExpiry(presets)).toBe('days:30')
    expect(initialExpiry({ ...presets, defaultDays: 365 })).toBe('days:365')
  })

  it('keeps usual lengths within the limits, with the provider’s own in the place of its neighbour', () => {
    expect(offeredExpiries(date).map(({ option }) => option)).toEqual(['days:30', 'days:92', 'date'])
    expect(offeredExpiries({ ...date, allowNever: true }).map(({ option }) => option)).toContain('never')
    expect(initialExpiry(date)).toBe('days:92')
    expect(dayLimits(date, NOW_MS).last).toEqual(new Date(Date.UTC(2026, 3, 11)))
  })

  it('says the moment a choice means', () => {
    expect(toExpiryChoice('days:30', null)).toEqual({ kind: 'days', days: 30 })
    expect(toExpiryChoice('never', null)).toEqual({ kind: 'never' })
    expect(toExpiryChoice('date', '2026-03-01')).toEqual({
      kind: 'date',
      at: new Date('2026-03-01T23:59:59.000').toISOString()
    })
    expect(expiresAtOf({ kind: 'days', days: 31 }, NOW_MS)).toBe('2026-02-01T00:00:00.000Z')
    expect(expiresAtOf({ kind: 'never' }, NOW_MS)).toBeNull()
  })

  it('starts a renewal with the length the key was made for, else as for a new key, and never with its present end', () => {
    const day = (days: number): string => new Date(NOW_MS + days * 86_400_000).toISOString()
    const chosen = (madeDaysAgo: number, endsInDays: number | null): string => {
      const expiresAt = endsInDays === null ? null : day(endsInDays)
      return renewedExpiry({ ...date, maxDays: null }, { createdAt: day(-madeDaysAgo), expiresAt }, NOW_MS)
    }
    expect(chosen(360, 5)).toBe('days:365')
    expect(chosen(85, 5)).toBe('days:92')
    expect(chosen(180, 20)).toBe('days:92')
    expect(chosen(180, null)).toBe('days:92')
    expect(chosen(0, 30)).toBe('days:92')
    expect(chosen(0, 92)).toBe('days:365')
    expect(chosen(0, 400)).toBe('days:92')
  })

  it('takes the nearest choice for as long as a key was made for', () => {
    const createdAt = '2026-01-01T00:00:00.000Z'
    expect(sameLength(presets, { createdAt, expiresAt: '2026-02-03T00:00:00.000Z' })).toEqual({
      kind: 'days',
      days: 30
    })
    expect(sameLength(presets, { createdAt, expiresAt: null })).toEqual({ kind: 'never' })
    expect(sameLength(date, { createdAt, expiresAt: '2026-02-03T00:00:00.000Z' })).toEqual({ kind: 'days', days: 33 })
  })
})
