import { answered } from './answered.ts'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { ipcMain } from './ipc.ts'
import { session } from './session.ts'
import { nativeTheme } from './native-theme.ts'
import { WebContents as webContents } from './web-contents.ts'

export const protocol = session.defaultSession.protocol
export { app, BrowserWindow, ipcMain, session, nativeTheme, webContents }

const electron = answered('electron', { app, BrowserWindow, ipcMain, session, protocol, nativeTheme, webContents })
export default electron
export { electron as 'module.exports' }
