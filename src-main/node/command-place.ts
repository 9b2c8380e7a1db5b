import { accessSync, constants } from 'node:fs'
import { delimiter, dirname, join, win32 } from 'node:path'

export interface CommandSurroundings {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly userHome: string
  /** `kq` as the app brings it. */
  readonly launcher: string
}

/** Where `kq` goes, without rights that the person does not have. */
export function commandPlace({ platform, env, userHome }: CommandSurroundings): string {
  // On the search path of every user since Windows 10, and theirs to write to.
  if (platform === 'win32') return win32.join(localAppData(env, userHome), 'Microsoft', 'WindowsApps', 'kq.cmd')
  // On every Mac's search path, and with Homebrew on Intel the person's own.
  if (platform === 'darwin' && isWritable('/usr/local/bin')) return '/usr/local/bin/kq'
  return join(userHome, '.local', 'bin', 'kq')
}

/** Whether terminals look for commands in the folder of `place`, as far as this process can tell. */
export function isOnPath(place: string, { platform, env }: CommandSurroundings): boolean {
  // An app that is started from the Finder has not the terminal's search path.
  if (platform === 'darwin') return dirname(place) === '/usr/local/bin'
  const [separator, folder] = platform === 'win32' ? [';', win32.dirname(place)] : [delimiter, dirname(place)]
  const folders = (env.PATH ?? env.Path ?? '').split(separator).map((name) => name.replace(/[\\/]+$/, ''))
  return folders.some((name) => (platform === 'win32' ? name.toLowerCase() === folder.toLowerCase() : name === folder))
}

/** Whether the app is somewhere that is gone later: a disk image, or where macOS puts what was just downloaded. */
export function isPassing({ platform, launcher }: CommandSurroundings): boolean {
  return platform === 'darwin' && (launcher.startsWith('/Volumes/') || launcher.includes('/AppTranslocation/'))
}

const MARK = '@rem Made by Keyquay; its settings take it away again.'

/** The script that stands for a link on Windows, where links are not everybody's to make. */
export function windowsShim({ env, userHome, launcher }: CommandSurroundings): string {
  const folder = localAppData(env, userHome)
  // A name of a person in the path may hold letters that a script cannot, so it is left to the variable.
  const isBelow = launcher.toLowerCase().startsWith(`${folder.toLowerCase()}\\`)
  const start = isBelow ? `%LOCALAPPDATA%${doubled(launcher.slice(folder.length))}` : doubled(launcher)
  return `${MARK}\r\n@"${start}" %*\r\n`
}

export const isShim = (text: string): boolean => text.startsWith(MARK)

const doubled = (path: string): string => path.replaceAll('%', '%%')

function localAppData(env: NodeJS.ProcessEnv, userHome: string): string {
  return env.LOCALAPPDATA ?? win32.join(userHome, 'AppData', 'Local')
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
