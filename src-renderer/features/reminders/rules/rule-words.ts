import type { ReminderRule, RuleParts, RuleScope } from '@contract/model/reminder'
import type { TFunction } from 'i18next'
import { dateLocale } from '../../../texts/dates'
import { sorted } from '../model/rule-form'

/** Whose keys a rule is about: "All keys", "Tag ci". */
export function scopeText(scope: RuleScope, keyName: string | null, t: TFunction): string {
  switch (scope.of) {
    case 'all':
      return t('reminders.rules.all')
    case 'provider':
      return scope.provider
    case 'tag':
      return scope.tag
    case 'key':
      return keyName ?? t('reminders.rules.gone')
  }
}

/** What a rule says of its own, a few words for each part. */
export function partTexts({ parts, scope }: ReminderRule, t: TFunction, language: string): string[] {
  const { expiryLeadDays, rotateEveryDays, unusedForDays, graceLeadHours, usagePercents, notify, channels } = parts
  const list = (texts: string[]): string => new Intl.ListFormat(dateLocale(language)).format(texts)
  const days = (count: number): string => t('reminders.rules.days', { count })
  const all = scope.of === 'all'
  return [
    expiryText(expiryLeadDays, t, list),
    rotateEveryDays === null
      ? null
      : rotateEveryDays === 0
        ? t('reminders.rules.says.rotateOff')
        : t('reminders.rules.says.rotate', { days: days(rotateEveryDays) }),
    unusedForDays === null
      ? null
      : unusedForDays === 0
        ? t('reminders.rules.says.unusedOff')
        : t('reminders.rules.says.unused', { days: days(unusedForDays) }),
    graceLeadHours === null
      ? null
      : graceLeadHours.length === 0
        ? t('reminders.rules.says.graceOff')
        : t('reminders.rules.says.grace', { list: plain(graceLeadHours, 'hours', t, list) }),
    usagePercents === null
      ? null
      : usagePercents.length === 0
        ? t('reminders.rules.says.usageOff')
        : t('reminders.rules.says.usage', {
            list: plain(usagePercents, 'percent', t, list)
          }),
    notify === null ? null : t(notify ? 'reminders.rules.says.notify' : 'reminders.rules.says.quiet'),
    channels === null || (all && channels.length === 0)
      ? null
      : channels.length === 0
        ? t('reminders.rules.says.noChannels')
        : t('reminders.rules.says.channels', { count: channels.length })
  ].filter((text) => text !== null)
}

function expiryText(
  leads: RuleParts['expiryLeadDays'],
  t: TFunction,
  list: (texts: string[]) => string
): string | null {
  if (leads === null) return null
  if (leads.length === 0) return t('reminders.rules.says.expiryOff')
  const before = leads.filter((days) => days > 0)
  if (before.length === 0) return t('reminders.rules.says.onlyDay')
  const onTheDay = before.length < leads.length
  return t(onTheDay ? 'reminders.rules.says.expiryDay' : 'reminders.rules.says.expiry', {
    list: plain(before, 'days', t, list)
  })
}

/** "30, 7 and 1 day": the unit stands once, behind the last number. */
function plain(
  numbers: readonly number[],
  unit: 'days' | 'hours' | 'percent',
  t: TFunction,
  list: (texts: string[]) => string
): string {
  const order = unit === 'percent' ? sorted(numbers).reverse() : sorted(numbers)
  return list(
    order.map((count, at) => (at === order.length - 1 ? t(`reminders.rules.${unit}`, { count }) : String(count)))
  )
}
