import { useTranslation } from 'react-i18next'
import { countText } from '../model/numbers'
import classes from './TimeTip.module.css'

interface TimeTipProps {
  readonly title: string
  readonly requests: number
  readonly errors: number
}

/** What one bar stands for. */
export function TimeTip({ title, requests, errors }: TimeTipProps) {
  const { t, i18n } = useTranslation()
  return (
    <div className={classes.tip}>
      <p className={classes.title}>{title}</p>
      <dl className={classes.values}>
        <dt>{t('usage.requests')}</dt>
        <dd>{countText(requests, i18n.language)}</dd>
        <dt className={classes.errors}>{t('usage.errors')}</dt>
        <dd>{countText(errors, i18n.language)}</dd>
      </dl>
    </div>
  )
}
