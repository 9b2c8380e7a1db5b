import type { KeyStatus } from '@contract/model/key'
import { cx } from './cx'
import classes from './LifeLine.module.css'
import { useNow } from './use-now'

interface LifeLineProps {
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly status: KeyStatus
  readonly label: string
  readonly start: string
  readonly end: string
}

/** From when a key was made to when it expires, and how much of that is behind it. */
export function LifeLine({ createdAt, expiresAt, status, label, start, end }: LifeLineProps) {
  const nowMs = useNow(30_000)
  const from = Date.parse(createdAt)
  const share =
    expiresAt === null ? null : Math.min(1, Math.max(0, (nowMs - from) / Math.max(1, Date.parse(expiresAt) - from)))
  return (
    <figure className={classes.line} aria-label={label}>
      <div className={cx(classes.track, share === null && classes.open)} aria-hidden="true">
        <div
          className={cx(classes.past, classes[status])}
          style={{ width: share === null ? '24px' : `${String(share * 100)}%` }}
        />
        <div
          className={cx(classes.now, classes[status])}
          style={{ left: share === null ? '24px' : `${String(share * 100)}%` }}
        />
      </div>
      <figcaption className={classes.ends}>
        <span>{start}</span>
        <span>{end}</span>
      </figcaption>
    </figure>
  )
}
