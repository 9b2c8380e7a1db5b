/** How much of a line without an end lies behind the moment that is now, once something stands on it. */
const OPEN_NOW = 0.6

export interface Life {
  readonly createdAt: string
  /** Null for a key without an end. */
  readonly expiresAt: string | null
}

/** Where a moment stands on the line of a life, from 0 to 1: to its end, or on one without an end towards now. */
export function lifeScale({ createdAt, expiresAt }: Life, nowMs: number): (at: number) => number {
  const from = Date.parse(createdAt)
  const whole = expiresAt === null ? (nowMs - from) / OPEN_NOW : Date.parse(expiresAt) - from
  return (at) => Math.min(1, Math.max(0, (at - from) / Math.max(1, whole)))
}
