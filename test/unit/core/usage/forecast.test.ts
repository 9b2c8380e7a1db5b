import { describe, expect, it } from 'vitest'
import { forecastOf } from '../../../../src-main/core/usage/forecast'

const reading = {
  metric: 'requests',
  unit: null,
  used: 600,
  limit: 1_000,
  periodStart: '2026-11-01T00:00:00.000Z',
  periodEnd: '2026-12-01T00:00:00.000Z',
  readAt: '2026-11-11T00:00:00.000Z',
  points: []
}
const point = (day: string, used: number): { at: string; used: number; limit: null } => ({
  at: `2026-11-${day}T00:00:00.000Z`,
  used,
  limit: null
})

describe('the day a quota ends', () => {
  it('is told by the pace since the period began, until a day of readings is there', () => {
    expect(forecastOf(reading)).toEqual({
      rule: 'period',
      perDay: 60,
      endsAt: '2026-11-17T16:00:00.000Z',
      atPeriodEnd: 1_800
    })
    expect(forecastOf({ ...reading, points: [{ ...point('10', 0), at: '2026-11-10T12:00:00.000Z' }] }).rule).toBe(
      'period'
    )
  })

  it('is told by the pace of the last seven days, of this period alone', () => {
    const points = [point('01', 0), point('03', 580), point('06', 575)]
    expect(forecastOf({ ...reading, points })).toMatchObject({
      rule: 'recent',
      perDay: 5,
      endsAt: null,
      atPeriodEnd: 700
    })
    expect(forecastOf({ ...reading, points: [point('07', 560)] })).toMatchObject({ perDay: 10, endsAt: null })
    expect(forecastOf({ ...reading, points: [point('07', 400)] })).toMatchObject({ endsAt: '2026-11-19T00:00:00.000Z' })
  })

  it('is now for what is used up, and never for what stands still', () => {
    expect(forecastOf({ ...reading, used: 1_200 })).toMatchObject({ endsAt: reading.readAt })
    const still = { ...reading, points: [point('05', 600)] }
    expect(forecastOf(still)).toMatchObject({ rule: 'recent', perDay: 0, endsAt: null, atPeriodEnd: 600 })
    expect(forecastOf({ ...reading, points: [point('05', 900)] })).toMatchObject({ perDay: 0, endsAt: null })
  })

  it('is not told where there is no limit, no pace, or a share in percent', () => {
    expect(forecastOf({ ...reading, limit: null })).toMatchObject({ perDay: 60, endsAt: null, atPeriodEnd: 1_800 })
    const unknown = { rule: 'none', perDay: null, endsAt: null, atPeriodEnd: null }
    expect(forecastOf({ ...reading, unit: '%' })).toEqual(unknown)
    expect(forecastOf({ ...reading, metric: 'disk' })).toEqual(unknown)
    expect(forecastOf({ ...reading, periodStart: null })).toEqual(unknown)
    expect(forecastOf({ ...reading, readAt: '2026-11-01T06:00:00.000Z' })).toEqual(unknown)
  })

  it('reaches a year at most where the period has no end', () => {
    const disk = { ...reading, metric: 'disk', periodStart: null, periodEnd: null }
    expect(forecastOf({ ...disk, points: [point('06', 595)] })).toMatchObject({
      perDay: 1,
      endsAt: null,
      atPeriodEnd: null
    })
    expect(forecastOf({ ...disk, points: [point('06', 500)] })).toMatchObject({ endsAt: '2026-12-01T00:00:00.000Z' })
  })
})
