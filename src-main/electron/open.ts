import { join } from 'node:path'
import { app, session } from 'electron'
import { createApp } from '../app/create-app'
import { platformOf } from '../app/platform'
import type { Home } from '../node/home'
import { homePorts } from '../node/home-ports'
import { setAppMenu } from './app-menu'
import { electronClipboard } from './clipboard'
import { electronDialogs } from './dialogs'
import { guardSession } from './guards'
import { electronLinks } from './links'
import { createMainWindow } from './main-window'
import { lockWithTheComputer } from './power'
import { serveRenderer } from './protocol'
import { createSecureStorage } from './secure-storage'
import { createSettingsStore } from './settings-store'
import { attachTransport } from './transport'

/** Builds the adapters and the app, and shows the window. Call once Electron is ready. */
export async function openKeyquay(home: Home): Promise<void> {
  const { platform } = process
  const ports = homePorts(home, app.getVersion())
  const { log } = ports
  const keyquay = createApp({
    ...ports,
    clipboard: electronClipboard,
    settings: createSettingsStore(home.folder, 'settings', log),
    secureStorage: createSecureStorage(platform),
    dialogs: electronDialogs,
    links: electronLinks,
    keepsUp: true,
    info: {
      version: app.getVersion(),
      platform: platformOf(platform),
      vaultFolder: home.vaultFolder,
      vaultName: home.vaultName
    }
  })
  const window = createMainWindow({
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    packaged: app.isPackaged,
    storage: createSettingsStore(home.folder, 'window', log)
  })
  const lock = (reason: Parameters<typeof keyquay.lock>[0]): void => void keyquay.lock(reason)

  guardSession(session.defaultSession)
  serveRenderer(join(import.meta.dirname, '../renderer'))
  attachTransport(keyquay, window.isOurs)
  lockWithTheComputer(lock)
  setAppMenu({
    packaged: app.isPackaged,
    platform,
    lock: () => {
      lock('user')
    }
  })
  // The page is loaded anew while the vault closes, so that nothing of it stays in the renderer.
  keyquay.onEvent((event) => {
    if (event.name === 'session.changed' && event.payload.session.phase === 'locking') window.renew()
  })
  app.on('second-instance', window.show)
  app.on('activate', window.show)
  quitAfterLock(keyquay.quit, () => {
    lock('user')
  })
  await keyquay.start()
  window.show()
}

/** Quitting waits until the vault is locked. */
function quitAfterLock(lockAndEnd: () => Promise<void>, lock: () => void): void {
  let ended = false
  app.on('before-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void lockAndEnd().finally(() => {
      ended = true
      app.quit()
    })
  })
  app.on('window-all-closed', () => {
    // On macOS an app stays until it is quit, but an open vault does not stay without a window.
    if (process.platform === 'darwin') lock()
    else app.quit()
  })
}
