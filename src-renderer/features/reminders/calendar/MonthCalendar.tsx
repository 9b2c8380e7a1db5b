import { dayOf } from '@contract/local-days'
import { DatePicker } from '@mantine/dates'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useKeyList } from '../../../stores/key-list-store'
import { useReminders } from '../../../stores/reminders-store'
import { useResource } from '../../../stores/use-resource'
import { dateText } from '../../../texts/dates'
import { cx } from '../../../ui/cx'
import { monthLook } from '../../../ui/month-look'
import { useNow } from '../../../ui/use-now'
import { atHour, monthSpan } from '../model/days'
import classes from './MonthCalendar.module.css'

interface MonthCalendarProps {
  readonly day: string | null
  readonly onDay: (day: string | null) => void
}

/** A month with a mark on each day that something falls on. A second click on a day lets go of it. */
export function MonthCalendar({ day, onDay }: MonthCalendarProps) {
  const { t, i18n } = useTranslation()
  const revision = useReminders((state) => state.revision)
  const keys = useKeyList((state) => state.keysRevision)
  const today = dayOf(useNow(60_000))
  const [month, setMonth] = useState(today)
  const load = useCallback(() => client.call('reminders.calendar', monthSpan(month)), [month])
  const { value } = useResource(`${String(revision)} ${String(keys)}`, load)
  const counts = new Map(value?.days.map((one) => [one.day, one]))

  const label = (date: string): string => {
    const found = counts.get(date)
    const parts = (['overdue', 'open', 'settled'] as const).flatMap((kind) =>
      found !== undefined && found[kind] > 0 ? [t(`reminders.calendar.${kind}`, { count: found[kind] })] : []
    )
    return [dateText(atHour(date, 12), i18n.language), ...parts].join(', ')
  }

  return (
    <DatePicker
      {...monthLook}
      allowDeselect
      value={day}
      date={month}
      onDateChange={setMonth}
      onChange={onDay}
      getDayAriaLabel={label}
      ariaLabels={{
        previousMonth: t('reminders.calendar.previous'),
        nextMonth: t('reminders.calendar.next'),
        previousYear: t('reminders.calendar.previousYear'),
        nextYear: t('reminders.calendar.nextYear'),
        previousDecade: t('reminders.calendar.previousYears'),
        nextDecade: t('reminders.calendar.nextYears')
      }}
      renderDay={(date) => {
        const found = counts.get(date)
        return (
          <span className={classes.cell}>
            {Number(date.slice(8))}
            <span className={classes.marks} aria-hidden="true">
              {(['overdue', 'open', 'settled'] as const).map(
                (kind) => found !== undefined && found[kind] > 0 && <i key={kind} className={cx(classes[kind])} />
              )}
            </span>
          </span>
        )
      }}
    />
  )
}
