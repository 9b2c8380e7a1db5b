import { describe, expect, it } from 'vitest'
import type { KeyKind } from '@contract/model/connector'
import { dueFor } from '@main/core/remote/automatic'
import { graceEnd, mayOf, successorName } from '@main/core/remote/rotation-rules'
import type { StoredRotation } from '@main/ports/remote-store'

const NOW_MS = Date.parse('2026-11-20T09:30:00.000Z')
const DAY = '2026-11-21T09:30:00.000Z'

const kind = (graceHours: number | null, nameMax = 60): KeyKind =>
  ({ nameMax, rotation: { mode: 'grace', alternatives: [], graceHours, note: '' } }) as unknown as KeyKind

describe('the end of the grace', () => {
  it('is what the provider says', () => {
    expect(graceEnd('grace', kind(24), '2026-11-20T20:00:00.000Z', false, null, NOW_MS)).toBe(
      '2026-11-20T20:00:00.000Z'
    )
  })

  it('is the documented grace where the provider says nothing', () => {
    expect(graceEnd('grace', kind(24), null, false, null, NOW_MS)).toBe(DAY)
  })

  it('never passes the old key’s own end', () => {
    const expiresAt = '2026-11-20T12:00:00.000Z'
    expect(graceEnd('grace', kind(24), DAY, true, expiresAt, NOW_MS)).toBe(expiresAt)
    expect(graceEnd('successor', kind(null), null, false, expiresAt, NOW_MS)).toBe(expiresAt)
  })

  it('does not come where a person decides and the provider knows none', () => {
    expect(graceEnd('successor', kind(null), null, false, null, NOW_MS)).toBeNull()
    expect(graceEnd('in-place', kind(24), null, true, null, NOW_MS)).toBeNull()
  })

  it('is a day where the old value is to be revoked by itself', () => {
    expect(graceEnd('successor', kind(null), null, true, null, NOW_MS)).toBe(DAY)
  })
})

describe('a successor’s name', () => {
  it('is the key’s name and the day, unlike any the provider has', () => {
    expect(successorName('ci', kind(null), new Set(), NOW_MS)).toBe('ci 2026-11-20')
    expect(successorName('ci', kind(null), new Set(['ci 2026-11-20']), NOW_MS)).toBe('ci 2026-11-20-2')
  })

  it('fits what the provider takes', () => {
    expect(successorName('a'.repeat(60), kind(null, 30), new Set(), NOW_MS)).toHaveLength(30)
  })
})

describe('what may be asked of a rotation', () => {
  const rotation = (change: Partial<StoredRotation>): StoredRotation => ({
    id: 'R',
    keyId: 'K' as StoredRotation['keyId'],
    connectionId: 'C' as StoredRotation['connectionId'],
    mode: 'grace',
    step: 'grace',
    old: { remoteId: 'old', preview: '', version: 1, expiresAt: null },
    new: { remoteId: 'new', preview: '', version: 2, expiresAt: null },
    bindings: [],
    verified: true,
    graceEndsAt: DAY,
    revokeAtEnd: false,
    failure: null,
    startedAt: '2026-11-20T09:30:00.000Z',
    endedAt: null,
    oldIsKept: true,
    forgetsAtEnd: false,
    label: 'ci',
    revision: 1,
    oldDied: false,
    ...change
  })

  it('is nothing while it is not known what the provider did', () => {
    expect(mayOf(rotation({ step: 'creating', new: null }), true, NOW_MS)).toEqual([])
  })

  it('is to go back as long as the old value works', () => {
    expect(mayOf(rotation({}), false, NOW_MS)).toEqual(['revoke', 'abort'])
    expect(mayOf(rotation({}), false, Date.parse(DAY))).toEqual(['revoke'])
    expect(mayOf(rotation({ mode: 'in-place', step: 'writing' }), false, NOW_MS)).toEqual(['continue'])
    expect(mayOf(rotation({ oldIsKept: false }), false, NOW_MS)).toEqual(['revoke'])
  })

  it('is nothing once it has ended', () => {
    expect(mayOf(rotation({ step: 'done', endedAt: DAY }), false, NOW_MS)).toEqual([])
  })
})

describe('an automatic policy', () => {
  const policy = (everyDays: number | null, beforeExpiryDays: number | null) =>
    ({ kind: 'automatic', everyDays, beforeExpiryDays, revokeAtEnd: true }) as const
  const rotatedAt = '2026-11-10T09:30:00.000Z'

  it('is due at the age it names', () => {
    expect(dueFor(policy(10, null), { expiresAt: null }, { rotatedAt }, NOW_MS)).toBe('age')
    expect(dueFor(policy(11, null), { expiresAt: null }, { rotatedAt }, NOW_MS)).toBeNull()
  })

  it('is due so many days before the key expires', () => {
    expect(dueFor(policy(null, 7), { expiresAt: '2026-11-27T09:30:00.000Z' }, { rotatedAt }, NOW_MS)).toBe('expiry')
    expect(dueFor(policy(null, 7), { expiresAt: '2026-11-28T09:30:00.000Z' }, { rotatedAt }, NOW_MS)).toBeNull()
    expect(dueFor(policy(null, 7), { expiresAt: null }, { rotatedAt }, NOW_MS)).toBeNull()
  })
})
