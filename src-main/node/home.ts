import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { chosenVault, ownVaultFolder, stateFolderOf, unknownVault, vaultNameOf } from './chosen-vault'

/** Everything Keyquay keeps, in one folder; the vault as well, unless another folder was chosen for it. */
export interface Home {
  readonly folder: string
  readonly vaultFolder: string
  /** Whether the vault is the one in this folder. */
  readonly isOwnVault: boolean
  /** Whether it can be told which vault was chosen. */
  readonly isVaultKnown: boolean
  readonly vaultName: string
  /** What is kept of this vault outside of it: where its agent is, what this computer's keyring sealed for it, notes. */
  readonly stateFolder: string
  readonly logFile: string
  readonly deviceKeyFile: string
  readonly lockedNotesFile: string
  readonly leftHereFile: string
  /** Chromium's own files; nothing of ours is in there. */
  readonly windowFolder: string
}

/**
 * The folder Keyquay lives in: `asked` (`--home`) before `KEYQUAY_HOME` before the platform's place for an
 * application's data (XDG Base Directory Specification; on macOS and Windows what Electron calls `appData`).
 */
export function resolveHome(asked: string | undefined, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Home {
  const chosen = asked ?? env.KEYQUAY_HOME
  return homeIn(chosen !== undefined && chosen !== '' ? resolve(chosen) : platformHome(env, platform))
}

/** What lies where in `folder`, with the vault that is chosen there now, or the one in `chosen`; null for the own one. */
export function homeIn(folder: string, chosen = chosenVault(folder)): Home {
  const stateFolder = chosen === null ? folder : stateFolderOf(folder, chosen)
  return {
    folder,
    vaultFolder: chosen ?? ownVaultFolder(folder),
    isOwnVault: chosen === null,
    isVaultKnown: chosen !== unknownVault(folder),
    vaultName: vaultNameOf(chosen ?? ownVaultFolder(folder)),
    stateFolder,
    logFile: join(folder, 'logs', 'keyquay.log'),
    deviceKeyFile: join(stateFolder, 'device-key.json'),
    lockedNotesFile: join(stateFolder, 'while-locked.json'),
    leftHereFile: join(stateFolder, 'left-here.json'),
    windowFolder: join(folder, 'window')
  }
}

function platformHome(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Keyquay')
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Keyquay')
  const xdg = env.XDG_DATA_HOME
  // The specification says that a relative path is to be ignored.
  return join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.local', 'share'), 'keyquay')
}

/**
 * The folder after `--home`, as `--home DIR` or `--home=DIR`; undefined when it is not asked for. Nothing after `--`
 * counts: a link that the desktop hands over stands there.
 */
export function homeArgument(given: readonly string[]): string | undefined {
  const end = given.indexOf('--')
  const argv = end === -1 ? given : given.slice(0, end)
  const at = argv.findIndex((argument) => argument === '--home' || argument.startsWith('--home='))
  if (at === -1) return undefined
  const argument = argv[at] ?? ''
  return argument.startsWith('--home=') ? argument.slice('--home='.length) : argv[at + 1]
}
