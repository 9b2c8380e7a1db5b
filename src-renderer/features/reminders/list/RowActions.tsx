import type { Reminder } from '@contract/model/reminder'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconClock, IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { markDone, reopen, rotate } from '../reminder-actions'
import { ReminderMenuItems } from './ReminderMenuItems'
import classes from './ReminderRow.module.css'
import { SnoozeItems } from './SnoozeItems'

interface RowActionsProps {
  readonly reminder: Reminder
  /** Without what stands beside it already: the key and its rotation. */
  readonly brief?: boolean
}

export function RowActions({ reminder, brief = false }: RowActionsProps) {
  const { t } = useTranslation()
  const { keyName: name, may, state } = reminder
  return (
    <div className={classes.actions}>
      {!brief && may.includes('rotate') && (state === 'due' || state === 'overdue') && (
        <Button
          size="compact-sm"
          variant="default"
          className={classes.rotate ?? ''}
          aria-label={t('reminders.rotateOf', { name })}
          onClick={() => {
            void rotate(reminder)
          }}
        >
          {t('reminders.rotate')}
        </Button>
      )}
      {may.includes('snooze') && (
        <Menu width={200} position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('reminders.snoozeOf', { name })} title={t('reminders.snooze')}>
              <IconClock size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown aria-label={t('reminders.snoozeOf', { name })}>
            <SnoozeItems reminder={reminder} />
          </Menu.Dropdown>
        </Menu>
      )}
      {may.includes('done') && (
        <ActionIcon
          className={classes.done ?? ''}
          aria-label={t('reminders.doneOf', { name })}
          title={t('reminders.done')}
          onClick={() => {
            void markDone(reminder)
          }}
        >
          <IconCheck size={16} />
        </ActionIcon>
      )}
      {may.includes('reopen') && (
        <ActionIcon
          aria-label={t('reminders.reopenOf', { name })}
          title={t('reminders.reopen')}
          onClick={() => {
            void reopen(reminder)
          }}
        >
          <IconArrowBackUp size={16} />
        </ActionIcon>
      )}
      <Menu width={220} position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('reminders.actionsOf', { name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('reminders.actionsOf', { name })}>
          <ReminderMenuItems reminder={reminder} />
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
