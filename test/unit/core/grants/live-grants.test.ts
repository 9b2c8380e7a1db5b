import { describe, expect, it } from 'vitest'
import type { KeyId } from '@contract/model/base'
import type { GrantCaller } from '@contract/model/grant'
import { EVERYTHING, type Extent } from '@main/core/grants/extent'
import { createLiveGrants } from '@main/core/grants/live-grants'
import { createRefusals } from '@main/core/grants/refusals'
import { createManualClock } from '../../../fakes/manual-clock'

const MINUTE = 60_000
const ONE = '01J00000000000000000000001' as KeyId
const OTHER = '01J00000000000000000000002' as KeyId
const caller: GrantCaller = {
  program: '/usr/bin/node',
  startedBy: '/usr/bin/bash',
  command: 'kq list',
  terminal: 'pts/3',
  folder: '/home/dev',
  proven: true
}
const reading: Extent = { reach: 'read', secrets: new Set([ONE]), made: false }

function open() {
  const clock = createManualClock()
  let changes = 0
  const grants = createLiveGrants(clock, () => {
    changes += 1
  })
  return { clock, grants, changes: () => changes }
}

describe('a grant', () => {
  it('reaches as far as it says and no further', () => {
    const { grants } = open()
    grants.give('a', caller, reading, { once: false, lengthMs: 60 * MINUTE })
    expect(grants.use('a', { reach: 'read', secrets: [ONE] })).toBe(true)
    expect(grants.use('a', { reach: 'read', secrets: [ONE, OTHER] })).toBe(false)
    expect(grants.use('a', { reach: 'read', secrets: 'all' })).toBe(false)
    expect(grants.use('a', { reach: 'change', secrets: [] })).toBe(false)
    expect(grants.use('b', { reach: 'read', secrets: [] })).toBe(false)
  })

  it('reaches the values of keys it makes only where that was said', () => {
    const { grants } = open()
    grants.give('a', caller, { ...reading, reach: 'change' }, { once: false, lengthMs: 60_000 })
    expect(grants.use('a', { reach: 'read', secrets: [], made: true })).toBe(false)
    grants.give('a', caller, { ...reading, reach: 'change', made: true }, { once: false, lengthMs: 60_000 })
    expect(grants.use('a', { reach: 'read', secrets: [], made: true })).toBe(true)
    expect(grants.use('a', { reach: 'read', secrets: [OTHER] })).toBe(false)
  })

  it('ends after ten minutes without use, and says so by itself', () => {
    const { clock, grants, changes } = open()
    grants.give('a', caller, reading, { once: false, lengthMs: 60 * MINUTE })
    clock.pass(9 * MINUTE)
    expect(grants.use('a', { reach: 'read', secrets: [] })).toBe(true)
    clock.pass(9 * MINUTE)
    const before = changes()
    expect(grants.list()).toHaveLength(1)
    clock.pass(MINUTE)
    expect(changes()).toBe(before + 1)
    expect(grants.use('a', { reach: 'read', secrets: [] })).toBe(false)
  })

  it('lasts twelve hours at most, however much it is used and whatever was asked for', () => {
    const { clock, grants } = open()
    grants.give('a', caller, EVERYTHING, { once: false, lengthMs: 1_000 * 60 * MINUTE })
    for (let minutes = 9; minutes < 12 * 60; minutes += 9) {
      clock.pass(9 * MINUTE)
      expect(grants.use('a', { reach: 'change', secrets: 'all' })).toBe(minutes < 12 * 60)
    }
    clock.pass(9 * MINUTE)
    expect(grants.use('a', { reach: 'read', secrets: [] })).toBe(false)
  })

  it('gets more when more is allowed, and never a later end with it', () => {
    const { clock, grants } = open()
    grants.give('a', caller, EVERYTHING, { once: false, lengthMs: 15 * MINUTE })
    clock.pass(5 * MINUTE)
    grants.give('a', caller, reading, { once: false, lengthMs: 720 * MINUTE })
    expect(grants.list()).toHaveLength(1)
    clock.pass(9 * MINUTE)
    expect(grants.use('a', { reach: 'change', secrets: 'all' })).toBe(true)
    clock.pass(MINUTE)
    expect(grants.use('a', { reach: 'read', secrets: [] })).toBe(false)
  })

  it('does not live longer because the computer’s clock is set', () => {
    const { clock, grants } = open()
    grants.give('a', caller, reading, { once: false, lengthMs: 60 * MINUTE })
    clock.jump(-10 * 365 * 24 * 60 * MINUTE)
    clock.pass(10 * MINUTE)
    expect(grants.use('a', { reach: 'read', secrets: [] })).toBe(false)
  })
})

describe('a refusal', () => {
  const from = (session: string | null) => ({
    facts: caller,
    session,
    gone: new AbortController().signal,
    asked: () => undefined
  })

  it('holds for a minute, and three of them hold for everybody', () => {
    const clock = createManualClock()
    const refusals = createRefusals(clock)
    refusals.note(from('a'))
    expect(refusals.isRefused(from('a'))).toBe(true)
    expect(refusals.isRefused(from('b'))).toBe(false)
    clock.pass(MINUTE)
    expect(refusals.isRefused(from('a'))).toBe(false)
    for (const session of ['a', 'b', 'c']) refusals.note(from(session))
    expect(refusals.isRefused(from('d'))).toBe(true)
    clock.pass(MINUTE)
    expect(refusals.isRefused(from('d'))).toBe(false)
  })

  it('of one that cannot be told from others holds for all such', () => {
    const refusals = createRefusals(createManualClock())
    refusals.note(from(null))
    expect(refusals.isRefused(from(null))).toBe(true)
    expect(refusals.isRefused(from('a'))).toBe(false)
  })
})
