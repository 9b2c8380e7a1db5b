import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { callNames } from '@contract/names'
import type { KeyquayApp } from '../app/create-app'
import { isOwnUrl } from './origin'

/** Connects the window to the app: one channel for each method, and its events. */
export function attachTransport(app: KeyquayApp, isOurWindow: (contentsId: number) => boolean): void {
  for (const name of callNames) {
    ipcMain.handle(name, (event, input: unknown) =>
      app.dispatch({ name, input }, { actor: 'window', trusted: isTrusted(event, isOurWindow) })
    )
  }
  app.onEvent(({ name, payload }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (isOurWindow(window.webContents.id) && !window.webContents.isDestroyed()) window.webContents.send(name, payload)
    }
  })
}

/** Only the top frame of one of our windows, while it shows this app's own page, may ask for anything. */
export function isTrusted(
  event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>,
  isOurWindow: (contentsId: number) => boolean
): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnUrl(frame.url) && isOurWindow(event.sender.id)
}
