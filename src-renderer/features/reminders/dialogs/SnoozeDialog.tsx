import { dayOf } from '@contract/local-days'
import type { Reminder } from '@contract/model/reminder'
import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { dateText } from '../../../texts/dates'
import { cx } from '../../../ui/cx'
import { monthLook } from '../../../ui/month-look'
import { useNow } from '../../../ui/use-now'
import { atHour, dayAfter } from '../model/days'
import { saySnoozed } from '../reminder-actions'
import classes from './Dialog.module.css'
import { FormDialog } from './FormDialog'

interface SnoozeDialogProps {
  readonly reminder: Reminder
  readonly onClose: () => void
}

const MORNING = 9

/** Puts a reminder off until the morning of a day. */
export function SnoozeDialog({ reminder, onClose }: SnoozeDialogProps) {
  const { t, i18n } = useTranslation()
  const today = dayOf(useNow(60_000))
  const [day, setDay] = useState<string | null>(null)
  const until = day === null ? null : atHour(day, MORNING)
  return (
    <FormDialog
      title={t('reminders.snoozeTitle', { name: reminder.keyName })}
      size={400}
      action={
        until === null
          ? t('reminders.snoozeChoose')
          : t('reminders.snoozeUntil', { date: dateText(until, i18n.language) })
      }
      ready={until !== null}
      onClose={onClose}
      run={async () => {
        if (until === null) return false
        await client.call('reminders.snooze', { ids: [reminder.id], until })
        saySnoozed(reminder)
        return true
      }}
    >
      <p className={classes.text}>{t('reminders.snoozeText')}</p>
      <DatePicker
        {...monthLook}
        data-autofocus
        className={cx(classes.day, monthLook.className)}
        aria-label={t('reminders.snoozeDay')}
        minDate={dayAfter(today, 1)}
        value={day}
        onChange={setDay}
        ariaLabels={{
          previousMonth: t('reminders.calendar.previous'),
          nextMonth: t('reminders.calendar.next')
        }}
        getDayAriaLabel={(date) => dateText(atHour(date, MORNING), i18n.language)}
      />
    </FormDialog>
  )
}
