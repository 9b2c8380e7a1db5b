import { useTranslation } from 'react-i18next'
import { useReminders } from '../../stores/reminders-store'
import { within } from '../../texts/dates'
import { cx } from '../../ui/cx'
import { useNow } from '../../ui/use-now'
import classes from './Standing.module.css'

/** The answer this screen gives: whether anything needs attention, and when the next word comes. Empty until it is known. */
export function Standing() {
  const { t } = useTranslation()
  const summary = useReminders((state) => state.summary)
  const isBehind = useReminders((state) => state.isBehind)
  const nowMs = useNow(30_000)
  if (summary === null || isBehind) return <p role="status">&nbsp;</p>
  const { overdue, due, nextAt } = summary
  return (
    <p role="status">
      {overdue > 0 && (
        <span className={cx(classes.overdue)}>{t('reminders.summary.overdue', { count: overdue })} </span>
      )}
      {due > 0 && <span className={cx(classes.due)}>{t('reminders.summary.due', { count: due })} </span>}
      {overdue + due === 0 && <span>{t('reminders.summary.fine')} </span>}
      {nextAt !== null && <span>{t('reminders.summary.next', { when: within(nextAt, nowMs, t) })}</span>}
    </p>
  )
}
