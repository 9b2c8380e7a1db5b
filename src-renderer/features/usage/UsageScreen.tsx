import { Button, Tabs } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconRefresh } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { usageTabs, useUsage, type UsageTab } from '../../stores/usage-store'
import { useResource } from '../../stores/use-resource'
import { FailureNote } from '../../ui/FailureNote'
import { AccountsView } from './accounts/AccountsView'
import { BreakdownView } from './breakdown/BreakdownView'
import { CallsView } from './calls/CallsView'
import { ExportNote } from './ExportNote'
import { FilterBar } from './filters/FilterBar'
import { FindingsView } from './findings/FindingsView'
import { useAsked } from './model/use-asked'
import { NothingYet } from './NothingYet'
import { QuotasView } from './quotas/QuotasView'
import { Standing } from './Standing'
import { cancelSync, syncNow } from './usage-actions'
import { UsageMenu } from './UsageMenu'
import classes from './UsageScreen.module.css'

const TYPING_MS = 120

/** Who used which key for what, how near the limits are, and what stands out. */
export function UsageScreen() {
  const { t, i18n } = useTranslation()
  const { tab, view, revision, accounts, failure, openFindings, syncing, show, look } = useUsage()
  // Each letter would ask a log of a million calls anew; the first one does at once.
  const [settled] = useDebouncedValue(view, TYPING_MS, { leading: true })
  const asked = useAsked(settled)
  const load = useCallback(() => client.call('usage.facets', { connectionId: view.connectionId }), [view.connectionId])
  const { value: facets } = useResource(revision, load)
  const readable = accounts?.some(({ log, totals }) => log === 'offered' || totals === 'offered') === true
  const empty = accounts?.every(({ logs }) => logs.every(({ records }) => records === 0)) === true
  const reading = syncing.length > 0 || accounts?.some(({ running }) => running !== null) === true
  const calls = (shown: 'calls' | 'breakdown') =>
    empty ? (
      <NothingYet />
    ) : (
      <>
        <FilterBar view={view} facets={facets} onLook={look} />
        {shown === 'calls' ? <CallsView asked={asked} facets={facets} /> : <BreakdownView asked={asked} />}
      </>
    )

  return (
    <Tabs
      className={classes.screen ?? ''}
      classNames={{ list: classes.tabs ?? '', tab: classes.tab ?? '', panel: classes.panel ?? '' }}
      value={tab}
      keepMounted={false}
      onChange={(chosen) => {
        const known = usageTabs.find((one) => one === chosen)
        if (known !== undefined) show(known)
      }}
    >
      <header className={classes.header}>
        <div className={classes.words}>
          <h1 className={classes.title}>{t('usage.title')}</h1>
          <Standing />
        </div>
        {readable &&
          (reading ? (
            <Button
              variant="default"
              onClick={() => {
                void cancelSync([])
              }}
            >
              {t('usage.accounts.stop')}
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} />}
              onClick={() => {
                void syncNow([])
              }}
            >
              {t('usage.accounts.sync')}
            </Button>
          ))}
        <UsageMenu filter={asked.filter} empty={empty} />
      </header>
      <Tabs.List aria-label={t('usage.views')}>
        {usageTabs.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`usage.tabs.${one}`)}
            {one === 'findings' && openFindings > 0 && (
              <span className={classes.count}>{openFindings.toLocaleString(i18n.language)}</span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {failure !== null && accounts === null && (
        <div className={classes.note}>
          <FailureNote failure={failure} />
        </div>
      )}
      {panel('calls', calls('calls'))}
      {panel('breakdown', calls('breakdown'))}
      {panel('quotas', <QuotasView />)}
      {panel('findings', <FindingsView />)}
      {panel('accounts', <AccountsView />)}
      <ExportNote />
    </Tabs>
  )
}

function panel(tab: UsageTab, content: React.ReactNode) {
  return <Tabs.Panel value={tab}>{content}</Tabs.Panel>
}
