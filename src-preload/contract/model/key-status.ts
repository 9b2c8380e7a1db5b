import type { Instant } from './base'
import type { KeyState, KeyStatus } from './key'

/** Days before its expiry from which a key counts as expiring. */
export const EXPIRING_WITHIN_DAYS = 30

const DAY_MS = 86_400_000

/** The status a person is shown at `nowMs` (Unix milliseconds). What someone did to the key outranks its dates. */
export function keyStatusAt(key: { state: KeyState; expiresAt: Instant | null }, nowMs: number): KeyStatus {
  if (key.state === 'revoked' || key.state === 'disabled') return key.state
  if (key.expiresAt !== null) {
    const leftMs = Date.parse(key.expiresAt) - nowMs
    if (leftMs <= 0) return 'expired'
    if (key.state !== 'rotating' && leftMs <= EXPIRING_WITHIN_DAYS * DAY_MS) return 'expiring'
  }
  return key.state
}
