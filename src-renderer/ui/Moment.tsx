import { useTranslation } from 'react-i18next'
import { absoluteText, relativeText, within } from '../texts/dates'
import { useNow } from './use-now'

interface MomentProps {
  readonly at: string | null
  /** It has happened, even when the clock here is a little behind. */
  readonly past?: boolean
  /** Other words stand before it. */
  readonly inside?: boolean
}

/** A moment as people say it; the exact time shows on hover. A native title: a list has hundreds of these. */
export function Moment({ at, past = false, inside = false }: MomentProps) {
  const { t, i18n } = useTranslation()
  const nowMs = useNow(30_000)
  if (at === null) return <span>{t('common.never')}</span>
  const since = past ? Math.max(nowMs, Date.parse(at) + 1) : nowMs
  return (
    <time dateTime={at} title={absoluteText(at, i18n.language)}>
      {inside ? within(at, since, t) : relativeText(at, since, t)}
    </time>
  )
}
