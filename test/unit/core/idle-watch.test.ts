import { describe, expect, it } from 'vitest'
import { createIdleWatch } from '@main/core/idle-watch'
import { createManualClock } from '../../fakes/manual-clock'

const TEN_YEARS_MS = 10 * 365 * 86_400_000

function watch(minutes: () => number) {
  const clock = createManualClock()
  let locked = 0
  const idle = createIdleWatch(clock, minutes, () => {
    locked += 1
  })
  idle.start()
  return { clock, idle, locked: () => locked }
}

describe('the idle watch', () => {
  it('fires once after the idle time', () => {
    const { clock, locked } = watch(() => 5)
    clock.pass(5 * 60_000 - 5_000)
    expect(locked()).toBe(0)
    clock.pass(10_000)
    expect(locked()).toBe(1)
    clock.pass(3_600_000)
    expect(locked()).toBe(1)
  })

  it('starts anew when somebody is there', () => {
    const { clock, idle, locked } = watch(() => 5)
    clock.pass(4 * 60_000)
    idle.touch()
    clock.pass(4 * 60_000)
    expect(locked()).toBe(0)
  })

  it('check 55: a clock jump of ten years either way neither locks nor keeps open', () => {
    for (const jumpMs of [TEN_YEARS_MS, -TEN_YEARS_MS]) {
      const { clock, locked } = watch(() => 5)
      clock.jump(jumpMs)
      clock.pass(60_000)
      expect(locked()).toBe(0)
      clock.pass(5 * 60_000)
      expect(locked()).toBe(1)
    }
  })

  it('follows a setting changed meanwhile, and 0 means never', () => {
    let minutes = 0
    const { clock, locked } = watch(() => minutes)
    clock.pass(3_600_000)
    expect(locked()).toBe(0)
    minutes = 5
    clock.pass(5_000)
    expect(locked()).toBe(1)
  })
})
