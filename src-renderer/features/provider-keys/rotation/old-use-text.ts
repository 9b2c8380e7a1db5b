import type { OldUse } from '@contract/model/rotation'
import type { TFunction } from 'i18next'
import { within } from '../../../texts/dates'

/** What is known of the use of an old value, as sentences. */
export function oldUseText(use: OldUse, provider: string, nowMs: number, t: TFunction): string {
  const { known, requests, lastAt, readAt, addresses } = use
  if (requests > 0 && lastAt !== null) {
    const when = within(lastAt, Math.max(nowMs, Date.parse(lastAt) + 1), t)
    const said = t('provider.rotation.oldUse.used', { count: requests, when })
    const from = addresses.map(({ ip }) => ip).join(', ')
    return from === '' ? said : `${said} ${t('provider.rotation.oldUse.from', { addresses: from })}`
  }
  switch (known) {
    case 'read':
      return t('provider.rotation.oldUse.unused', {
        provider,
        when: within(readAt ?? use.since, Math.max(nowMs, Date.parse(readAt ?? use.since) + 1), t)
      })
    case 'not-read':
      return t('provider.rotation.oldUse.notRead', { provider })
    case 'not-offered':
      return t('provider.rotation.oldUse.notOffered', { provider })
    case 'one-id':
      return t('provider.rotation.oldUse.oneId', { provider })
  }
}
