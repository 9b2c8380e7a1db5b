import { describe, expect, it } from 'vitest'
import { daysAway, daysBetween, dayOf } from '@contract/local-days'
import { dayAfter, dayBounds, grouped, groupOf, monthSpan } from '../../../../src-renderer/features/reminders/model/days'

const NOW = Date.parse('2026-11-20T21:30:00Z')
const at = (targetAt: string, state: 'upcoming' | 'due' | 'overdue' = 'upcoming') => ({ state, targetAt })

describe('days', () => {
  it('begin at midnight in the viewer’s zone', () => {
    expect(dayOf(NOW, 'Europe/Berlin')).toBe('2026-11-20')
    expect(dayOf(NOW, 'Asia/Tokyo')).toBe('2026-11-21')
    expect(dayOf(NOW, 'Pacific/Honolulu')).toBe('2026-11-20')
  })

  it('are counted by midnights, across months, leap days and changes of the clock', () => {
    expect(daysBetween('2026-11-20', '2026-12-20')).toBe(30)
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-11-20', '2026-11-17')).toBe(-3)
    expect(daysAway(NOW + 3 * 3_600_000, NOW, 'UTC')).toBe(1)
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
  })

  it('last from one midnight to the next', () => {
    const { from, until } = dayBounds('2026-11-20')
    expect(dayOf(Date.parse(from))).toBe('2026-11-20')
    expect(dayOf(Date.parse(from) - 1)).toBe('2026-11-19')
    expect(dayOf(Date.parse(until) - 1)).toBe('2026-11-20')
    expect(dayOf(Date.parse(until))).toBe('2026-11-21')
  })
})

describe('the time line', () => {
  it('puts the same moment under today or this week, as the viewer’s midnight falls', () => {
    const soon = at('2026-11-20T23:30:00Z')
    expect(groupOf(soon, NOW, 'UTC')).toBe('today')
    expect(groupOf(soon, NOW, 'Europe/Berlin')).toBe('week')
    expect(groupOf(soon, NOW, 'Asia/Tokyo')).toBe('today')
  })

  it.each([
    ['2026-11-20T23:59:59Z', 'today'],
    ['2026-11-21T00:00:00Z', 'week'],
    ['2026-11-27T23:59:59Z', 'week'],
    ['2026-11-28T00:00:00Z', 'month'],
    ['2026-12-20T23:59:59Z', 'month'],
    ['2026-12-21T00:00:00Z', 'later']
  ])('counts %s as %s', (targetAt, group) => {
    expect(groupOf(at(targetAt), NOW, 'UTC')).toBe(group)
  })

  it('puts what is overdue first, however long it is', () => {
    const items = [at('2020-01-01T00:00:00Z', 'overdue'), at('2026-11-20T22:00:00Z', 'due'), at('2027-05-01T00:00:00Z')]
    expect(grouped(items, NOW, 'UTC').map(({ group, items: of }) => [group, of.length])).toEqual([
      ['overdue', 1],
      ['today', 1],
      ['later', 1]
    ])
  })

  it('leaves out groups that have nothing', () => {
    expect(grouped([], NOW, 'UTC')).toEqual([])
  })
})

describe('a month’s page', () => {
  it('never asks for more than the core answers', () => {
    for (const day of ['2026-02-10', '2026-08-31', '2028-02-29', '2026-12-01']) {
      const { from, to } = monthSpan(day)
      expect(daysBetween(from, to)).toBeLessThan(62)
      expect(from < `${day.slice(0, 7)}-01` && to > `${day.slice(0, 7)}-28`).toBe(true)
    }
    expect(monthSpan('2026-12-15')).toEqual({ from: '2026-11-25', to: '2027-01-06' })
  })
})
