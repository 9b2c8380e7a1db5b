import type { SandboxClock } from '../types.ts'

/** Takes one call of this key; answers `null`, or the seconds until the next one may come. */
export type TakeCall = (keyId: string) => number | null

const MINUTE_MS = 60_000

/** At most `perMinute` calls in each minute that starts with a key's first call. */
export function perMinuteWindow(clock: SandboxClock, perMinute: number): TakeCall {
  const windows = new Map<string, { startMs: number; calls: number }>()
  return (keyId) => {
    const now = clock.nowMs()
    const open = windows.get(keyId)
    const window = open === undefined || now - open.startMs >= MINUTE_MS ? { startMs: now, calls: 0 } : open
    windows.set(keyId, window)
    if (window.calls >= perMinute) return Math.ceil((window.startMs + MINUTE_MS - now) / 1000)
    window.calls += 1
    return null
  }
}

/** A bucket of `burst` calls that is refilled with `perMinute` calls a minute. */
export function burstBucket(clock: SandboxClock, perMinute: number, burst: number): TakeCall {
  const buckets = new Map<string, { level: number; atMs: number }>()
  const perMs = perMinute / MINUTE_MS
  return (keyId) => {
    const now = clock.nowMs()
    const bucket = buckets.get(keyId) ?? { level: burst, atMs: now }
    bucket.level = Math.min(burst, bucket.level + (now - bucket.atMs) * perMs)
    bucket.atMs = now
    buckets.set(keyId, bucket)
    if (bucket.level < 1) return Math.max(1, Math.ceil((1 - bucket.level) / perMs / 1000))
    bucket.level -= 1
    return null
  }
}
