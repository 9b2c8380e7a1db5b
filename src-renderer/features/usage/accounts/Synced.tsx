import { useTranslation } from 'react-i18next'
import { absoluteText, within } from '../../../texts/dates'
import { useNow } from '../../../ui/use-now'

interface SyncedProps {
  readonly at: string
}

/** When an account was read, as a part of a sentence; the exact time shows on hover. */
export function Synced({ at }: SyncedProps) {
  const { t, i18n } = useTranslation()
  const nowMs = useNow(30_000)
  return (
    <time dateTime={at} title={absoluteText(at, i18n.language)}>
      {t('usage.accounts.read', { when: within(at, Math.max(nowMs, Date.parse(at) + 1), t) })}
    </time>
  )
}
