import { IconActivity, IconPlugConnected, IconZzz } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useUi } from '../../stores/ui-store'
import { useUsage } from '../../stores/usage-store'
import { EmptyState } from '../../ui/EmptyState'
import { Progress } from './accounts/Progress'
import classes from './NothingYet.module.css'
import { syncNow } from './usage-actions'

/** No call is here yet: what will be, and how it gets here with the accounts there are. */
export function NothingYet() {
  const { t } = useTranslation()
  const { accounts, syncing, show } = useUsage()
  const told = accounts?.filter(({ log }) => log === 'offered') ?? []
  if (accounts === null || accounts.length === 0) {
    return (
      <EmptyState
        primary
        icon={<IconPlugConnected size={20} />}
        title={t('usage.empty.callsTitle')}
        text={t('usage.empty.noAccounts')}
        action={t('connections.add')}
        onAction={() => {
          useUi.getState().addConnection({ connectorId: null })
        }}
      />
    )
  }
  if (told.length === 0) {
    return (
      <EmptyState
        icon={<IconZzz size={20} />}
        title={t('usage.empty.notOfferedTitle')}
        text={t('usage.empty.notOfferedText')}
        action={t('usage.empty.quotasAction')}
        onAction={() => {
          show('accounts')
        }}
      />
    )
  }
  const [running] = syncing
  if (running !== undefined) {
    return (
      <div className={classes.reading}>
        <Progress records={running.records} of={running.of} />
      </div>
    )
  }
  const read = told.some(({ logs }) => logs.some(({ syncedAt }) => syncedAt !== null))
  return (
    <EmptyState
      primary
      icon={<IconActivity size={20} />}
      title={t(read ? 'usage.empty.readTitle' : 'usage.empty.callsTitle')}
      text={t(read ? 'usage.empty.readText' : 'usage.empty.callsText')}
      action={t('usage.accounts.sync')}
      onAction={() => {
        void syncNow([])
      }}
    />
  )
}
