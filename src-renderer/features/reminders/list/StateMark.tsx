import type { ReminderState } from '@contract/model/reminder'
import { cx } from '../../../ui/cx'
import classes from './StateMark.module.css'

interface StateMarkProps {
  readonly state: ReminderState
  readonly word: string
}

const shapes: Readonly<Record<ReminderState, string>> = {
  upcoming: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zm0 1.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  due: 'M8 3.2l5.2 9.3H2.8z',
  overdue: 'M3.8 3.8h8.4v8.4H3.8z',
  snoozed: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zm0 1.5v7a3.5 3.5 0 0 0 0-7z',
  done: 'M6.6 11.9L2.9 8.2l1.1-1.1 2.6 2.6 5.4-5.4 1.1 1.1z',
  dismissed: 'M4.4 3.3L8 6.9l3.6-3.6 1.1 1.1L9.1 8l3.6 3.6-1.1 1.1L8 9.1l-3.6 3.6-1.1-1.1L6.9 8 3.3 4.4z'
}

/** Where a reminder stands on the line, by colour and shape, with the word for those who see neither. */
export function StateMark({ state, word }: StateMarkProps) {
  return (
    <span className={cx(classes.mark, classes[state])} role="img" aria-label={word} title={word}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[state]} fill="currentColor" fillRule="evenodd" />
      </svg>
    </span>
  )
}
