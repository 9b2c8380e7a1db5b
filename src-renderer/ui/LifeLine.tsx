import { VisuallyHidden } from '@mantine/core'
import type { KeyStatus } from '@contract/model/key'
import { cx } from './cx'
import classes from './LifeLine.module.css'
import { lifeScale } from './life-scale'
import { useNow } from './use-now'

interface LifeMark {
  readonly at: string
  /** What happened then. */
  readonly label: string
}

interface LifeSpan {
  readonly from: string
  readonly until: string
  readonly label: string
}

interface LifeLineProps {
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly status: KeyStatus
  readonly label: string
  readonly start: string
  readonly end: string
  /** Rotations, each when its new value was made. */
  readonly marks?: readonly LifeMark[]
  /** The time in which an old value works beside the new one. */
  readonly grace?: LifeSpan | null
}

const percent = (share: number): string => `${String(share * 100)}%`

/** From when a key was made to when it expires: how much of that is behind it, its rotations, and its grace. */
export function LifeLine({ createdAt, expiresAt, status, label, start, end, marks = [], grace = null }: LifeLineProps) {
  const nowMs = useNow(30_000)
  const scale = lifeScale({ createdAt, expiresAt }, nowMs)
  // Without an end and without anything on it, the line only has a beginning.
  const bare = expiresAt === null && marks.length === 0 && grace === null
  const now = bare ? '24px' : percent(scale(nowMs))
  const from = grace === null ? 0 : scale(Date.parse(grace.from))
  return (
    <figure className={classes.line} aria-label={label}>
      <div className={cx(classes.track, expiresAt === null && classes.open)} aria-hidden="true">
        <div className={cx(classes.past, classes[status])} style={{ width: now }} />
        {grace !== null && (
          <div
            className={classes.grace}
            title={grace.label}
            style={{ left: percent(from), width: percent(scale(Date.parse(grace.until)) - from) }}
          />
        )}
        {marks.map((mark) => (
          <div
            key={mark.at}
            className={classes.mark}
            title={mark.label}
            style={{ left: percent(scale(Date.parse(mark.at))) }}
          />
        ))}
        <div className={cx(classes.now, classes[status])} style={{ left: now }} />
      </div>
      <figcaption className={classes.ends}>
        <span>{start}</span>
        <VisuallyHidden>
          {[...marks, ...(grace === null ? [] : [grace])].map((one) => one.label).join('. ')}
        </VisuallyHidden>
        <span>{end}</span>
      </figcaption>
    </figure>
  )
}
