import type { Reminder } from '@contract/model/reminder'
import { Menu } from '@mantine/core'
import { IconArrowBackUp, IconBellOff, IconCheck, IconClock, IconKey, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { goToKey } from '../../../stores/go-to-place'
import { useReminders } from '../../../stores/reminders-store'
import { markDone, reopen, rotate } from '../reminder-actions'
import { SnoozeItems } from './SnoozeItems'

interface ReminderMenuItemsProps {
  readonly reminder: Reminder
}

/** All that can be done with a reminder, also what its row has buttons for: a narrow one has fewer. */
export function ReminderMenuItems({ reminder }: ReminderMenuItemsProps) {
  const { t } = useTranslation()
  const { keyId, may } = reminder
  return (
    <>
      <Menu.Item
        leftSection={<IconKey size={16} />}
        onClick={() => {
          goToKey(keyId)
        }}
      >
        {t('reminders.openKey')}
      </Menu.Item>
      {may.includes('rotate') && (
        <Menu.Item
          leftSection={<IconRefresh size={16} />}
          onClick={() => {
            void rotate(reminder)
          }}
        >
          {t('reminders.rotate')}
        </Menu.Item>
      )}
      {may.includes('snooze') && (
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item leftSection={<IconClock size={16} />}>{t('reminders.snooze')}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            <SnoozeItems reminder={reminder} />
          </Menu.Sub.Dropdown>
        </Menu.Sub>
      )}
      {may.includes('done') && (
        <Menu.Item
          leftSection={<IconCheck size={16} />}
          onClick={() => {
            void markDone(reminder)
          }}
        >
          {t('reminders.done')}
        </Menu.Item>
      )}
      {may.includes('reopen') && (
        <Menu.Item
          leftSection={<IconArrowBackUp size={16} />}
          onClick={() => {
            void reopen(reminder)
          }}
        >
          {t('reminders.reopen')}
        </Menu.Item>
      )}
      {may.includes('dismiss') && (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconBellOff size={16} />}
            onClick={() => {
              useReminders.getState().open({ kind: 'dismiss', reminder })
            }}
          >
            {t('reminders.dismiss')}
          </Menu.Item>
        </>
      )}
    </>
  )
}
