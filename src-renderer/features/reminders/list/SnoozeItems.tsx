import type { Reminder } from '@contract/model/reminder'
import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useReminders } from '../../../stores/reminders-store'
import { snooze } from '../reminder-actions'

interface SnoozeItemsProps {
  readonly reminder: Reminder
}

const spans = ['hour', 'tomorrow', 'next-week'] as const

export function SnoozeItems({ reminder }: SnoozeItemsProps) {
  const { t } = useTranslation()
  return (
    <>
      {spans.map((span) => (
        <Menu.Item
          key={span}
          onClick={() => {
            void snooze(reminder, span)
          }}
        >
          {t(`reminders.snoozeFor.${span}`)}
        </Menu.Item>
      ))}
      <Menu.Item
        onClick={() => {
          useReminders.getState().open({ kind: 'snooze', reminder })
        }}
      >
        {t('reminders.snoozeFor.date')}
      </Menu.Item>
    </>
  )
}
