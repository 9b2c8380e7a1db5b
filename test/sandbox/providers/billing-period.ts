/** The calendar month of a moment, in UTC: first and last day as `2026-03-01`. */
export function billingPeriod(nowMs: number): { period_start: string; period_end: string } {
  const now = new Date(nowMs)
  const day = (month: number, date: number): string =>
    new Date(Date.UTC(now.getUTCFullYear(), month, date)).toISOString().slice(0, 10)
  return { period_start: day(now.getUTCMonth(), 1), period_end: day(now.getUTCMonth() + 1, 0) }
}
