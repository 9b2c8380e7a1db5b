import type { ReminderState } from '@contract/model/reminder'
import { Button } from '@mantine/core'
import { IconBellCheck, IconCalendar, IconCalendarOff, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReminders } from '../../../stores/reminders-store'
import { useUi } from '../../../stores/ui-store'
import { dateText } from '../../../texts/dates'
import { EmptyState } from '../../../ui/EmptyState'
import { Loading } from '../../../ui/Loading'
import { useNow } from '../../../ui/use-now'
import { cx } from '../../../ui/cx'
import { MonthCalendar } from '../calendar/MonthCalendar'
import { dayBounds, grouped } from '../model/days'
import classes from './OpenView.module.css'
import { LoadFailure } from '../LoadFailure'
import { ReminderList } from './ReminderList'
import { useReminderPages } from './use-reminder-pages'

const open: readonly ReminderState[] = ['upcoming', 'due', 'overdue']
const every: readonly ReminderState[] = ['upcoming', 'due', 'overdue', 'snoozed', 'done', 'dismissed']

/** What is to come on a time line, beside a calendar of it. */
export function OpenView() {
  const { t, i18n } = useTranslation()
  const [day, setDay] = useState<string | null>(null)
  const [unfolded, setUnfolded] = useState(false)
  const { value, failure, more } = useReminderPages(day === null ? open : every, day)
  const nowMs = useNow(30_000)

  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <Button
          size="compact-sm"
          variant="default"
          className={classes.unfold ?? ''}
          leftSection={<IconCalendar size={16} />}
          aria-expanded={unfolded}
          onClick={() => {
            setUnfolded(!unfolded)
          }}
        >
          {t(unfolded ? 'reminders.calendar.hide' : 'reminders.calendar.show')}
        </Button>
        {day !== null && (
          <Button
            size="compact-sm"
            variant="default"
            className={classes.only ?? ''}
            rightSection={<IconX size={16} />}
            title={t('reminders.calendar.everyDay')}
            onClick={() => {
              setDay(null)
            }}
          >
            {t('reminders.calendar.day', { date: dateText(dayBounds(day).from, i18n.language) })}
          </Button>
        )}
      </div>
      <aside className={cx(classes.calendar, unfolded && classes.unfolded)} aria-label={t('reminders.calendar.label')}>
        <MonthCalendar day={day} onDay={setDay} />
      </aside>
      <div className={classes.list} tabIndex={0} role="region" aria-label={t('reminders.list')}>
        <LoadFailure failure={failure} />
        {value === null ? (
          failure === null && <Loading label={t('common.loading')} />
        ) : value.items.length > 0 ? (
          <ReminderList groups={grouped(value.items, nowMs)} total={value.total} onMore={more} />
        ) : day === null ? (
          <NothingOpen />
        ) : (
          <EmptyState
            icon={<IconCalendarOff size={20} />}
            title={t('reminders.empty.dayTitle')}
            text={t('reminders.empty.dayText')}
            action={t('reminders.empty.dayAction')}
            onAction={() => {
              setDay(null)
            }}
          />
        )}
      </div>
    </div>
  )
}

function NothingOpen() {
  const { t } = useTranslation()
  return (
    <EmptyState
      primary
      icon={<IconBellCheck size={20} />}
      title={t('reminders.empty.openTitle')}
      text={t('reminders.empty.openText')}
      action={t('reminders.empty.openAction')}
      onAction={() => {
        useUi.getState().setAdding(true)
      }}
      other={t('reminders.empty.openOther')}
      onOther={() => {
        useReminders.getState().show('rules')
      }}
    />
  )
}
