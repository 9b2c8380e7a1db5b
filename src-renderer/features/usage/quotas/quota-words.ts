import type { UsageQuota } from '@contract/model/usage'
import type { TFunction } from 'i18next'
import { dateText } from '../../../texts/dates'

/** An amount with its unit: "74.2 GB". */
export function amountText(amount: number, unit: string | null, language: string): string {
  const number = amount.toLocaleString(language, { maximumFractionDigits: 1 })
  return unit === null ? number : unit === '%' ? `${number} %` : `${number} ${unit}`
}

/** When a quota ends at which pace, or why that cannot be told. */
export function forecastText(quota: UsageQuota, t: TFunction, language: string): string {
  const { forecast, limit, unit, periodEnd, overage } = quota
  if (overage > 0) return t('usage.quotas.over', { amount: amountText(overage, unit, language) })
  if (limit === null) return t('usage.quotas.noLimit')
  if (forecast.rule === 'none') return t('usage.quotas.tooLittle')
  const pace = t(`usage.quotas.pace.${forecast.rule}`, {
    amount: amountText(forecast.perDay ?? 0, unit, language)
  })
  if (forecast.endsAt !== null)
    return `${t('usage.quotas.ends', { date: dateText(forecast.endsAt, language) })} ${pace}`
  if (forecast.atPeriodEnd === null || periodEnd === null) return `${t('usage.quotas.lasts')} ${pace}`
  const amount = amountText(forecast.atPeriodEnd, unit, language)
  return `${t('usage.quotas.lastsUntil', { date: dateText(periodEnd, language), amount })} ${pace}`
}
