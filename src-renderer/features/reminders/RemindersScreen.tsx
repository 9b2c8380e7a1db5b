import { Button, Tabs } from '@mantine/core'
import { IconCalendarDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useReminders, type ReminderTab } from '../../stores/reminders-store'
import { ChannelsView } from './channels/ChannelsView'
import { OpenView } from './list/OpenView'
import { StateView } from './list/StateView'
import classes from './RemindersScreen.module.css'
import { RulesView } from './rules/RulesView'
import { Standing } from './Standing'

const tabs: readonly ReminderTab[] = ['open', 'snoozed', 'settled', 'rules', 'channels']

export function RemindersScreen() {
  const { t, i18n } = useTranslation()
  const tab = useReminders((state) => state.tab)
  const summary = useReminders((state) => state.summary)
  const { show, open } = useReminders.getState()
  const counts: Partial<Record<ReminderTab, number>> = {
    open: summary === null ? 0 : summary.overdue + summary.due + summary.upcoming,
    snoozed: summary?.snoozed ?? 0
  }

  return (
    <Tabs
      className={classes.screen ?? ''}
      classNames={{ list: classes.tabs ?? '', tab: classes.tab ?? '', panel: classes.panel ?? '' }}
      value={tab}
      keepMounted={false}
      onChange={(chosen) => {
        const known = tabs.find((one) => one === chosen)
        if (known !== undefined) show(known)
      }}
    >
      <header className={classes.header}>
        <div className={classes.words}>
          <h1 className={classes.title}>{t('reminders.title')}</h1>
          <Standing />
        </div>
        <Button
          variant="default"
          leftSection={<IconCalendarDown size={16} />}
          onClick={() => {
            open({ kind: 'export' })
          }}
        >
          {t('reminders.export.open')}
        </Button>
      </header>
      <Tabs.List aria-label={t('reminders.views')}>
        {tabs.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`reminders.tabs.${one}`)}
            {(counts[one] ?? 0) > 0 && (
              <span className={classes.count}>{(counts[one] ?? 0).toLocaleString(i18n.language)}</span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
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
    </Tabs>
  )
}
