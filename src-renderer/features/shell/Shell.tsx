import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMediaQuery } from '@mantine/hooks'
import { useUi } from '../../stores/ui-store'
import { PaneHandle } from '../../ui/PaneHandle'
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
  const { t } = useTranslation()
  const screen = useUi((state) => state.screen)
  const width = useUi((state) => state.sidebarWidth)
  const setWidth = useUi((state) => state.setSidebarWidth)
  const folded = useMediaQuery('(width < 700px)', undefined, { getInitialValueInEffect: false })
  useShortcuts()
  useActivityTouch()

  return (
    <div className={classes.shell}>
      <Sidebar folded={folded} width={folded ? 52 : width} />
      {folded ? (
        <div className={classes.line} />
      ) : (
        <PaneHandle label={t('nav.resizeSidebar')} width={width} min={180} max={320} pane="left" onResize={setWidth} />
      )}
      <main className={classes.main}>{{ keys, audit, settings }[screen]}</main>
      <Palette />
      <ShortcutSheet />
      {children}
    </div>
  )
}
