import { answered, unanswered } from './answered.ts'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { clipboard, ClipboardItem } from './clipboard.ts'
import { crashReporter } from './crash-reporter.ts'
import { dialog } from './dialog.ts'
import { globalShortcut } from './global-shortcut.ts'
import { ipcMain } from './ipc.ts'
import { Menu, MenuItem } from './menu.ts'
import { NativeImage } from './native-image.ts'
import { nativeTheme } from './native-theme.ts'
import { net } from './net.ts'
import { Notification } from './notification.ts'
import { powerMonitor, powerSaveBlocker } from './power-monitor.ts'
import { safeStorage } from './safe-storage.ts'
import { screen } from './screen.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { standin } from './standin.ts'
import { Tray } from './tray.ts'
import { utilityProcess } from './utility-process.ts'
import { WebContents } from './web-contents.ts'

// What `import { … } from 'electron'` finds. Electron's other names can be imported but not used.
const nativeImage = NativeImage
const webContents = WebContents
const protocol = session.defaultSession.protocol
const [
  autoUpdater,
  BaseWindow,
  BrowserView,
  contentTracing,
  contextBridge,
  desktopCapturer,
  ImageView,
  inAppPurchase,
  ipcRenderer
] = [
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'contentTracing',
  'contextBridge',
  'desktopCapturer',
  'ImageView',
  'inAppPurchase',
  'ipcRenderer'
].map(unanswered)
const [
  MessageChannelMain,
  netLog,
  pushNotifications,
  ShareMenu,
  systemPreferences,
  TouchBar,
  View,
  WebContentsView,
  webFrameMain
] = [
  'MessageChannelMain',
  'netLog',
  'pushNotifications',
  'ShareMenu',
  'systemPreferences',
  'TouchBar',
  'View',
  'WebContentsView',
  'webFrameMain'
].map(unanswered)

const answeredExports = {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  crashReporter,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
  webContents
} satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>

const unansweredExports = {
  autoUpdater,
  BaseWindow,
  BrowserView,
  contentTracing,
  contextBridge,
  desktopCapturer,
  ImageView,
  inAppPurchase,
  ipcRenderer,
  MessageChannelMain,
  netLog,
  pushNotifications,
  ShareMenu,
  systemPreferences,
  TouchBar,
  View,
  WebContentsView,
  webFrameMain
} satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>

const electron = answered('electron', { ...answeredExports, ...unansweredExports, standin })

export {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  crashReporter,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  standin,
  Tray,
  utilityProcess,
  webContents,
  autoUpdater,
  BaseWindow,
  BrowserView,
  contentTracing,
  contextBridge,
  desktopCapturer,
  ImageView,
  inAppPurchase,
  ipcRenderer,
  MessageChannelMain,
  netLog,
  pushNotifications,
  ShareMenu,
  systemPreferences,
  TouchBar,
  View,
  WebContentsView,
  webFrameMain
}
export default electron
// What require('electron') gives.
export { electron as 'module.exports' }
