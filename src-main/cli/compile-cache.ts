import { lstatSync, mkdirSync } from 'node:fs'
// By its default export: a Node too old to have the function is to be told so, not to fail on an import.
import nodeModule from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Keeps what V8 made of `kq`'s code for the next start. Node's own place for it is the shared folder for temporary
 * files, in which another user could put code for this one to run; so it is a private folder, or none.
 */
const folder = join(cacheHome(process.env, process.platform), 'keyquay', 'compiled')
if (isPrivateFolder(folder)) nodeModule.enableCompileCache(folder)

function cacheHome(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  if (platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  const xdg = env.XDG_CACHE_HOME
  return xdg?.startsWith('/') === true ? xdg : join(homedir(), '.cache')
}

/** Whether it is there, or could be made, with nobody else able to write in it. */
function isPrivateFolder(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    const { uid, mode } = lstatSync(path)
    return process.platform === 'win32' || (uid === process.getuid?.() && (mode & 0o022) === 0)
  } catch {
    return false
  }
}
