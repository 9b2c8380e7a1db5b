import { BrowserWindow, ipcMain } from 'electron'
import { callNames } from '@contract/names'
import type { ChangingApp } from '../app/changing-app'
import { isTrusted } from './trusted-sender'

/** Connects the window to the app: one channel for each method, and its events. */
export function attachTransport(app: ChangingApp, isOurWindow: (contentsId: number) => boolean): void {
  for (const name of callNames) {
    ipcMain.handle(name, (event, input: unknown) =>
      app.dispatch({ name, input }, { actor: 'window', trusted: isTrusted(event, isOurWindow) })
    )
  }
  app.onEvent(({ name, payload }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (isOurWindow(window.webContents.id) && !window.webContents.isDestroyed())
        window.webContents.send(name, payload)
    }
  })
}
