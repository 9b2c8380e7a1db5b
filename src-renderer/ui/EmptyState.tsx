import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly action: string
  readonly onAction: () => void
  readonly primary?: boolean
  /** A second way to fill it. */
  readonly other?: string
  readonly onOther?: () => void
}

/** What will stand here, and the one action that fills it. */
export function EmptyState({ icon, title, text, action, onAction, primary = false, other, onOther }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <div className={classes.icon} aria-hidden="true">
        {icon}
      </div>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{text}</p>
      <div className={classes.actions}>
        <Button variant={primary ? 'filled' : 'default'} onClick={onAction}>
          {action}
        </Button>
        {other !== undefined && (
          <Button variant="default" onClick={onOther}>
            {other}
          </Button>
        )}
      </div>
    </div>
  )
}
