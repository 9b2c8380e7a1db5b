import { electronVersion, findElectron } from './electron.mjs'
import { say } from './progress.mjs'
import { chromiumVersion, findChromium, findOnPath, hasDisplay } from './system.mjs'

/** Prints what this machine has for the tasks, without changing anything. */
export default function doctor() {
  const chromium = findChromium()
  const rows = {
    Node: `${process.versions.node} at ${process.execPath}`,
    Electron: findElectron() ? `${electronVersion()} at ${findElectron()}` : `${electronVersion()}, binary not downloaded`,
    Chromium: chromium ? `${chromiumVersion(chromium) ?? 'unknown'} at ${chromium}` : 'none',
    Display: hasDisplay() ? 'yes' : 'none',
    Xvfb: findOnPath('xvfb-run') ?? 'none'
  }
  for (const [name, value] of Object.entries(rows)) say(`${name.padEnd(10)}${value}`)
  return { code: 0 }
}
