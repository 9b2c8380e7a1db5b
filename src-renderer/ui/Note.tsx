import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import classes from './Note.module.css'

type NoteTone = 'ok' | 'calm' | 'warn' | 'danger'

interface NoteProps {
  /** `warn` unless told. */
  readonly tone?: NoteTone
  readonly title?: string | undefined
  readonly children?: ReactNode
  /** What mends it. */
  readonly action?: ReactNode
  /** How a screen reader takes it; an `alert` is read at once. */
  readonly role?: 'note' | 'alert'
  /** Without a ground of its own, for where it lies on one already. */
  readonly plain?: boolean
}

const icons = { ok: IconCircleCheck, calm: IconInfoCircle, warn: IconAlertTriangle, danger: IconAlertTriangle }

/** One thing to know before going on, by colour, shape and words. */
export function Note({ tone = 'warn', title, children, action, role = 'note', plain = false }: NoteProps) {
  const Icon = icons[tone]
  return (
    <div className={cx(classes.note, plain && classes.plain)} data-tone={tone} role={role}>
      <Icon size={16} className={cx(classes.icon)} aria-hidden="true" />
      <div className={classes.words}>
        {title !== undefined && <p className={classes.title}>{title}</p>}
        {children !== undefined && <div className={classes.text}>{children}</div>}
      </div>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  )
}
