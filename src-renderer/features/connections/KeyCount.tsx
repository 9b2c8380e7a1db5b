import type { Connection } from '@contract/model/connection'
import { useTranslation } from 'react-i18next'

interface KeyCountProps {
  readonly connection: Connection
}

/** How many keys the provider counts, of how many it allows; what is followed here where it does not tell. */
export function KeyCount({ connection: { lastTest, keys } }: KeyCountProps) {
  const { t } = useTranslation()
  if (lastTest?.keysUsed == null) return t('connections.followed', { count: keys })
  const { keysUsed, keysLimit } = lastTest
  return keysLimit === null
    ? t('connections.keysAt', { count: keysUsed })
    : t('connections.keysOf', { used: keysUsed, limit: keysLimit })
}
