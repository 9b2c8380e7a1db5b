import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Why the tests of the packaged app are skipped when there is none. */
export const whySkipped = 'no packaged app in dist/; npm run package makes one, KEYQUAY_PACKAGED names one'

/** The packaged app's executable: `KEYQUAY_PACKAGED`, or what electron-builder left unpacked in dist/. */
export const binary = process.env.KEYQUAY_PACKAGED ?? findIn(join(root, 'dist'))

/** The folder with app.asar beside a packaged executable. */
export function resourcesOf(executable: string): string {
  const folder = dirname(executable)
  return process.platform === 'darwin' ? join(folder, '..', 'Resources') : join(folder, 'resources')
}

/** The file that carries the fuse wire: on macOS that is the framework, not the executable. */
export function fuseFileOf(executable: string): string {
  if (process.platform !== 'darwin') return executable
  return join(dirname(executable), '..', 'Frameworks', 'Electron Framework.framework', 'Electron Framework')
}

function findIn(dist: string): string | undefined {
  const folders = existsSync(dist) ? readdirSync(dist) : []
  const candidates = folders.flatMap((folder) => [
    join(dist, folder, 'keyquay'),
    join(dist, folder, 'Keyquay.exe'),
    join(dist, folder, 'Keyquay.app', 'Contents', 'MacOS', 'Keyquay')
  ])
  return candidates.find((path) => existsSync(path))
}
