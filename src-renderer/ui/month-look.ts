import { cx } from './cx'
import classes from './month-look.module.css'

/** How a month looks here, wherever one is shown. */
export const monthLook = {
  className: cx(classes.calendar),
  size: 'sm',
  highlightToday: true,
  classNames: {
    calendarHeaderLevel: cx(classes.level),
    calendarHeaderControl: cx(classes.control),
    weekday: cx(classes.weekday),
    day: cx(classes.day)
  }
} as const
