import { dateLocale } from '../../../texts/dates'

/** One bar of the chart over time. Moments are Unix milliseconds; `untilMs` is not part of it. */
export interface TimeBucket {
  readonly atMs: number
  readonly untilMs: number
  readonly requests: number
  readonly errors: number
  /** Requests without errors. */
  readonly fine: number
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A mark below the chart, as exact as its span needs: "14:00", "12 Nov", "Nov 2026". */
export function tickText(atMs: number, spanMs: number, language: string): string {
  const shape = spanMs <= 2 * DAY_MS ? 'hour' : spanMs <= 180 * DAY_MS ? 'day' : 'month'
  return formatOf(shape, language).format(atMs)
}

/** A stretch of time in words: "12 Nov 2026" for a whole day, "12 Nov, 14:00 – 15:00" for less. */
export function spanText(fromMs: number, untilMs: number, language: string): string {
  const lengthMs = untilMs - fromMs
  const wholeDays = startsDay(fromMs) && startsDay(untilMs)
  if (wholeDays && lengthMs <= 1.1 * DAY_MS) return formatOf('date', language).format(fromMs)
  // The last day itself, not the midnight that ends it.
  if (wholeDays) return formatOf('date', language).formatRange(fromMs, untilMs - 1)
  return formatOf('moment', language).formatRange(fromMs, untilMs)
}

/** When a call was made, to the second: "12 Nov, 14:03:22". */
export function callTimeText(at: string, language: string): string {
  return formatOf('second', language).format(Date.parse(at))
}

function startsDay(ms: number): boolean {
  const moment = new Date(ms)
  return moment.getHours() === 0 && moment.getMinutes() === 0 && moment.getSeconds() === 0
}

const clock = { hour: '2-digit', minute: '2-digit' } as const
const shapes = {
  hour: clock,
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  moment: { day: 'numeric', month: 'short', ...clock },
  second: { day: 'numeric', month: 'short', ...clock, second: '2-digit' }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

// Making a format costs far more than using it, and the log uses hundreds.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(shape: keyof typeof shapes, language: string): Intl.DateTimeFormat {
  const name = `${shape} ${language}`
  const format = formats.get(name) ?? new Intl.DateTimeFormat(dateLocale(language), shapes[shape])
  formats.set(name, format)
  return format
}
