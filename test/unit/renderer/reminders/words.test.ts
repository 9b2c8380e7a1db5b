import { beforeAll, describe, expect, it } from 'vitest'
import { ruleParts, type Reminder, type ReminderRule } from '@contract/model/reminder'
import { fateText, kindText } from '../../../../src-renderer/features/reminders/words'
import { partTexts } from '../../../../src-renderer/features/reminders/rules/rule-words'
import { startTexts, texts } from '../../../../src-renderer/texts/texts'

const NOW = Date.parse('2026-11-20T09:00:00Z')
const base: Reminder = {
  id: '01ARZ3NDEKTSV4RRFFQ69G5FAV.expiry' as Reminder['id'],
  keyId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' as Reminder['keyId'],
  keyName: 'ci-token',
  provider: null,
  kind: 'expiry',
  state: 'due',
  targetAt: '2026-11-26T09:00:00Z',
  usedPercent: null,
  what: null,
  leads: [],
  nextAt: '2026-11-25T09:00:00Z',
  snoozedUntil: null,
  closedAt: null,
  may: []
}
const rule = (parts: object, of: 'all' | 'tag' = 'tag'): ReminderRule => ({
  id: 'r',
  scope: of === 'all' ? { of } : { of, tag: 'ci' },
  parts: ruleParts.parse(parts),
  keys: 1,
  keyName: null
})

describe('what a reminder says', () => {
  beforeAll(() => startTexts('en'))

  it('is what is to come, or what has come', () => {
    expect(kindText(base, NOW, texts.t)).toBe('Expires')
    expect(kindText({ ...base, state: 'overdue', targetAt: '2026-11-19T09:00:00Z' }, NOW, texts.t)).toBe('Expired')
    expect(kindText({ ...base, kind: 'usage', usedPercent: 91 }, NOW, texts.t)).toBe('91% of the quota used')
  })

  it('is when the next word comes, or that none does', () => {
    expect(fateText(base, NOW, texts.t, 'en')).toBe('Next reminder in 5 days')
    expect(fateText({ ...base, nextAt: null }, NOW, texts.t, 'en')).toBe('All reminders given')
    const snoozed = { ...base, state: 'snoozed', snoozedUntil: '2026-11-20T10:00:00Z' } as const
    expect(fateText(snoozed, NOW, texts.t, 'de')).toMatch(/^Until 20\. Nov\. 2026, \d\d:\d\d/)
  })

  it('never says that it was settled in the future, when the clock here is behind', () => {
    const done = { ...base, state: 'done', closedAt: '2026-11-20T09:00:02Z' } as const
    expect(fateText(done, NOW, texts.t, 'en')).toBe('Done just now')
  })
})

describe('what a rule says', () => {
  beforeAll(() => startTexts('en'))

  it('stands in one line, the unit once', () => {
    const says = partTexts(
      rule({ expiryLeadDays: [0, 30, 7], usagePercents: [100, 75], graceLeadHours: [1] }),
      texts.t,
      'en'
    )
    expect(says[0]).toMatch(/^Expiry 30 and 7 days before and on the day$/)
    expect(says[1]).toBe('Grace 1 hour before its end')
    expect(says[2]).toBe('Usage at 75 and 100%')
  })

  it('names what is off', () => {
    expect(
      partTexts(rule({ expiryLeadDays: [], rotateEveryDays: 0, notify: false, channels: [] }), texts.t, 'en')
    ).toEqual(['Expiry off', 'Rotation off', 'No system notifications', 'No channels'])
    expect(partTexts(rule({}), texts.t, 'en')).toEqual([])
  })
})
