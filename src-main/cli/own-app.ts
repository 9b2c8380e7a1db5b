import { join } from 'node:path'
import { createApp, type KeyquayApp } from '../app/create-app'
import { platformOf } from '../app/platform'
import type { Home } from '../node/home'
import { homePorts } from '../node/home-ports'
import { noDesktop } from '../node/no-desktop'
import { noTerminalCommand } from '../node/terminal-command'
import { createTerminalClipboard } from './clipboard'
import { noKeyring } from './no-keyring'
import { createSettingsReader } from './settings-file'

/** The whole core in this process. It brings the database, the crypto and every schema along, so it is loaded when needed. */
export function createOwnApp(home: Home, version: string): KeyquayApp {
  const ports = homePorts(home, version)
  return createApp({
    ...ports,
    clipboard: createTerminalClipboard(process.platform, process.env),
    settings: createSettingsReader(join(home.folder, 'settings.json')),
    links: { open: () => Promise.resolve(false), openProvider: () => Promise.resolve(false) },
    terminalCommand: noTerminalCommand,
    reminders: { ...ports.reminders, ...noDesktop },
    secureStorage: noKeyring,
    // What is due by itself is for the app; a command does what it was asked and ends.
    keepsUp: false,
    hasWindow: false,
    // What it chose is for the next command.
    vaultChosen: () => undefined,
    // The command line names its files; it is never asked for one.
    dialogs: { chooseFile: () => Promise.resolve(null) },
    info: {
      version,
      platform: platformOf(process.platform),
      vaultFolder: home.vaultFolder,
      vaultName: home.vaultName,
      isOwnVault: home.isOwnVault
    }
  })
}
