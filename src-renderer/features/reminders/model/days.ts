import { daysAway } from '@contract/local-days'
import type { Reminder } from '@contract/model/reminder'

export type DayGroup = 'overdue' | 'today' | 'week' | 'month' | 'later'

export const dayGroups: readonly DayGroup[] = ['overdue', 'today', 'week', 'month', 'later']

/** How many days from today each group reaches, today not counted. */
export const GROUP_DAYS = { week: 7, month: 30 } as const

const DAY_MS = 86_400_000

/** The day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Where a reminder stands on the time line. A day begins at the viewer's midnight, not a day's length from now. */
export function groupOf(
  { state, targetAt }: Pick<Reminder, 'state' | 'targetAt'>,
  nowMs: number,
  zone?: string
): DayGroup {
  if (state === 'overdue') return 'overdue'
  const days = daysAway(Date.parse(targetAt), nowMs, zone)
  if (days <= 0) return 'today'
  if (days <= GROUP_DAYS.week) return 'week'
  return days <= GROUP_DAYS.month ? 'month' : 'later'
}

/** The groups that have something, in order; within each the order stays. */
export function grouped<Item extends Pick<Reminder, 'state' | 'targetAt'>>(
  items: readonly Item[],
  nowMs: number,
  zone?: string
): { readonly group: DayGroup; readonly items: readonly Item[] }[] {
  const found = new Map<DayGroup, Item[]>()
  for (const item of items) {
    const group = groupOf(item, nowMs, zone)
    found.set(group, [...(found.get(group) ?? []), item])
  }
  return dayGroups.flatMap((group) => {
    const of = found.get(group)
    return of === undefined ? [] : [{ group, items: of }]
  })
}

/** From when to when a day lasts here, as instants; 23 or 25 hours where the clocks change. */
export function dayBounds(day: string): { readonly from: string; readonly until: string } {
  return { from: localMidnight(day).toISOString(), until: localMidnight(dayAfter(day, 1)).toISOString() }
}

/** An hour of a day here, as an instant. */
export function atHour(day: string, hour: number): string {
  const at = localMidnight(day)
  at.setHours(hour)
  return at.toISOString()
}

/** The days a month's page shows: whole weeks, so at most six days of its neighbours on each side. */
export function monthSpan(day: string): { readonly from: string; readonly to: string } {
  const [year = 1970, month = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { from: dayAfter(first, -6), to: dayAfter(last, 6) }
}

function localMidnight(day: string): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}
