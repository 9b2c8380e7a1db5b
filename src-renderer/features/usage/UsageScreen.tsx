import { Button, Tabs } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconRefresh } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { usageTabs, useUsage } from '../../stores/usage-store'
import { useResource } from '../../stores/use-resource'
import { FailureNote } from '../../ui/FailureNote'
import { Screen, ScreenHead, ScreenNote } from '../../ui/Screen'
import { ScreenTabs } from '../../ui/ScreenTabs'
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

const TYPING_MS = 120

/** Who used which key for what, how near the limits are, and what stands out. */
export function UsageScreen() {
  const { t } = useTranslation()
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
    <Screen>
      <ScreenHead title={t('usage.title')} lead={<Standing />}>
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
      </ScreenHead>
      {failure !== null && accounts === null && (
        <ScreenNote>
          <FailureNote failure={failure} />
        </ScreenNote>
      )}
      <ScreenTabs
        label={t('usage.views')}
        tabs={usageTabs.map((one) => ({
          value: one,
          label: t(`usage.tabs.${one}`),
          count: one === 'findings' ? openFindings : 0,
          pressing: one === 'findings'
        }))}
        value={tab}
        onChange={show}
      >
        <Tabs.Panel value="calls">{calls('calls')}</Tabs.Panel>
        <Tabs.Panel value="breakdown">{calls('breakdown')}</Tabs.Panel>
        <Tabs.Panel value="quotas">
          <QuotasView />
        </Tabs.Panel>
        <Tabs.Panel value="findings">
          <FindingsView />
        </Tabs.Panel>
        <Tabs.Panel value="accounts">
          <AccountsView />
        </Tabs.Panel>
      </ScreenTabs>
      <ExportNote />
    </Screen>
  )
}
