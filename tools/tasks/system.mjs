import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './child.mjs'
import { readText } from './paths.mjs'
import { Stop, step } from './progress.mjs'

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const macChromiums = ['Chromium', 'Google Chrome'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)

/** The path of a Chromium or Chrome on this machine, or undefined. `CHROMIUM_PATH` names another one. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return isExecutable(named) ? named : undefined
  const onPath = chromiumNames.map(findOnPath).find(Boolean)
  return onPath ?? (process.platform === 'darwin' ? macChromiums.find(isExecutable) : undefined)
}

/** The version a Chromium prints of itself, such as "142.0.7444.59". */
export function chromiumVersion(path) {
  try {
    return /\d+(\.\d+)+/.exec(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))?.[0]
  } catch {
    return undefined
  }
}

/** The path of a program on PATH, or undefined. */
export function findOnPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

/** Whether a window can be shown. macOS and Windows always say yes. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Whether this process runs as root on Linux, where Chromium has no sandbox to offer. */
export const isLinuxRoot = () => process.platform === 'linux' && process.getuid?.() === 0

/**
 * Makes sure that a Chromium and a virtual display are there: installs them as root on Debian and
 * its relatives, says the one command to run to anyone else.
 *
 * @throws Stop when they are missing and cannot be installed from here
 */
export async function ensureChromium() {
  if (findChromium()) return
  const packages = [isUbuntu() ? 'chromium-browser' : 'chromium', 'xvfb']
  if (!findOnPath('apt-get')) throw new Stop('Neither Electron nor Chromium is on this machine: install Chromium and run this again.')
  const command = `apt-get update && apt-get install -y ${packages.join(' ')}`
  if (!isLinuxRoot()) {
    throw new Stop(`Neither Electron nor Chromium is on this machine. Run this once: sudo sh -c '${command}'`)
  }
  await step(`Installing ${packages.join(' and ')}`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const result = await run('sh', ['-c', command], { env, stdio: 'capture', group: true })
    if (result.code !== 0) throw new Stop(`Chromium could not be installed: "${command}" failed.`, { output: result.output })
  })
  if (!findChromium()) throw new Stop(`"${command}" ended well and still left no Chromium on PATH.`)
}

const isUbuntu = () => /^ID=ubuntu$/m.test(readText('/etc/os-release') ?? '')

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
