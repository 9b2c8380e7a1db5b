const HALF_HOUR = 30
const DAY = 1_440

/** Each half hour of a day as minutes after midnight, with the one in force among them. */
export function timesOfDay(current: number): number[] {
  const times = Array.from({ length: DAY / HALF_HOUR }, (_, at) => at * HALF_HOUR)
  return times.includes(current) ? times : [...times, current].sort((one, other) => one - other)
}

/** A time of day in the words of the language: "22:00", "10:00 PM". */
export function timeText(minutes: number, language: string): string {
  const locale = navigator.languages.find((tag) => tag.startsWith(language)) ?? language
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(
    minutes * 60_000
  )
}
