import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { absoluteText, relativeText } from '../texts/dates'
import { useNow } from './use-now'

interface MomentProps {
  readonly at: string | null
}

/** A moment as people say it; the exact time stands in the tooltip. */
export function Moment({ at }: MomentProps) {
  const { t, i18n } = useTranslation()
  const nowMs = useNow(30_000)
  if (at === null) return <span>{t('common.never')}</span>
  return (
    <Tooltip label={absoluteText(at, i18n.language)}>
      <time dateTime={at}>{relativeText(at, nowMs, t)}</time>
    </Tooltip>
  )
}
