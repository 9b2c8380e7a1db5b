import { useSyncExternalStore } from 'react'

interface Clock {
  readonly subscribe: (listener: () => void) => () => void
  readonly read: () => number
}

const clocks = new Map<number, Clock>()

/** The present as Unix milliseconds, renewed every `everyMs`. All users of one rhythm share one timer. */
export function useNow(everyMs: number): number {
  const clock = clockOf(everyMs)
  return useSyncExternalStore(clock.subscribe, clock.read)
}

function clockOf(everyMs: number): Clock {
  const existing = clocks.get(everyMs)
  if (existing) return existing
  const listeners = new Set<() => void>()
  let nowMs = Date.now()
  let timer: number | undefined
  const clock: Clock = {
    subscribe(listener) {
      listeners.add(listener)
      if (timer === undefined) {
        nowMs = Date.now()
        timer = window.setInterval(() => {
          nowMs = Date.now()
          listeners.forEach((tell) => {
            tell()
          })
        }, everyMs)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        window.clearInterval(timer)
        timer = undefined
      }
    },
    read: () => nowMs
  }
  clocks.set(everyMs, clock)
  return clock
}
