import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Dialog.module.css'

interface NoteProps {
  readonly tone?: 'warn' | 'danger' | 'calm'
  /** Whose words they are. */
  readonly says?: string | undefined
  readonly children: ReactNode
}

/** One thing to know before going on, by colour, shape and words. */
export function Note({ tone = 'warn', says, children }: NoteProps) {
  const Icon = tone === 'calm' ? IconInfoCircle : IconAlertTriangle
  return (
    <div
      className={classes.note}
      data-danger={tone === 'danger' ? true : undefined}
      data-calm={tone === 'calm' ? true : undefined}
    >
      <Icon size={16} aria-hidden="true" />
      <div>
        {says !== undefined && <p className={classes.says}>{says}</p>}
        {children}
      </div>
    </div>
  )
}
