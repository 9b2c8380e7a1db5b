import type { SandboxClock, SandboxOptions } from '../types.ts'

export function createClock(given: SandboxOptions['clock']): SandboxClock {
  let aheadMs = 0
  const nowMs = (): number => (given === undefined ? Date.now() : given.nowMs()) + aheadMs
  return {
    nowMs,
    nowIso: () => new Date(nowMs()).toISOString(),
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`time only goes forward, not by ${String(ms)} ms`)
      if (given?.pass === undefined) aheadMs += ms
      else given.pass(ms)
    }
  }
}

export const isoOf = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())
