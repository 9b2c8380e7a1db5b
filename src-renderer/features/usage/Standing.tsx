import { useTranslation } from 'react-i18next'
import { useUsage } from '../../stores/usage-store'
import { latest, standingOf } from './accounts/account-standing'
import { Synced } from './accounts/Synced'
import { countText } from './model/numbers'
import classes from './Standing.module.css'

/** Whether what is shown is up to date, in one line. */
export function Standing() {
  const { t, i18n } = useTranslation()
  const { accounts, syncing, show } = useUsage()
  const told = accounts?.filter(({ log, totals }) => log === 'offered' || totals === 'offered') ?? []
  const standings = told.map(standingOf)
  const failed = standings.filter(({ failures }) => failures.length > 0).length
  const syncedAt = latest(standings.map((standing) => standing.syncedAt))
  const records = syncing.reduce((sum, one) => sum + one.records, 0)
  return (
    <p className={classes.standing}>
      {syncing.length > 0 ? (
        <span>{t('usage.standing.reading', { count: records, formatted: countText(records, i18n.language) })}</span>
      ) : told.length === 0 ? (
        t('usage.lead')
      ) : (
        <span>
          {t('usage.standing.accounts', { count: told.length })}
          {' · '}
          {syncedAt === null ? t('usage.accounts.neverRead') : <Synced at={syncedAt} />}
        </span>
      )}
      {failed > 0 && (
        <button
          type="button"
          className={classes.failed}
          onClick={() => {
            show('accounts')
          }}
        >
          {t('usage.standing.failed', { count: failed })}
        </button>
      )}
    </p>
  )
}
