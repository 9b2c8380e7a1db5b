import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import type { CallFilter } from '../../../stores/call-pages'
import { useUsage } from '../../../stores/usage-store'
import { useResource } from '../../../stores/use-resource'
import { Moment } from '../../../ui/Moment'
import { CallStatus } from '../log/CallStatus'
import classes from './KeyUsage.module.css'

interface LatestCallsProps {
  readonly filter: CallFilter
}

const MOST = 10

/** The newest calls of a filter. */
export function LatestCalls({ filter }: LatestCallsProps) {
  const { t } = useTranslation()
  const revision = useUsage((state) => state.revision)
  const load = useCallback(() => client.call('usage.records', { filter, limit: MOST }), [filter])
  const { value } = useResource(revision, load)
  if (value === null) return null
  if (value.items.length === 0) return <p className={classes.none}>{t('usage.key.noCalls')}</p>
  return (
    <ul className={classes.calls} aria-label={t('usage.key.latest')}>
      {value.items.map(({ cursor, at, method, path, status, ip, source }) => (
        <li key={cursor}>
          <span className={classes.endpoint} title={path ?? undefined}>
            {[method, path].filter(Boolean).join(' ') || t('usage.charts.noEndpoint')}
          </span>
          <span className={classes.status}>
            <CallStatus status={status} />
          </span>
          <span className={classes.second}>{[ip, source].filter(Boolean).join(' · ')}</span>
          <span className={classes.when}>
            <Moment at={at} past />
          </span>
        </li>
      ))}
    </ul>
  )
}
