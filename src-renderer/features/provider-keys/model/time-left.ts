const SECOND_MS = 1_000
const MINUTE_S = 60
const HOUR_S = 3_600
const DAY_S = 86_400

export interface TimeLeft {
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** How much is left until a moment, in whole seconds rounded up; nothing once it has passed. */
export function timeLeft(untilMs: number, nowMs: number): TimeLeft {
  const all = Math.max(0, Math.ceil((untilMs - nowMs) / SECOND_MS))
  return {
    days: Math.floor(all / DAY_S),
    hours: Math.floor((all % DAY_S) / HOUR_S),
    minutes: Math.floor((all % HOUR_S) / MINUTE_S),
    seconds: all % MINUTE_S
  }
}

/** Its two largest units, the ones that people read: `23 h 59 min`, `59 min 12 s`; whole days alone: `2 days`. */
export function leading(left: TimeLeft): readonly ('days' | 'hours' | 'minutes' | 'seconds')[] {
  if (left.days > 0) return left.hours > 0 ? ['days', 'hours'] : ['days']
  if (left.hours > 0) return ['hours', 'minutes']
  if (left.minutes > 0) return ['minutes', 'seconds']
  return ['seconds']
}
