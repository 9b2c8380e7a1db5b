import { describe, expect, it } from 'vitest'
import { relativeMoment } from '../../../src-renderer/texts/relative'

const NOW = Date.UTC(2026, 10, 20, 9)
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const at = (distanceMs: number): string => {
  const { kind, unit, ...rest } = relativeMoment(NOW + distanceMs, NOW, 'UTC')
  return unit === null ? kind : `${kind} ${String('count' in rest ? rest.count : '')} ${unit}`
}

describe('relative moments', () => {
  it.each([
    [-5_000, 'now'],
    [5_000, 'soon'],
    [-2 * minute - 1, 'past 2 minute'],
    [-59 * minute, 'past 59 minute'],
    [-3 * hour, 'past 3 hour'],
    [-25 * hour, 'past 1 day'],
    [-32 * hour, 'past 1 day'],
    [-34 * hour, 'past 2 day'],
    [-59 * day, 'past 59 day'],
    [-90 * day, 'past 3 month'],
    [-800 * day, 'past 2 year'],
    [90_000, 'future 2 minute'],
    [23 * hour, 'future 23 hour'],
    [12 * hour + 30_000, 'future 12 hour'],
    [day + 30_000, 'future 1 day'],
    [38 * hour, 'future 1 day'],
    [39 * hour, 'future 2 day'],
    [5.5 * day, 'future 5 day'],
    [5.7 * day, 'future 6 day'],
    [61 * day, 'future 2 month'],
    [365 * day, 'future 12 month']
  ])('%d ms away reads as %s', (distanceMs, expected) => {
    expect(at(distanceMs)).toBe(expected)
  })

  const inBerlin = (instant: string, now: string): unknown =>
    relativeMoment(Date.parse(instant), Date.parse(now), 'Europe/Berlin')

  it('counts days where the person is, also over a change of the clocks', () => {
    expect(inBerlin('2026-11-19T22:30:00Z', '2026-11-21T09:00:00Z')).toEqual({ kind: 'past', unit: 'day', count: 2 })
    expect(inBerlin('2026-11-19T23:30:00Z', '2026-11-21T09:00:00Z')).toEqual({ kind: 'past', unit: 'day', count: 1 })
    // In October a day of 25 hours, in March one of 23.
    expect(inBerlin('2026-10-25T22:45:00Z', '2026-10-24T22:15:00Z')).toEqual({ kind: 'future', unit: 'hour', count: 25 })
    expect(inBerlin('2026-10-26T22:59:00Z', '2026-10-24T22:15:00Z')).toEqual({ kind: 'future', unit: 'day', count: 1 })
    expect(inBerlin('2026-03-30T21:30:00Z', '2026-03-28T22:30:00Z')).toEqual({ kind: 'future', unit: 'day', count: 2 })
  })
})
