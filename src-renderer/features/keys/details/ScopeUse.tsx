import type { KeyDetails } from '@contract/model/key'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useResource } from '../../../stores/use-resource'
import facts from './KeyFacts.module.css'

interface ScopeUseProps {
  readonly saved: KeyDetails
}

const DAYS = 90
const DAY_MS = 86_400_000
const READING = ['GET', 'HEAD']
const BEYOND_READING = /[:./_-](?:write|admin|manage|full|all|\*)$/i

/** Says of a key whose log tells only of reading that its scopes allow more; nothing where no log tells. */
export function ScopeUse({ saved }: ScopeUseProps) {
  const { t, i18n } = useTranslation()
  const beyond = saved.scopes.filter((scope) => BEYOND_READING.test(scope))
  const asks = saved.connectionId !== null && beyond.length > 0
  const { value: onlyReads } = useResource(asks ? saved.id : null, readsAlone)
  if (onlyReads !== true) return null
  return (
    <p className={facts.hint}>
      {t('keys.onlyReads', { count: DAYS, scopes: new Intl.ListFormat(i18n.language).format(beyond) })}
    </p>
  )
}

/** Whether every call of the last days is known to have read. */
async function readsAlone(id: KeyDetails['id'] | null): Promise<boolean> {
  if (id === null) return false
  const filter = { keyIds: [id], from: new Date(Date.now() - DAYS * DAY_MS).toISOString() }
  const { total } = await client.call('usage.records', { filter, limit: 1 })
  if (total === 0) return false
  const reading = { ...filter, methods: READING }
  return (await client.call('usage.records', { filter: reading, limit: 1 })).total === total
}
