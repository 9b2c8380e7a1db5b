import { describe, expect, it } from 'vitest'
import { noticeText } from '@main/core/reminders/notice'
import { afterTelling, plan } from '@main/core/reminders/plan'
import { subjectsOf, type AccountReadings, type KeySubject } from '@main/core/reminders/subjects'
import { standingOf } from '@main/core/reminders/views'
import type { ReminderKey, StoredRule, SubjectState } from '@main/ports/reminder-store'
import { keyId } from '@contract/model/base'
import { reminderId } from '@contract/model/reminder'

const NOW = Date.parse('2026-11-20T09:00:00.000Z')
const DAY_MS = 86_400_000
const at = (days: number): string => new Date(NOW + days * DAY_MS).toISOString()

const key: ReminderKey = {
  id: keyId.parse('01JD000000000000000000000A'),
  name: 'ci-token',
  provider: 'Cloudoora',
  tags: [],
  state: 'active',
  preview: 'abcd••••',
  expiresAt: null,
  lastUsedAt: null,
  valueSince: at(-10),
  policy: null,
  graceEndsAt: null
}

const told = (readings: Partial<AccountReadings>, rules: readonly StoredRule[] = []): KeySubject[] =>
  subjectsOf({ keys: [key], rules, readings: { quotas: [], renewals: [], unusual: [], ...readings }, zone: 'UTC' })

const quota = (usedPercent: number) => ({ quotas: [{ keyId: key.id, usedPercent, at: at(0), periodEndsAt: at(10) }] })

/** Lets the use of a quota rise, and answers at which shares a person was told. */
function tellings(percents: readonly number[], rules: readonly StoredRule[] = []): number[] {
  let state: SubjectState | undefined
  return percents.flatMap((percent) => {
    const subjects = told(quota(percent), rules)
    const states = new Map(state === undefined ? [] : [[state.id, state]])
    const { due } = plan({ subjects, states, nowMs: NOW, quiet: null, zone: 'UTC' })
    if (due[0] === undefined) return []
    state = afterTelling(due[0], state)
    return [percent]
  })
}

describe('a quota', () => {
  it('is told of at 75, 90 and 100 per cent, each once, and again as it keeps rising', () => {
    expect(tellings([10, 74, 75, 76, 89, 92, 99, 100, 101, 124, 125, 140, 180])).toEqual([75, 92, 100, 125, 180])
  })

  it('is told of at the shares a rule names, and not at all where it names none', () => {
    const rule = (usagePercents: number[]): StoredRule[] => [
      {
        id: 'r',
        scope: { of: 'all' },
        parts: {
          expiryLeadDays: null,
          rotateEveryDays: null,
          unusedForDays: null,
          graceLeadHours: null,
          usagePercents,
          notify: null,
          channels: null
        }
      }
    ]
    expect(tellings([40, 50, 75, 100, 130], rule([50]))).toEqual([50])
    expect(tellings([40, 50, 75, 100, 130], rule([]))).toEqual([])
  })
})

describe('a renewal', () => {
  const renewals = [
    { keyId: key.id, kind: 'domain', name: 'harbour.example', renewsAt: at(20) },
    { keyId: key.id, kind: 'certificate', name: 'www.harbour.example', renewsAt: at(20) }
  ]

  it('is told of ahead of its day, each apart from the others', () => {
    const subjects = told({ renewals })
    expect(subjects.map(({ kind, what }) => [kind, what])).toEqual([
      ['renewal', 'domain harbour.example'],
      ['renewal', 'certificate www.harbour.example']
    ])
    expect(new Set(subjects.map(({ id }) => reminderId.parse(id))).size).toBe(2)
    expect(subjects[0]?.moments.map(({ lead }) => lead)).toEqual([30, 7, 1, 0])
  })

  it('does not say in a notification what is renewed', () => {
    const items = told({ renewals: renewals.slice(0, 1) }).map(({ kind, targetMs, usedPercent }) => ({
      keyId: key.id,
      kind,
      targetMs,
      usedPercent,
      label: 'ci-token'
    }))
    const text = noticeText(items, { nowMs: NOW, zone: 'UTC', language: 'en' })
    expect(text.title).toBe('ci-token’s account has a renewal in 20 days')
    expect(JSON.stringify(text)).not.toContain('harbour')
  })
})

describe('unusual use', () => {
  it('is due, never overdue, and a later one is told anew', () => {
    const [first] = told({ unusual: [{ keyId: key.id, at: at(-1) }] })
    const [again] = told({ unusual: [{ keyId: key.id, at: at(-1) }] })
    const [later] = told({ unusual: [{ keyId: key.id, at: at(0) }] })
    const tell = (subject: KeySubject | undefined, state?: SubjectState) =>
      plan({
        subjects: subject === undefined ? [] : [subject],
        states: new Map(state === undefined ? [] : [[state.id, state]]),
        nowMs: NOW,
        quiet: null,
        zone: 'UTC'
      }).due
    const state = afterTelling(tell(first)[0]!, undefined)
    expect(standingOf(first!, state, NOW)).toBe('due')
    expect(tell(again, state)).toEqual([])
    expect(tell(later, state)).toHaveLength(1)
  })
})
