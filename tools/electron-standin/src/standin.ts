import { createEvent } from './answered.ts'
import { app } from './app.ts'
import { setForeignClipboard } from './clipboard.ts'
import { answerNextDialog } from './dialog.ts'
import { pressShortcut } from './global-shortcut.ts'
import type { Menu, MenuItem } from './menu.ts'
import { setDesktopDark } from './native-theme.ts'
import { visibleNotifications, type Notification } from './notification.ts'
import { powerMonitor } from './power-monitor.ts'
import { recorder } from './recorder.ts'
import { setStorageBackend } from './safe-storage.ts'
import { visibleTrays } from './tray.ts'

/** What a spec can see and do outside the app's windows. Real Electron has no such export. */
export const standin = {
  recorder,
  answerNextDialog,
  setForeignClipboard,
  setStorageBackend,
  setDesktopDark,
  pressShortcut,
  setIdleSeconds: (seconds: number): void => powerMonitor.setIdleSeconds(seconds),
  /** A person clicks a notification that is showing; the last one unless told. */
  clickNotification: (at = -1): void => void notification(at).emit('click', createEvent()),
  /** A person presses one of its buttons. */
  pressNotificationAction: (actionIndex: number, at = -1): void =>
    void notification(at).emit('action', createEvent({ actionIndex, selectionIndex: -1 }), actionIndex, -1),
  clickTray: (at = -1): void => void tray(at).emit('click', createEvent(), tray(at).getBounds(), { x: 0, y: 0 }),
  /** A person chooses from the tray's menu: the labels on the way to the item. */
  chooseFromTray: (...labels: string[]): void => choose(tray(-1).contextMenu, labels),
  /** A person chooses from the application menu. */
  chooseFromMenu: (menu: Menu | null, ...labels: string[]): void => choose(menu, labels),
  /** The desktop hands the app a link of a protocol it has registered. */
  openUrl: (url: string): void => void app.emit('open-url', createEvent(), url)
}

export type StandIn = typeof standin

function notification(at: number): Notification {
  const found = visibleNotifications().at(at)
  if (!found) throw new Error('No notification is showing')
  return found
}

function tray(at: number) {
  const found = visibleTrays().at(at)
  if (!found) throw new Error('There is no tray')
  return found
}

function choose(menu: Menu | null, labels: readonly string[]): void {
  let item: MenuItem | undefined
  let items = menu?.items ?? []
  for (const label of labels) {
    item = items.find((one) => one.visible && one.label === label)
    if (!item) throw new Error(`No menu item "${label}" among ${items.map((one) => `"${one.label}"`).join(', ')}`)
    items = item.submenu?.items ?? []
  }
  if (!item?.enabled) throw new Error(`The menu item "${labels.join(' > ')}" is disabled`)
  item.click()
}
