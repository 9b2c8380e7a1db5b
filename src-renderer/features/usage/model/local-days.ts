/** The calendar day of a moment where the viewer is, as `YYYY-MM-DD`. */
export function dayOf(ms: number): string {
  const moment = new Date(ms)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(moment.getFullYear())}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** When a day begins where the viewer is, as Unix milliseconds. */
export function midnightOf(day: string): number {
  return new Date(`${day}T00:00:00`).getTime()
}

/** The day after another. */
export function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
