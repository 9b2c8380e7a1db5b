import type { UsageState } from '@contract/model/usage'
import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useConnections } from '../../../stores/connections-store'
import { useAccountMarks } from '../../../stores/use-account-marks'
import { useUi } from '../../../stores/ui-store'
import { useUsage } from '../../../stores/usage-store'
import { dateText, within } from '../../../texts/dates'
import { cx } from '../../../ui/cx'
import { FailureNote } from '../../../ui/FailureNote'
import { useNow } from '../../../ui/use-now'
import { countText } from '../model/numbers'
import { cancelSync, syncNow } from '../usage-actions'
import { standingOf } from './account-standing'
import classes from './Accounts.module.css'
import { Progress } from './Progress'
import { Synced } from './Synced'

interface AccountRowProps {
  readonly account: UsageState
}

/** One account: what it tells of its usage, what has been read, and what went wrong. */
export function AccountRow({ account }: AccountRowProps) {
  const { t, i18n } = useTranslation()
  const running = useUsage(({ syncing }) => syncing.find(({ connectionId }) => connectionId === account.connectionId))
  const { connectionId, connectionName, provider, log, totals, nextAt } = account
  const { syncedAt, records, oldestAt, complete, failures } = standingOf(account)
  const now = running ?? account.running
  const mark = useAccountMarks().get(connectionId)
  const facts = [provider !== connectionName && provider, mark].filter(Boolean).join(' · ')
  const nowMs = useNow(30_000)
  const mayRead = log === 'offered' || totals === 'offered'
  return (
    <li className={classes.account} aria-label={connectionName}>
      <div className={classes.head}>
        <div className={classes.words}>
          <p className={classes.name}>
            {connectionName} {facts !== '' && <span className={classes.provider}>{facts}</span>}
          </p>
          <p className={classes.second}>
            {mayRead && (
              <>
                {syncedAt === null ? t('usage.accounts.neverRead') : <Synced at={syncedAt} />}
                {log === 'offered' && records > 0 && (
                  <>
                    {' · '}
                    {t('usage.log.found', { count: records, formatted: countText(records, i18n.language) })}
                    {oldestAt !== null &&
                      ` ${t(complete ? 'usage.accounts.allSince' : 'usage.accounts.since', { date: dateText(oldestAt, i18n.language) })}`}
                  </>
                )}
                {nextAt !== null &&
                  now === null &&
                  ` · ${t('usage.accounts.next', { when: within(nextAt, nowMs, t) })}`}
              </>
            )}
          </p>
        </div>
        {mayRead &&
          (now === null ? (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconRefresh size={16} />}
              aria-label={t('usage.accounts.syncOf', { name: connectionName })}
              onClick={() => {
                void syncNow([connectionId])
              }}
            >
              {t('usage.accounts.sync')}
            </Button>
          ) : (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('usage.accounts.stopOf', { name: connectionName })}
              onClick={() => {
                void cancelSync([connectionId])
              }}
            >
              {t('usage.accounts.stop')}
            </Button>
          ))}
      </div>
      {now !== null && <Progress records={now.records} of={now.of} />}
      <dl className={classes.offers}>
        <dt>{t('usage.accounts.log')}</dt>
        <dd>{t(`usage.accounts.logs.${log}`)}</dd>
        <dt>{t('usage.accounts.totals')}</dt>
        <dd>{t(`usage.accounts.totalsOf.${totals}`)}</dd>
      </dl>
      {failures.map(({ failure, keyName }) => (
        <div key={`${failure.code} ${keyName ?? ''}`} className={classes.failure}>
          {keyName !== null && <p className={classes.second}>{t('usage.accounts.logOf', { name: keyName })}</p>}
          <FailureNote failure={{ ...failure, id: '' }} />
        </div>
      ))}
      {failures.length > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          className={cx(classes.remedy)}
          onClick={() => {
            useConnections.getState().open(connectionId)
            useUi.getState().goTo('connections')
          }}
        >
          {t('usage.accounts.open')}
        </Button>
      )}
    </li>
  )
}
