import { join } from 'node:path'
import { Menu, nativeImage, Tray as ElectronTray, type MenuItemConstructorOptions } from 'electron'
import type { TrayChoice, TrayItem, TrayView } from '../ports/tray'

export interface TrayIcon {
  /** Whether there is one; false where the desktop has no tray, or the person wants none. */
  isThere(): boolean
  show(view: TrayView, choose: (choice: TrayChoice) => void): void
  remove(): void
}

/** The icon in the tray: its picture says the status, its menu is the view's. `icons` is the folder of the pictures. */
export function createTrayIcon(options: { icons: string; platform: NodeJS.Platform; open: () => void }): TrayIcon {
  let tray: ElectronTray | null = null

  function pictureOf(status: TrayView['status']): Electron.NativeImage {
    const name = options.platform === 'darwin' ? `tray-${status}Template.png` : `tray-${status}.png`
    return nativeImage.createFromPath(join(options.icons, name))
  }

  function make(status: TrayView['status']): ElectronTray | null {
    try {
      const made = new ElectronTray(pictureOf(status))
      // On Linux a click belongs to the menu where the desktop says so; elsewhere it opens the window.
      made.on('click', options.open)
      return made
    } catch {
      return null
    }
  }

  return {
    isThere: () => tray !== null && !tray.isDestroyed(),
    show(view, choose) {
      tray ??= make(view.status)
      if (tray === null || tray.isDestroyed()) return
      tray.setImage(pictureOf(view.status))
      tray.setToolTip(view.tooltip)
      tray.setContextMenu(Menu.buildFromTemplate(toTemplate(view.items, choose)))
    },
    remove() {
      tray?.destroy()
      tray = null
    }
  }
}

/** The same items for the tray and for the window's own menu. */
export function toTemplate(
  items: readonly TrayItem[],
  choose: (choice: TrayChoice) => void
): MenuItemConstructorOptions[] {
  return items.map((item): MenuItemConstructorOptions => {
    if (item.kind === 'separator') return { type: 'separator' }
    const label = plainLabel(item.label)
    if (item.kind === 'menu') return { label, submenu: toTemplate(item.items, choose) }
    const { choice } = item
    return choice === null
      ? { label, enabled: false }
      : {
          label,
          click: () => {
            choose(choice)
          }
        }
  })
}

/** `&` marks a letter to press in menus of Windows and Linux; in a name it is itself. */
function plainLabel(label: string): string {
  return label.replaceAll('&', '&&')
}
