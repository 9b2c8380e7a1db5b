import { IconPlugConnected } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useUi } from '../../../stores/ui-store'
import { useUsage } from '../../../stores/usage-store'
import { EmptyState } from '../../../ui/EmptyState'
import { AccountRow } from './AccountRow'
import classes from './Accounts.module.css'

/** How each account's usage is read, how far it is, and why not where it is not. */
export function AccountsView() {
  const { t } = useTranslation()
  const accounts = useUsage((state) => state.accounts) ?? []
  if (accounts.length === 0) {
    return (
      <EmptyState
        primary
        icon={<IconPlugConnected size={20} />}
        title={t('usage.empty.accountsTitle')}
        text={t('usage.empty.accountsText')}
        action={t('connections.add')}
        onAction={() => {
          useUi.getState().addConnection({ connectorId: null })
        }}
      />
    )
  }
  return (
    <ul className={classes.list} tabIndex={0} aria-label={t('usage.tabs.accounts')}>
      {accounts.map((account) => (
        <AccountRow key={account.connectionId} account={account} />
      ))}
    </ul>
  )
}
