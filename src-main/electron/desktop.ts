import { app } from 'electron'
import type { Settings } from '@contract/model/settings'
import type { Tray, TrayChoice, TrayItem, TrayView } from '../ports/tray'
import { setStartAtLogin } from './start-at-login'
import { createTrayIcon } from './tray'

export interface Desktop {
  readonly port: Tray
  /** Follows the person's settings. */
  follow(settings: Settings): void
  /** Whether the app stays when its last window is closed. */
  staysWithoutWindow(): boolean
  /** Whether a start may show no window: only where the tray brings it back. */
  mayStartHidden(): boolean
}

interface Options {
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  /** The folder of the tray's pictures. */
  readonly icons: string
  readonly openWindow: () => void
  /** The window's own menu gets the same items: not every desktop has a tray. */
  readonly setMenu: (title: string, items: readonly TrayItem[], choose: (choice: TrayChoice) => void) => void
}

/** The app's place on the desktop: icon in the tray, number on the dock or taskbar, start at login. */
export function createDesktop({ platform, packaged, icons, openWindow, setMenu }: Options): Desktop {
  const icon = createTrayIcon({ icons, platform, open: openWindow })
  let settings: Settings | null = null
  let startsAtLogin: boolean | null = null
  let last: { view: TrayView; choose: (choice: TrayChoice) => void } | null = null

  function show(): void {
    if (last === null) return
    const { view, choose } = last
    setMenu(view.title, view.items, choose)
    app.setBadgeCount(view.badge)
    if (settings?.tray === true) icon.show(view, choose)
    else icon.remove()
  }

  return {
    port: {
      // Windows shows no number, only a picture over the taskbar's.
      abilities: { tray: true, badge: platform !== 'win32', startAtLogin: packaged },
      show(view, choose) {
        last = { view, choose }
        show()
      },
      openWindow,
      quit() {
        app.quit()
      }
    },
    follow(changed) {
      settings = changed
      if (startsAtLogin !== changed.startAtLogin) {
        // Off is the system's own state until somebody turned it on here.
        if (startsAtLogin !== null || changed.startAtLogin)
          setStartAtLogin(changed.startAtLogin, { platform, packaged })
        startsAtLogin = changed.startAtLogin
      }
      show()
    },
    staysWithoutWindow: () => settings?.closeToTray === true && icon.isThere(),
    mayStartHidden: () => icon.isThere()
  }
}
