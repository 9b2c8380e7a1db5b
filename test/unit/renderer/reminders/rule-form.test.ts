import { describe, expect, it } from 'vitest'
import { DEFAULT_RULE_PARTS, ruleParts, type RuleParts } from '@contract/model/reminder'
import {
  listParts,
  problemsIn,
  saysNothing,
  toForm,
  toParts
} from '../../../../src-renderer/features/reminders/model/rule-form'

const all = ruleParts.parse(DEFAULT_RULE_PARTS)
const nothing = ruleParts.parse({})
const scope = { of: 'tag', tag: 'ci' } as const

describe('the form of a rule', () => {
  it.each<[string, RuleParts]>([
    ['the defaults', all],
    ['a rule that says nothing', nothing],
    [
      'a rule that turns everything off',
      { ...all, expiryLeadDays: [], usagePercents: [], notify: false, graceLeadHours: [] }
    ],
    ['numbers nobody offers', { ...nothing, expiryLeadDays: [400, 2], rotateEveryDays: 45, channels: ['phone'] }]
  ])('gives back %s', (_, parts) => {
    expect(toParts(toForm(parts))).toEqual(parts)
  })

  it('saves what the contract takes', () => {
    const form = { ...toForm(null), expiryLeadDays: { mode: 'on', numbers: [1, 30, 7, 30] } } as const
    expect(ruleParts.parse(toParts(form)).expiryLeadDays).toEqual([30, 7, 1])
  })

  it('leaves every part of a new rule to the wider ones', () => {
    expect(saysNothing(toParts(toForm(null)))).toBe(true)
  })

  it('remembers the usual numbers while a part is off', () => {
    const { expiryLeadDays } = toForm({ ...nothing, expiryLeadDays: [] })
    expect(expiryLeadDays).toEqual({ mode: 'off', numbers: [30, 7, 1, 0] })
  })

  it('starts each part with the numbers of the contract', () => {
    for (const part of ['expiryLeadDays', 'graceLeadHours', 'usagePercents'] as const) {
      expect(listParts[part].usual).toEqual(DEFAULT_RULE_PARTS[part])
    }
  })

  it('names what is missing', () => {
    const form = {
      ...toForm(null),
      expiryLeadDays: { mode: 'on', numbers: [] },
      unusedForDays: { mode: 'on', days: '' },
      rotateEveryDays: { mode: 'on', days: 0 },
      channels: { mode: 'on', ids: [] }
    } as const
    expect(problemsIn(form, null)).toEqual({
      scope: true,
      parts: ['expiryLeadDays', 'rotateEveryDays', 'unusedForDays', 'channels']
    })
    expect(problemsIn(toForm(all), scope)).toEqual({ scope: false, parts: [] })
  })
})
