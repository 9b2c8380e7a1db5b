import { IconGauge } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useReminders } from '../../../stores/reminders-store'
import { useUi } from '../../../stores/ui-store'
import { useUsage } from '../../../stores/usage-store'
import { useResource } from '../../../stores/use-resource'
import { EmptyState } from '../../../ui/EmptyState'
import { FailureNote } from '../../../ui/FailureNote'
import { Loading } from '../../../ui/Loading'
import { Moment } from '../../../ui/Moment'
import { QuotaRow } from './QuotaRow'
import classes from './Quotas.module.css'

const load = () => client.call('usage.quotas', {})

/** What accounts have used of what they may, when that ends, and what they renew. */
export function QuotasView() {
  const { t } = useTranslation()
  const revision = useUsage((state) => state.revision)
  const { value, failure } = useResource(revision, load)
  const [opened, setOpened] = useState<string | null | undefined>(undefined)
  if (failure !== null && value === null) {
    return (
      <div className={classes.note}>
        <FailureNote failure={failure} />
      </div>
    )
  }
  if (value === null) return <Loading label={t('common.loading')} />
  const { quotas, renewals } = value
  if (quotas.length + renewals.length === 0) {
    return (
      <EmptyState
        icon={<IconGauge size={20} />}
        title={t('usage.empty.quotasTitle')}
        text={t('usage.empty.quotasText')}
        action={t('usage.empty.quotasAction')}
        onAction={() => {
          useUsage.getState().show('accounts')
        }}
      />
    )
  }
  const idOf = ({ connectionId, metric }: (typeof quotas)[number]): string => `${connectionId} ${metric}`
  const first = quotas.find(({ limit }) => limit !== null)
  const open = opened === undefined ? (first === undefined ? null : idOf(first)) : opened
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('usage.tabs.quotas')}>
      <p className={classes.hint}>
        {t('usage.quotas.alerts')}{' '}
        <button
          type="button"
          className={classes.link}
          onClick={() => {
            useReminders.getState().show('rules')
            useUi.getState().goTo('reminders')
          }}
        >
          {t('usage.quotas.alertRules')}
        </button>
      </p>
      {quotas.length > 0 && (
        <ul className={classes.quotas}>
          {quotas.map((quota) => {
            const id = idOf(quota)
            return (
              <QuotaRow
                key={id}
                quota={quota}
                opened={open === id}
                onToggle={() => {
                  setOpened(open === id ? null : id)
                }}
              />
            )
          })}
        </ul>
      )}
      {renewals.length > 0 && (
        <section>
          <h2 className={classes.heading}>{t('usage.quotas.renewals')}</h2>
          <ul className={classes.renewals}>
            {renewals.map(({ connectionId, connectionName, kind, name, renewsAt }) => (
              <li key={`${connectionId} ${kind} ${name}`}>
                <span className={classes.renewed}>{name}</span>
                <span>{kind}</span>
                <span>{connectionName}</span>
                <Moment at={renewsAt} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
