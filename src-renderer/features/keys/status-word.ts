import type { KeyStatus } from '@contract/model/key'
import type { TFunction } from 'i18next'
import { relativeText } from '../../texts/dates'

/** A status in one word, for lists, where the date stands beside it. */
export function shortStatus(status: KeyStatus, t: TFunction): string {
  return status === 'expiring' ? t('status.expiringShort') : t(`status.${status}`)
}

/** A status as a sentence says it: "Expires in 6 days". */
export function longStatus(status: KeyStatus, expiresAt: string | null, nowMs: number, t: TFunction): string {
  if (status !== 'expiring') return t(`status.${status}`)
  const when = relativeText(expiresAt, nowMs, t)
  return t('status.expiring', { when: when.charAt(0).toLocaleLowerCase() + when.slice(1) })
}
