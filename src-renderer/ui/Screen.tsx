import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Screen.module.css'

interface ScreenProps {
  readonly children: ReactNode
}

/** One page beside the sidebar: its head, then what fills it. */
export function Screen({ children }: ScreenProps) {
  return <div className={classes.screen}>{children}</div>
}

interface ScreenHeadProps {
  readonly title: string
  /** The answer of the screen in a line, below its title. */
  readonly lead?: ReactNode
  /** How the step back is called, on a screen that was opened from a list. */
  readonly back?: { readonly label: string; readonly onBack: () => void }
  /** What can be done here, the main thing last. */
  readonly children?: ReactNode
}

export function ScreenHead({ title, lead, back, children }: ScreenHeadProps) {
  return (
    <header className={classes.head}>
      {back && (
        <Tooltip label={back.label}>
          <ActionIcon className={classes.back ?? ''} autoFocus aria-label={back.label} onClick={back.onBack}>
            <IconArrowLeft size={20} />
          </ActionIcon>
        </Tooltip>
      )}
      <h1 className={classes.title} {...(back && { title, 'data-selectable': true })}>
        {title}
      </h1>
      {children !== undefined && <div className={classes.actions}>{children}</div>}
      {lead !== undefined && <div className={classes.lead}>{lead}</div>}
    </header>
  )
}

/** Room for a failure or for work under way, between the head and the rest. */
export function ScreenNote({ children }: ScreenProps) {
  return <div className={classes.note}>{children}</div>
}

interface ScreenScrollProps extends ScreenProps {
  readonly label: string
  /** No heading stays at its top: what goes on there fades. */
  readonly fades?: boolean
}

/** The part that scrolls; the keyboard reaches it too. */
export function ScreenScroll({ label, fades = false, children }: ScreenScrollProps) {
  return (
    <div className={fades ? classes.fading : classes.scroll} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  )
}
