import { describe, expect, it } from 'vitest'
import type { Rotation } from '@contract/model/rotation'
import { bothLive, offeredModes, stepsOf } from '../../../../src-renderer/features/provider-keys/model/rotation-steps'
import { leading, timeLeft } from '../../../../src-renderer/features/provider-keys/model/time-left'

const made = { remoteId: 'k2', preview: 'cnx_••', version: 2, expiresAt: null }
const states = (rotation: Partial<Rotation>) =>
  stepsOf({ mode: 'grace', step: 'grace', failure: null, new: made, ...rotation }).map(
    ({ step, state }) => `${step} ${state}`
  )

describe('the steps of a rotation', () => {
  it('lie behind, stand now or are to come', () => {
    expect(states({})).toEqual(['make done', 'write done', 'verify done', 'grace current', 'revoke ahead'])
    expect(states({ step: 'creating', new: null })[0]).toBe('make current')
    expect(states({ step: 'manual', mode: 'manual', new: null })[0]).toBe('make current')
    expect(states({ step: 'done' }).every((one) => one.endsWith('done'))).toBe(true)
  })

  it('stand still at the one that failed', () => {
    const failure = { code: 'env-file-unwritable' as const, details: { file: '.env' } }
    expect(states({ step: 'writing', failure })).toContain('write failed')
  })

  it('have no grace where the old value dies with the new one', () => {
    expect(states({ mode: 'in-place', step: 'verifying' })).toEqual(['make done', 'write done', 'verify current'])
    expect(bothLive({ mode: 'in-place', step: 'verifying', new: made })).toBe(false)
    expect(bothLive({ mode: 'successor', step: 'writing', new: made })).toBe(true)
    expect(bothLive({ mode: 'successor', step: 'creating', new: null })).toBe(false)
  })

  it('are undone by an abort', () => {
    expect(states({ step: 'aborted' })).toEqual([
      'make undone',
      'write ahead',
      'verify ahead',
      'grace ahead',
      'revoke ahead'
    ])
  })

  it('offer each mode once, the provider’s own first', () => {
    expect(offeredModes({ mode: 'successor', alternatives: ['in-place', 'successor'] })).toEqual([
      'successor',
      'in-place'
    ])
    expect(offeredModes({ mode: 'none', alternatives: [] })).toEqual([])
  })
})

describe('the time that is left', () => {
  it('is told in its two largest units, and never below nothing', () => {
    const day = timeLeft(90_061_000, 0)
    expect([day, leading(day)]).toEqual([{ days: 1, hours: 1, minutes: 1, seconds: 1 }, ['days', 'hours']])
    expect(leading(timeLeft(86_400_000, 0))).toEqual(['days'])
    expect(leading(timeLeft(3_600_000, 0))).toEqual(['hours', 'minutes'])
    expect(leading(timeLeft(61_000, 0))).toEqual(['minutes', 'seconds'])
    expect(timeLeft(0, 5_000)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 })
  })
})
