import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import { meaningOf, statusWord, type StatusMeaning } from '../model/status'
import classes from './CallStatus.module.css'

interface CallStatusProps {
  readonly status: number | null
}

const shapes: Readonly<Record<StatusMeaning, string>> = {
  fine: 'M8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  moved: 'M8 3l5 5-5 5-5-5z',
  refused: 'M8 3.2l5.2 9.3H2.8z',
  failed: 'M4 4h8v8H4z',
  none: 'M3 7.2h10v1.6H3z'
}

/** How a call was answered, by number, word, colour and shape. */
export function CallStatus({ status }: CallStatusProps) {
  const { t } = useTranslation()
  const meaning = meaningOf(status)
  return (
    <span className={cx(classes.tag, classes[meaning])}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[meaning]} fill="currentColor" />
      </svg>
      {status !== null && <span className={classes.number}>{status}</span>}
      <span className={classes.word}>{statusWord(status, t)}</span>
    </span>
  )
}
