import { app } from './app.ts'
import type { BrowserWindow } from './browser-window.ts'

type Template = Electron.MenuItemConstructorOptions
export type Role = NonNullable<Template['role']>

interface RoleDefaults {
  readonly label: string
  readonly accelerator?: string
  readonly submenu?: readonly Template[]
  readonly act?: (window: BrowserWindow | undefined) => void
}

const separator: Template = { type: 'separator' }
const edit = (command: string) => (window?: BrowserWindow) =>
  void window?.webContents
    .executeJavaScript(`document.execCommand(${JSON.stringify(command)})`, true)
    .catch(() => undefined)
const zoom = (change: (level: number) => number) => (window?: BrowserWindow) =>
  window?.webContents.setZoomLevel(change(window.webContents.getZoomLevel()))

// Electron's own labels, shortcuts and actions; a role that is missing here is its name and does nothing.
const roles: Partial<Record<string, RoleDefaults>> = {
  about: { label: 'About' },
  quit: { label: 'Quit', accelerator: 'CommandOrControl+Q', act: () => app.quit() },
  close: { label: 'Close Window', accelerator: 'CommandOrControl+W', act: (window) => window?.close() },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', act: (window) => window?.minimize() },
  zoom: { label: 'Zoom' },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', act: (window) => window?.reload() },
  forceReload: {
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    act: (window) => window?.webContents.reloadIgnoringCache()
  },
  toggleDevTools: {
    label: 'Toggle Developer Tools',
    accelerator: 'Ctrl+Shift+I',
    act: (window) => window?.webContents.toggleDevTools()
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: 'F11',
    act: (window) => window?.setFullScreen(!window.isFullScreen())
  },
  resetZoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0', act: zoom(() => 0) },
  zoomIn: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus', act: zoom((level) => level + 0.5) },
  zoomOut: { label: 'Zoom Out', accelerator: 'CommandOrControl+-', act: zoom((level) => level - 0.5) },
  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z', act: edit('undo') },
  redo: { label: 'Redo', accelerator: 'Shift+CommandOrControl+Z', act: edit('redo') },
  cut: { label: 'Cut', accelerator: 'CommandOrControl+X', act: edit('cut') },
  copy: { label: 'Copy', accelerator: 'CommandOrControl+C', act: edit('copy') },
  paste: { label: 'Paste', accelerator: 'CommandOrControl+V', act: edit('paste') },
  pasteAndMatchStyle: { label: 'Paste and Match Style', accelerator: 'Shift+CommandOrControl+V', act: edit('paste') },
  delete: { label: 'Delete', act: edit('delete') },
  selectAll: { label: 'Select All', accelerator: 'CommandOrControl+A', act: edit('selectAll') },
  hide: { label: 'Hide', act: () => app.hide() },
  help: { label: 'Help' },
  window: { label: 'Window' },
  fileMenu: { label: 'File', submenu: [{ role: 'quit' }] },
  editMenu: {
    label: 'Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'delete' },
      separator,
      { role: 'selectAll' }
    ]
  },
  viewMenu: {
    label: 'View',
    submenu: [
      { role: 'reload' },
      { role: 'forceReload' },
      { role: 'toggleDevTools' },
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' }
    ]
  },
  windowMenu: { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }] }
}

/** What a role gives an item that says nothing itself. */
export function roleDefaults(role: Role | undefined): RoleDefaults {
  if (role === undefined) return { label: '' }
  return roles[role] ?? { label: role }
}

/** Does what a role stands for; false if there is nothing it stands for. */
export function executeRole(role: Role | undefined, window: BrowserWindow | undefined): boolean {
  const act = role === undefined ? undefined : roles[role]?.act
  act?.(window)
  return act !== undefined
}
