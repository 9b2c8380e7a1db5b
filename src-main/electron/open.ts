import { join } from 'node:path'
import { app, session } from 'electron'
import { isAppError } from '@contract/errors'
import { createChangingApp } from '../app/changing-app'
import { createApp, type KeyquayApp } from '../app/create-app'
import { platformOf } from '../app/platform'
import { languageOf } from '../core/reminders/texts'
import { createAgentHost, type AgentHost } from '../node/agent-host'
import { createFileLog } from '../node/log-file'
import { homeIn, type Home } from '../node/home'
import { homePorts } from '../node/home-ports'
import { createAppMenu } from './app-menu'
import { electronClipboard } from './clipboard'
import type { DeepLinks } from './deep-links'
import { createDesktop } from './desktop'
import { electronDialogs } from './dialogs'
import { guardSession } from './guards'
import { electronLinks } from './links'
import { startLookProcess } from './look-process'
import { createMainWindow } from './main-window'
import { electronNotifier } from './notifications'
import { lockWithTheComputer, wakeWithTheComputer } from './power'
import { serveRenderer } from './protocol'
import { createSecureStorage } from './secure-storage'
import { createSettingsStore } from './settings-store'
import { wasStartedHidden } from './start-at-login'
import { ownTerminalCommand } from './terminal-command'
import { attachTransport } from './transport'
import { toTemplate } from './tray'

/** Builds the adapters and the app, and shows the window. Call once Electron is ready. */
export async function openKeyquay(home: Home, links: DeepLinks): Promise<void> {
  const { platform } = process
  const log = createFileLog(home.logFile)
  const menu = createAppMenu({
    packaged: app.isPackaged,
    platform,
    language: () => languageOf(keyquay.settings().language, app.getLocale()),
    choose: (command) => {
      if (command === 'lock') lock('user')
      else keyquay.navigate({ command })
    }
  })
  const desktop = createDesktop({
    platform,
    packaged: app.isPackaged,
    icons: join(import.meta.dirname, '../../resources/icons'),
    openWindow: () => {
      window.show()
    },
    setMenu: (label, items, choose) => {
      menu.show({ reminders: { label, submenu: toTemplate(items, choose) } })
    }
  })
  const settings = createSettingsStore(home.folder, 'settings', log)
  const secureStorage = createSecureStorage(platform)
  const command = ownTerminalCommand(home.folder)
  let chosen = home
  let agent: AgentHost | null = null
  let endFormer = (): Promise<void> => Promise.resolve()

  function onChosenVault(): KeyquayApp {
    const { end, ...ports } = homePorts(chosen, app.getVersion(), { log, startLooking: startLookProcess })
    void endFormer()
    endFormer = end
    const made = createApp({
      ...ports,
      reminders: {
        ...ports.reminders,
        notifier: electronNotifier(),
        tray: desktop.port,
        locale: () => app.getLocale()
      },
      clipboard: electronClipboard,
      settings,
      secureStorage,
      dialogs: electronDialogs,
      links: electronLinks,
      terminalCommand: command,
      keepsUp: true,
      hasWindow: true,
      vaultChosen: ({ folder, isOwn }) => {
        chosen = homeIn(home.folder, isOwn ? null : folder)
        // Nobody would find it any more: what asks for an agent asks for that of the chosen vault.
        void agent?.endOther()
        void keyquay.change()
      },
      info: {
        version: app.getVersion(),
        platform: platformOf(platform),
        vaultFolder: chosen.vaultFolder,
        vaultName: chosen.vaultName,
        isOwnVault: chosen.isOwnVault
      }
    })
    agent = createAgentHost({
      home: chosen.stateFolder,
      kind: 'app',
      version: app.getVersion(),
      door: made.agent,
      log,
      env: process.env
    })
    return made
  }

  const keyquay = createChangingApp({
    make: onChosenVault,
    leave: async () => agent?.follow(false),
    entered: (entered) => {
      void agent?.follow(entered.settings().terminalAccess)
      // The page of the vault before knows what was there; that of a start is still to come.
      window.renew()
      menu.show()
    },
    failed: (error) => {
      log.warn('the core on another vault did not start', { code: isAppError(error) ? error.code : 'internal' })
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
  wakeWithTheComputer(keyquay.wake)
  menu.show()
  desktop.follow(keyquay.settings())
  // The page is loaded anew while the vault closes, so that nothing of it stays in the renderer.
  keyquay.onEvent((event) => {
    if (event.name === 'session.changed') {
      const { phase } = event.payload.session
      if (phase === 'locking') window.renew()
      menu.show({ isOpen: phase === 'unlocked' })
    }
    if (event.name === 'settings.changed') {
      desktop.follow(event.payload.settings)
      void agent?.follow(event.payload.settings.terminalAccess)
      menu.show()
    }
  })
  app.on('second-instance', window.show)
  app.on('activate', window.show)
  quitAfterLock(keyquay.quit, () => {
    if (desktop.staysWithoutWindow()) return
    // On macOS an app stays until it is quit, but an open vault does not stay without a window.
    if (platform === 'darwin') lock('user')
    else app.quit()
  })
  await keyquay.start()
  void command.keepUp()
  const isHidden = keyquay.settings().startHidden || wasStartedHidden(process.argv)
  if (!isHidden || !desktop.mayStartHidden()) window.show()
  links.follow((keyId) => {
    keyquay.navigate({ screen: 'key', keyId })
  })
}

/** Quitting waits until the vault is locked. */
function quitAfterLock(lockAndEnd: () => Promise<void>, withoutWindow: () => void): void {
  let ended = false
  app.on('before-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void lockAndEnd().finally(() => {
      ended = true
      app.quit()
    })
  })
  app.on('window-all-closed', withoutWindow)
}
