import { firstFrom, localTimeAt } from './zone-time'

/** Minutes after local midnight, from the one up to the other; `from` after `to` reaches over midnight. */
export interface QuietHours {
  readonly fromMinute: number
  readonly toMinute: number
}

const MINUTE_MS = 60_000
const DAY_MINUTES = 1_440

export function isQuiet(ms: number, quiet: QuietHours, zone: string): boolean {
  return isQuietMinute(localTimeAt(ms, zone).minute, quiet)
}

/** The end of the quiet hours that hold at `nowMs`, also where the clocks change in them; `nowMs` when none hold. */
export function quietEndMs(nowMs: number, quiet: QuietHours, zone: string): number {
  const { minute } = localTimeAt(nowMs, zone)
  if (!isQuietMinute(minute, quiet)) return nowMs
  const minuteStartMs = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS
  const left = (quiet.toMinute - minute + DAY_MINUTES) % DAY_MINUTES
  const guessMs = minuteStartMs + left * MINUTE_MS
  const isEnd = (ms: number): boolean => !isQuiet(ms, quiet, zone) && isQuiet(ms - MINUTE_MS, quiet, zone)
  // Unless the clocks change before it, this is it; a second end, after an hour came twice, is no end of quiet.
  if (isEnd(guessMs) && localTimeAt(guessMs, zone).minute === quiet.toMinute) return guessMs
  return firstFrom(nowMs, (ms) => !isQuiet(ms, quiet, zone))
}

function isQuietMinute(minute: number, { fromMinute, toMinute }: QuietHours): boolean {
  if (fromMinute === toMinute) return false
  if (fromMinute < toMinute) return minute >= fromMinute && minute < toMinute
  return minute >= fromMinute || minute < toMinute
}
