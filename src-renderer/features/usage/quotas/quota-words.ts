import type { UsageQuota } from '@contract/model/usage'
import type { TFunction } from 'i18next'
import { dateText } from '../../../texts/dates'
import { percentText } from '../../../texts/percent'
import { compactText } from '../model/numbers'

// A longer unit is a word, such as "requests": what is counted. It stands too wide beside each mark of an axis.
const SHORT_UNIT = 3
const COMPACT_FROM = 10_000

/** An amount with its unit: "74.2 GB". */
export function amountText(amount: number, unit: string | null, language: string): string {
  if (unit === '%') return percentText(amount, language)
  const number = amount.toLocaleString(language, { maximumFractionDigits: 1 })
  return unit === null ? number : `${number} ${unit}`
}

/** An amount that is foreseen: "74.2 GB", but of what is counted no part of one, "11 requests", unless it is less. */
export function foreseenText(amount: number, unit: string | null, language: string): string {
  const isCounted = unit === null || unit.length > SHORT_UNIT
  return amountText(isCounted && amount >= 1 ? Math.round(amount) : amount, unit, language)
}

/** An amount as a mark of an axis: "1,000 GB", "75%", and "15K" where the unit is a word. */
export function markText(amount: number, unit: string | null, language: string): string {
  if (unit === '%') return percentText(amount, language)
  const number = amount < COMPACT_FROM ? amount.toLocaleString(language) : compactText(amount, language)
  return unit === null || unit.length > SHORT_UNIT ? number : `${number} ${unit}`
}

/** The provider's name of what it limits, as it stands at the beginning of a line: "Bandwidth", "CPU time". */
export function metricText(metric: string): string {
  return metric
    .replaceAll('_', ' ')
    .replace(/^[a-z]+(?![A-Za-z])/, (word) =>
      word.length <= 3 ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)
    )
}

/** Whether amounts are shares of the limit already, so that to tell the limit as well says nothing. */
export function isShare({ unit, limit }: Pick<UsageQuota, 'unit' | 'limit'>): boolean {
  return unit === '%' && limit === 100
}

/** When a quota ends at which pace, or why that cannot be told. */
export function forecastText(quota: UsageQuota, t: TFunction, language: string): string {
  const { forecast, limit, unit, periodEnd, overage } = quota
  if (overage > 0) return t('usage.quotas.over', { amount: amountText(overage, unit, language) })
  if (limit === null) return t('usage.quotas.noLimit')
  if (forecast.rule === 'none') return t('usage.quotas.tooLittle')
  const pace = t(`usage.quotas.pace.${forecast.rule}`, {
    amount: foreseenText(forecast.perDay ?? 0, unit, language)
  })
  if (forecast.endsAt !== null)
    return `${t('usage.quotas.ends', { date: dateText(forecast.endsAt, language) })} ${pace}`
  if (forecast.atPeriodEnd === null || periodEnd === null) return `${t('usage.quotas.lasts')} ${pace}`
  const amount = foreseenText(forecast.atPeriodEnd, unit, language)
  return `${t('usage.quotas.lastsUntil', { date: dateText(periodEnd, language), amount })} ${pace}`
}
