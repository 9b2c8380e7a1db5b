import { app } from 'electron'
import { autostartFile } from '../node/autostart-file'

const HIDDEN = '--hidden'

/** Whether this start should show no window; the person's setting says the same for every start. */
export function wasStartedHidden(argv: readonly string[]): boolean {
  return argv.includes(HIDDEN)
}

/** Has the system start Keyquay when its person logs in, or not. Electron has no way on Linux: XDG's autostart folder does it. */
export function setStartAtLogin(on: boolean, options: { platform: NodeJS.Platform; packaged: boolean }): void {
  // From a checkout the system would start a bare Electron.
  if (!options.packaged) return
  if (options.platform === 'linux') autostartFile(process.env, app.getPath('home')).set(on, process.execPath, HIDDEN)
  else app.setLoginItemSettings({ openAtLogin: on, args: [HIDDEN] })
}
