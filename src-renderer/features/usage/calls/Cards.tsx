import type { UsageSummary } from '@contract/model/usage'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import { Moment } from '../../../ui/Moment'
import { countText, shareText } from '../model/numbers'
import classes from './Cards.module.css'

interface CardsProps {
  readonly summary: UsageSummary | null
  readonly brief?: boolean
}

/** The few numbers that answer how much a key is used and how well. Their places are held until they are known. */
export function Cards({ summary, brief = false }: CardsProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language
  const answered = summary === null ? 0 : summary.requests - summary.unknown
  const share = summary === null || answered === 0 ? null : (answered - summary.errors) / answered
  const number = (value: number | undefined): string => (value === undefined ? '\u00a0' : countText(value, language))
  return (
    <dl className={cx(classes.cards, brief && classes.brief)}>
      <div>
        <dt>{t('usage.cards.requests')}</dt>
        <dd>{number(summary?.requests)}</dd>
      </div>
      <div>
        <dt>{t('usage.errors')}</dt>
        <dd className={cx((summary?.errors ?? 0) > 0 && classes.errors)}>{number(summary?.errors)}</dd>
      </div>
      <div>
        <dt>{t('usage.cards.success')}</dt>
        <dd>{summary === null ? '\u00a0' : share === null ? '–' : shareText(share, language)}</dd>
      </div>
      <div>
        <dt>{t('usage.cards.lastUsed')}</dt>
        <dd>{summary === null ? '\u00a0' : <Moment at={summary.lastAt} past />}</dd>
      </div>
    </dl>
  )
}
