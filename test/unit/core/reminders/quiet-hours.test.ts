import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isQuiet, quietEndMs } from '@main/core/reminders/quiet-hours'
import { localDayAt, momentOf, startOfLocalDay } from '@main/core/reminders/zone-time'
import { ZONES } from './simulated-life'

const NIGHT = { fromMinute: 22 * 60, toMinute: 8 * 60 }
const end = (iso: string, zone: string, quiet = NIGHT): string =>
  new Date(quietEndMs(Date.parse(iso), quiet, zone)).toISOString()

describe('quiet hours', () => {
  it('end at their minute of the wall clock, also in the night the clocks change', () => {
    expect(end('2026-11-20T22:30:00.000Z', 'Europe/Berlin')).toBe('2026-11-21T07:00:00.000Z')
    expect(end('2026-03-28T22:30:00.000Z', 'Europe/Berlin')).toBe('2026-03-29T06:00:00.000Z')
    expect(end('2026-10-24T22:30:00.000Z', 'Europe/Berlin')).toBe('2026-10-25T07:00:00.000Z')
  })

  it('end where an hour is skipped with their end in it', () => {
    const quiet = { fromMinute: 60, toMinute: 150 }
    expect(end('2026-03-29T00:30:00.000Z', 'Europe/Berlin', quiet)).toBe('2026-03-29T01:00:00.000Z')
  })

  it('end at the first minute that is not quiet', () => {
    const days = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) })
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(days, fc.constantFrom(...ZONES), minute, minute, (nowMs, zone, fromMinute, toMinute) => {
        const quiet = { fromMinute, toMinute }
        const endMs = quietEndMs(nowMs, quiet, zone)
        expect(isQuiet(endMs, quiet, zone)).toBe(false)
        for (let ms = nowMs; ms < endMs; ms += 5 * 60_000) expect(isQuiet(ms, quiet, zone)).toBe(true)
      }),
      { numRuns: 500 }
    )
  })
})

describe('the calendar of a zone', () => {
  it('begins a day at its first moment, where midnight is skipped as well', () => {
    // Santiago went from 24:00 to 01:00 on 2024-09-08.
    expect(new Date(startOfLocalDay(Date.parse('2024-09-08T15:00:00Z'), 'America/Santiago')).toISOString()).toBe(
      '2024-09-08T04:00:00.000Z'
    )
  })

  it('takes the first of an hour that comes twice', () => {
    const at = { year: 2026, month: 10, day: 25, minute: 150 }
    expect(new Date(momentOf(at, 'Europe/Berlin')).toISOString()).toBe('2026-10-25T00:30:00.000Z')
  })

  it('names the same days as Intl', () => {
    const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) })
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (ms, zone) => {
        expect(localDayAt(ms, zone)).toBe(new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(ms))
      }),
      { numRuns: 3_000 }
    )
  })
})
