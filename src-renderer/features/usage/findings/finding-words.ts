import type { UsageFinding } from '@contract/model/usage'
import type { TFunction } from 'i18next'
import { dateText } from '../../../texts/dates'
import { countText } from '../model/numbers'
import { spanText } from '../model/time'
import { amountText, isShare, metricText } from '../quotas/quota-words'

interface FindingWords {
  readonly title: string
  /** By which rule it was found, with the numbers. */
  readonly why: string
  /** What to do about it. */
  readonly next: string
}

/** A finding in three sentences: what it is, why it was found, what to do. */
export function findingWords({ facts }: UsageFinding, t: TFunction, language: string): FindingWords {
  const number = (count: number): string => countText(count, language)
  const next = t(`usage.findings.next.${facts.kind}`)
  switch (facts.kind) {
    case 'new-address':
      return {
        title: t('usage.findings.titles.new-address', { ip: facts.ip }),
        why: t('usage.findings.why.new-address', {
          requests: t('usage.findings.calls', { count: facts.requests, formatted: number(facts.requests) }),
          days: t('usage.findings.days', { count: facts.watchedDays }),
          known: t('usage.findings.addresses', { count: facts.known })
        }),
        next
      }
    case 'new-endpoint': {
      const endpoint = [facts.method, facts.endpoint].filter(Boolean).join(' ')
      return {
        title: t('usage.findings.titles.new-endpoint', { endpoint }),
        why: t('usage.findings.why.new-endpoint', {
          requests: t('usage.findings.calls', { count: facts.requests, formatted: number(facts.requests) }),
          days: t('usage.findings.days', { count: facts.watchedDays }),
          known: t('usage.findings.endpoints', { count: facts.known })
        }),
        next
      }
    }
    case 'error-burst':
      return {
        title: t('usage.findings.titles.error-burst', { percent: Math.round(facts.percent) }),
        why: t('usage.findings.why.error-burst', {
          errors: number(facts.errors),
          requests: number(facts.requests),
          span: spanText(Date.parse(facts.from), Date.parse(facts.until), language),
          usual: facts.usualPercent
        }),
        next
      }
    case 'old-key-used':
      return {
        title: t('usage.findings.titles.old-key-used'),
        why: t('usage.findings.why.old-key-used', {
          requests: t('usage.findings.calls', { count: facts.requests, formatted: number(facts.requests) }),
          addresses: facts.addresses.length === 0 ? t('usage.findings.noAddress') : facts.addresses.join(', ')
        }),
        next
      }
    case 'quota': {
      const why = isShare(facts) ? 'quotaShare' : 'quota'
      const { metric, unit, used, limit, percent, threshold, periodEnd } = facts
      return {
        title: t('usage.findings.titles.quota', { metric: metricText(metric), threshold }),
        why: t(periodEnd === null ? `usage.findings.why.${why}` : `usage.findings.why.${why}Until`, {
          used: amountText(used, unit, language),
          limit: amountText(limit, unit, language),
          percent: Math.floor(percent),
          date: periodEnd === null ? '' : dateText(periodEnd, language)
        }),
        next
      }
    }
  }
}
