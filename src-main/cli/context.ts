import { join } from 'node:path'
import { createApp, type KeyquayApp } from '../app/create-app'
import { platformOf } from '../app/platform'
import { resolveHome, type Home } from '../node/home'
import { homePorts } from '../node/home-ports'
import { noDesktop } from '../node/no-desktop'
import { createClient, type Client } from './client'
import { createTerminalClipboard } from './clipboard'
import { noKeyring } from './no-keyring'
import { createSettingsReader } from './settings-file'
import type { Terminal } from './terminal'

export interface GlobalOptions {
  readonly home?: string
  readonly passwordFd?: number
  readonly json?: boolean
}

/** What a command works with. */
export interface Context {
  readonly terminal: Terminal
  readonly home: Home
  readonly app: KeyquayApp
  readonly call: Client
  readonly passwordFd: number | undefined
}

export const PASSWORD_FD_HINT = '--password-fd N'

export function createContext(options: GlobalOptions, terminal: Terminal, version: string): Context {
  const home = resolveHome(options.home, process.env, process.platform)
  const ports = homePorts(home, version)
  const app = createApp({
    ...ports,
    clipboard: createTerminalClipboard(process.platform, process.env),
    settings: createSettingsReader(join(home.folder, 'settings.json')),
    links: { open: () => Promise.resolve(false), openProvider: () => Promise.resolve(false) },
    reminders: { ...ports.reminders, ...noDesktop },
    secureStorage: noKeyring,
    // What is due by itself is for the app; a command does what it was asked and ends.
    keepsUp: false,
    hasWindow: false,
    // The command line names its files; it is never asked for one.
    dialogs: { chooseFile: () => Promise.resolve(null) },
    info: { version, platform: platformOf(process.platform), vaultFolder: home.vaultFolder, vaultName: home.vaultName }
  })
  return { terminal, home, app, call: createClient(app), passwordFd: options.passwordFd }
}

/**
 * Takes the master password from `--password-fd` or asks for it. Where there is no vault, or a damaged one, nothing is
 * asked and the failure says what is wrong.
 */
export async function askPassword({ app, call, terminal, passwordFd }: Context): Promise<string> {
  await app.start()
  const { session } = await call('app.snapshot', {})
  if (session.phase !== 'locked') await call('session.unlock', { password: '-' })
  return readPassword(terminal, passwordFd)
}

/** {@link askPassword}, then unlocks; answers the password. */
export async function unlock(context: Context): Promise<string> {
  const password = await askPassword(context)
  await context.call('session.unlock', { password })
  return password
}

/** The master password, from the descriptor or the person. */
export function readPassword(terminal: Terminal, passwordFd: number | undefined): Promise<string> {
  return passwordFd === undefined
    ? terminal.askSecret('Master password', PASSWORD_FD_HINT)
    : terminal.descriptors.readLine(passwordFd)
}
