import { homedir, tmpdir } from 'node:os'
import path from 'node:path'

type PathName = Parameters<Electron.App['getPath']>[0]

/** The folders that Electron knows by name, with Linux's answers. */
export function createPaths(nameOfApp: () => string, userDataSwitch: string) {
  const set = new Map<string, string>()
  if (userDataSwitch !== '') set.set('userData', path.resolve(userDataSwitch))
  const { XDG_CONFIG_HOME: configured = '' } = process.env
  const get = (name: PathName): string => {
    const chosen = set.get(name)
    if (chosen !== undefined) return chosen
    switch (name) {
      case 'home':
        return homedir()
      case 'appData':
        return configured === '' ? path.join(homedir(), '.config') : configured
      case 'userData':
        return path.join(get('appData'), nameOfApp())
      case 'sessionData':
        return get('userData')
      case 'logs':
        return path.join(get('userData'), 'logs')
      case 'crashDumps':
        return path.join(get('userData'), 'Crashpad')
      case 'temp':
        return tmpdir()
      case 'exe':
      case 'module':
        return process.execPath
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return path.join(homedir(), `${name.charAt(0).toUpperCase()}${name.slice(1)}`)
      default:
        throw new Error(`Failed to get '${name}' path`)
    }
  }
  return {
    get,
    set: (name: string, value: string): void => {
      if (!path.isAbsolute(value)) throw new Error('Path must be absolute')
      set.set(name, value)
    }
  }
}
