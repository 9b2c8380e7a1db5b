import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Caution.module.css'

interface CautionProps {
  readonly tone: 'ok' | 'calm' | 'warn' | 'danger'
  readonly title?: string
  readonly children?: ReactNode
  /** What mends it. */
  readonly action?: ReactNode
}

const icons = { ok: IconCircleCheck, calm: IconInfoCircle, warn: IconAlertTriangle, danger: IconAlertTriangle }

/** One thing to know before going on, by colour, shape and words. */
export function Caution({ tone, title, children, action }: CautionProps) {
  const Icon = icons[tone]
  return (
    <div className={classes.caution} data-tone={tone}>
      <Icon size={16} aria-hidden="true" />
      <div className={classes.words}>
        {title !== undefined && <p className={classes.title}>{title}</p>}
        {children !== undefined && <div className={classes.text}>{children}</div>}
      </div>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  )
}
