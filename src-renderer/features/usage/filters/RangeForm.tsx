import { dayOf } from '@contract/local-days'
import { Button } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Range } from '../../../stores/call-view'
import { monthLook } from '../../../ui/month-look'
import { useNow } from '../../../ui/use-now'
import { midnightOf, nextDay } from '../model/local-days'
import classes from './RangeForm.module.css'

interface RangeFormProps {
  readonly range: Range | null
  readonly onChoose: (range: Range) => void
}

/** The days to look at, the last one included. */
export function RangeForm({ range, onChoose }: RangeFormProps) {
  const { t } = useTranslation()
  const [days, setDays] = useState<[string | null, string | null]>(
    range === null ? [null, null] : [dayOf(range.fromMs), dayOf(range.untilMs - 1)]
  )
  const today = dayOf(useNow(60_000))
  const [from, to] = days
  return (
    <div className={classes.form}>
      <DatePicker
        {...monthLook}
        type="range"
        allowSingleDateInRange
        value={days}
        onChange={setDays}
        maxDate={today}
        {...(from === null ? {} : { defaultDate: from })}
        ariaLabels={{
          nextMonth: t('reminders.calendar.next'),
          previousMonth: t('reminders.calendar.previous')
        }}
      />
      <Button
        fullWidth
        disabled={from === null || to === null}
        onClick={() => {
          if (from !== null && to !== null) onChoose({ fromMs: midnightOf(from), untilMs: midnightOf(nextDay(to)) })
        }}
      >
        {t('usage.spans.show')}
      </Button>
    </div>
  )
}
