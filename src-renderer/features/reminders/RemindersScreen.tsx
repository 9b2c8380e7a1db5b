import { Button, Tabs } from '@mantine/core'
import { IconCalendarDown } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeyList } from '../../stores/key-list-store'
import { useReminders, type ReminderTab } from '../../stores/reminders-store'
import { Screen, ScreenHead } from '../../ui/Screen'
import { ScreenTabs } from '../../ui/ScreenTabs'
import { ChannelsView } from './channels/ChannelsView'
import { OpenView } from './list/OpenView'
import { StateView } from './list/StateView'
import { RulesView } from './rules/RulesView'
import { Standing } from './Standing'

const tabs: readonly ReminderTab[] = ['open', 'snoozed', 'settled', 'rules', 'channels']

export function RemindersScreen() {
  const { t } = useTranslation()
  const tab = useReminders((state) => state.tab)
  const summary = useReminders((state) => state.summary)
  const isBehind = useReminders((state) => state.isBehind)
  const keys = useKeyList((state) => state.keysRevision)
  const { show, open, refresh } = useReminders.getState()
  const counts: Partial<Record<ReminderTab, number>> = {
    open: summary === null ? 0 : summary.overdue + summary.due + summary.upcoming,
    snoozed: summary?.snoozed ?? 0
  }

  // The rows are asked for as soon as keys change, and the sentence above them must not lag.
  useEffect(() => {
    if (isBehind) refresh()
  }, [isBehind, keys, refresh])

  return (
    <Screen>
      <ScreenHead title={t('reminders.title')} lead={<Standing />}>
        <Button
          variant="default"
          leftSection={<IconCalendarDown size={16} />}
          onClick={() => {
            open({ kind: 'export' })
          }}
        >
          {t('reminders.export.open')}
        </Button>
      </ScreenHead>
      <ScreenTabs
        label={t('reminders.views')}
        tabs={tabs.map((one) => ({ value: one, label: t(`reminders.tabs.${one}`), count: counts[one] ?? 0 }))}
        value={tab}
        onChange={show}
      >
        <Tabs.Panel value="open">
          <OpenView />
        </Tabs.Panel>
        <Tabs.Panel value="snoozed">
          <StateView tab="snoozed" />
        </Tabs.Panel>
        <Tabs.Panel value="settled">
          <StateView tab="settled" />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <RulesView />
        </Tabs.Panel>
        <Tabs.Panel value="channels">
          <ChannelsView />
        </Tabs.Panel>
      </ScreenTabs>
    </Screen>
  )
}
