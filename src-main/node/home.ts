import { homedir } from 'node:os'
import { basename, isAbsolute, join, resolve } from 'node:path'

/** Everything Keyquay keeps, in one folder. */
export interface Home {
  readonly folder: string
  readonly vaultFolder: string
  readonly vaultName: string
  readonly logFile: string
  readonly deviceKeyFile: string
  readonly lockedNotesFile: string
  /** Chromium's own files; nothing of ours is in there. */
  readonly windowFolder: string
}

/**
 * The folder Keyquay lives in: `asked` (`--home`) before `KEYQUAY_HOME` before the platform's place for an
 * application's data (XDG Base Directory Specification; on macOS and Windows what Electron calls `appData`).
 */
export function resolveHome(asked: string | undefined, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Home {
  const chosen = asked ?? env.KEYQUAY_HOME
  const folder = chosen !== undefined && chosen !== '' ? resolve(chosen) : platformHome(env, platform)
  return {
    folder,
    vaultFolder: join(folder, 'vault'),
    vaultName: basename(folder),
    logFile: join(folder, 'logs', 'keyquay.log'),
    deviceKeyFile: join(folder, 'device-key.json'),
    lockedNotesFile: join(folder, 'while-locked.json'),
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
