import { useTranslation } from 'react-i18next'
import { absoluteText, relativeText } from '../texts/dates'
import { useNow } from './use-now'

interface MomentProps {
  readonly at: string | null
  /** It has happened, even when the clock here is a little behind. */
  readonly past?: boolean
}

/** A moment as people say it; the exact time shows on hover. A native title: a list has hundreds of these. */
export function Moment({ at, past = false }: MomentProps) {
  const { t, i18n } = useTranslation()
  const nowMs = useNow(30_000)
  if (at === null) return <span>{t('common.never')}</span>
  return (
    <time dateTime={at} title={absoluteText(at, i18n.language)}>
      {relativeText(at, past ? Math.max(nowMs, Date.parse(at) + 1) : nowMs, t)}
    </time>
  )
}
