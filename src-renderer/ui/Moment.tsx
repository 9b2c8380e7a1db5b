import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { absoluteText, relativeText } from '../texts/dates'
import { useNow } from './use-now'

interface MomentProps {
  readonly at: string | null
  /** It has happened, even when the clock here is a little behind. */
  readonly past?: boolean
}

/** A moment as people say it; the exact time stands in the tooltip. */
export function Moment({ at, past = false }: MomentProps) {
  const { t, i18n } = useTranslation()
  const nowMs = useNow(30_000)
  if (at === null) return <span>{t('common.never')}</span>
  return (
    <Tooltip label={absoluteText(at, i18n.language)}>
      <time dateTime={at}>{relativeText(at, past ? Math.max(nowMs, Date.parse(at) + 1) : nowMs, t)}</time>
    </Tooltip>
  )
}
