import type { Reminder } from '@contract/model/reminder'
import { Menu, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { goToKey } from '../../../stores/go-to-place'
import { absoluteText, dateText } from '../../../texts/dates'
import { cx } from '../../../ui/cx'
import { Moment } from '../../../ui/Moment'
import { useNow } from '../../../ui/use-now'
import { fateText, kindText } from '../words'
import { ReminderMenuItems } from './ReminderMenuItems'
import classes from './ReminderRow.module.css'
import { RowActions } from './RowActions'
import { StateMark } from './StateMark'

interface ReminderRowProps {
  readonly reminder: Reminder
}

export function ReminderRow({ reminder }: ReminderRowProps) {
  const { t, i18n } = useTranslation()
  const nowMs = useNow(30_000)
  const { keyId, keyName, provider, state, targetAt } = reminder
  return (
    <Menu width={220} position="bottom-start">
      <Menu.ContextMenu>
        <li className={cx(classes.row)} data-state={state}>
          <StateMark state={state} word={t(`reminders.states.${state}`)} />
          <div className={classes.who}>
            <UnstyledButton
              className={cx(classes.name)}
              data-reminder={reminder.id}
              title={keyName}
              onClick={() => {
                goToKey(keyId)
              }}
            >
              {keyName}
            </UnstyledButton>
            <span className={classes.second}>{provider ?? t('reminders.noProvider')}</span>
          </div>
          <div className={classes.what}>
            <span>{kindText(reminder, nowMs, t)}</span>
            <span className={classes.second}>{fateText(reminder, nowMs, t, i18n.language)}</span>
          </div>
          <div className={classes.when}>
            <Moment at={targetAt} />
            <span className={classes.second} title={absoluteText(targetAt, i18n.language)}>
              {dateText(targetAt, i18n.language)}
            </span>
          </div>
          <RowActions reminder={reminder} />
        </li>
      </Menu.ContextMenu>
      <Menu.Dropdown aria-label={t('reminders.actionsOf', { name: keyName })}>
        <ReminderMenuItems reminder={reminder} />
      </Menu.Dropdown>
    </Menu>
  )
}
