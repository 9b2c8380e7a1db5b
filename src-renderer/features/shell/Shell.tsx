import type { ReactNode } from 'react'
import { useMediaQuery } from '@mantine/hooks'
import { useActivityTouch } from '../../stores/use-activity-touch'
import { useProviderDialog } from '../../stores/provider-dialog-store'
import { useUi, type Screen } from '../../stores/ui-store'
import { cancelWork, useWork } from '../../stores/work-store'
import { WorkNote } from '../../ui/WorkNote'
import { Palette } from './Palette'
import { ShortcutSheet } from './ShortcutSheet'
import classes from './Shell.module.css'
import { Sidebar } from './Sidebar'
import { useShortcuts } from './use-shortcuts'

interface ShellProps {
  readonly screens: Readonly<Record<Screen, ReactNode>>
  /** What lies over every screen, above it. */
  readonly banner: ReactNode
  /** Dialogs that lie over whatever screen is open. */
  readonly children: ReactNode
}

export function Shell({ screens, banner, children }: ShellProps) {
  const screen = useUi((state) => state.screen)
  const works = useWork((state) => state.items)
  // A dialog about a provider shows what it waits for itself.
  const inDialog = useProviderDialog((state) => state.opened)
  const folded = useMediaQuery('(width < 700px)', undefined, { getInitialValueInEffect: false })
  useShortcuts()
  useActivityTouch()

  return (
    <div className={classes.shell}>
      <Sidebar folded={folded} />
      <main className={classes.main}>
        {banner}
        <div className={classes.screen}>{screens[screen]}</div>
        <WorkNote floating items={inDialog ? [] : works} onCancel={cancelWork} />
        <div id="floating" />
      </main>
      <Palette />
      <ShortcutSheet />
      {children}
    </div>
  )
}
