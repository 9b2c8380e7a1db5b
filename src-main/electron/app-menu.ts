import { Menu, type MenuItemConstructorOptions } from 'electron'

interface AppMenuOptions {
  readonly packaged: boolean
  readonly platform: NodeJS.Platform
  readonly lock: () => void
  /** What the tray shows, for desktops that have none. */
  readonly reminders?: { readonly label: string; readonly submenu: MenuItemConstructorOptions[] }
}

/** The application menu. The window's own shortcuts live in the window. */
export function setAppMenu(options: AppMenuOptions): void {
  const lock: MenuItemConstructorOptions = {
    label: 'Lock vault',
    accelerator: 'CmdOrCtrl+L',
    click: () => {
      options.lock()
    }
  }
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' }
  ]
  if (!options.packaged) view.push({ type: 'separator' }, { role: 'toggleDevTools' })
  const template: MenuItemConstructorOptions[] = [
    ...(options.platform === 'darwin'
      ? [
          { role: 'appMenu' } satisfies MenuItemConstructorOptions,
          { label: 'File', submenu: [lock, { role: 'close' } as const] }
        ]
      : [{ label: 'File', submenu: [lock, { type: 'separator' } as const, { role: 'quit' } as const] }]),
    ...(options.reminders === undefined ? [] : [options.reminders]),
    { role: 'editMenu' },
    { label: 'View', submenu: view },
    { role: 'windowMenu' }
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
