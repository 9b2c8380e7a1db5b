/** When a day begins where the viewer is, as Unix milliseconds. */
export function midnightOf(day: string): number {
  return new Date(`${day}T00:00:00`).getTime()
}

/** The day after another, both as `YYYY-MM-DD`. */
export function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
