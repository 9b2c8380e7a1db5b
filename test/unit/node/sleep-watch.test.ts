import { describe, expect, it } from 'vitest'
import { watchSleep } from '@main/node/sleep-watch'
import { createManualClock } from '../../fakes/manual-clock'

describe('the watch for sleep', () => {
  it('tells once that the computer slept, and nothing of a clock that drifts', () => {
    const clock = createManualClock()
    let woke = 0
    watchSleep(clock, () => {
      woke += 1
    })
    for (let seconds = 0; seconds < 60; seconds += 5) {
      clock.jump(1_000)
      clock.pass(5_000)
    }
    expect(woke).toBe(0)
    clock.jump(30_000)
    clock.pass(5_000)
    clock.pass(60_000)
    expect(woke).toBe(1)
    expect(clock.pending).toBe(0)
  })

  it('stops when it is told to', () => {
    const clock = createManualClock()
    const stop = watchSleep(clock, () => undefined)
    stop()
    expect(clock.pending).toBe(0)
  })
})
