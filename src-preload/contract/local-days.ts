const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of a moment (Unix milliseconds), as `YYYY-MM-DD`; in this computer's zone unless another is named. */
export function dayOf(ms: number, zone?: string): string {
  const name = zone ?? ''
  const format =
    formats.get(name) ??
    new Intl.DateTimeFormat('en-CA', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      ...(zone !== undefined && { timeZone: zone })
    })
  formats.set(name, format)
  return format.format(ms)
}

/** How many midnights lie between two days as `dayOf` gives them; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/**
 * How many days a moment lies from another as a calendar counts them, both Unix milliseconds: 1 is tomorrow, however
 * few hours away, and -1 yesterday.
 */
export function daysAway(ms: number, fromMs: number, zone?: string): number {
  return daysBetween(dayOf(fromMs, zone), dayOf(ms, zone))
}
