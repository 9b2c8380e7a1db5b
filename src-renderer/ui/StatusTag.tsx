import type { KeyStatus } from '@contract/model/key'
import { cx } from './cx'
import classes from './StatusTag.module.css'

interface StatusTagProps {
  readonly status: KeyStatus
  readonly word: string
}

const shapes: Readonly<Record<KeyStatus, string>> = {
  active: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z',
  rotating: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zm0 1.5v7a3.5 3.5 0 0 0 0-7z',
  expiring: 'M8 3.2l5.2 9.3H2.8z',
  expired: 'M3.8 3.8h8.4v8.4H3.8z',
  disabled: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zm0 1.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  revoked: 'M4.4 3.3L8 6.9l3.6-3.6 1.1 1.1L9.1 8l3.6 3.6-1.1 1.1L8 9.1l-3.6 3.6-1.1-1.1L6.9 8 3.3 4.4z',
  unknown: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zm-2.5 4.2h5v1.6h-5z'
}

/** A status by colour, shape and word, so that none of them has to carry it alone. */
export function StatusTag({ status, word }: StatusTagProps) {
  return (
    <span className={cx(classes.tag, classes[status])}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[status]} fill="currentColor" fillRule="evenodd" />
      </svg>
      <span className={classes.word}>{word}</span>
    </span>
  )
}
