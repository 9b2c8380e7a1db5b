import { describe, expect, it } from 'vitest'
import { relativeMoment } from '../../../src-renderer/texts/relative'

const NOW = Date.UTC(2026, 10, 20, 9)
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const at = (distanceMs: number): string => {
  const { kind, unit, ...rest } = relativeMoment(NOW + distanceMs, NOW)
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
    [-59 * day, 'past 59 day'],
    [-90 * day, 'past 3 month'],
    [-800 * day, 'past 2 year'],
    [90_000, 'future 2 minute'],
    [23 * hour, 'future 23 hour'],
    [12 * hour + 30_000, 'future 12 hour'],
    [day + 30_000, 'future 1 day'],
    [5.5 * day, 'future 6 day'],
    [61 * day, 'future 2 month'],
    [365 * day, 'future 12 month']
  ])('%d ms away reads as %s', (distanceMs, expected) => {
    expect(at(distanceMs)).toBe(expected)
  })
})
