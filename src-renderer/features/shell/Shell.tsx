import type { ReactNode } from 'react'
import { useMediaQuery } from '@mantine/hooks'
import { useUi } from '../../stores/ui-store'
import { Palette } from './Palette'
import { ShortcutSheet } from './ShortcutSheet'
import classes from './Shell.module.css'
import { Sidebar } from './Sidebar'
import { useActivityTouch } from './use-activity-touch'
import { useShortcuts } from './use-shortcuts'

interface ShellProps {
  readonly keys: ReactNode
  readonly audit: ReactNode
  readonly settings: ReactNode
  /** Dialogs that lie over whatever screen is open. */
  readonly children: ReactNode
}

export function Shell({ keys, audit, settings, children }: ShellProps) {
  const screen = useUi((state) => state.screen)
  const folded = useMediaQuery('(width < 700px)', undefined, { getInitialValueInEffect: false })
  useShortcuts()
  useActivityTouch()

  return (
    <div className={classes.shell}>
      <Sidebar folded={folded} />
      <main className={classes.main}>
        {{ keys, audit, settings }[screen]}
        <div id="floating" />
      </main>
      <Palette />
      <ShortcutSheet />
      {children}
    </div>
  )
}
