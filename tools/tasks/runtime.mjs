import { existsSync } from 'node:fs'
import { electronVersion, missingLibraries, obtainElectron } from './electron.mjs'
import { at } from './paths.mjs'
import { Stop } from './progress.mjs'
import { chromiumVersion, ensureChromium, findChromium } from './system.mjs'

const standinFolder = at('tools', 'electron-standin')

/**
 * Chooses what will run the app, installing what that takes:
 * `{ kind: 'electron' | 'standin', executable, env, describe() }`.
 * `env` is what Playwright, electron-vite and the `electron` command need to take the same one.
 *
 * @param wanted `'electron'`, `'standin'`, or undefined for Electron where it can be had and else the stand-in
 * @throws Stop with one sentence when there is nothing to run the app with
 */
export async function chooseRuntime(wanted = process.env.KEYQUAY_ELECTRON) {
  if (wanted && wanted !== 'electron' && wanted !== 'standin') {
    throw new Stop(`KEYQUAY_ELECTRON is "${wanted}": it can be "electron" or "standin".`)
  }
  if (wanted !== 'standin') {
    const executable = await obtainElectron({ evenIfItFailed: wanted === 'electron' })
    const missing = executable ? missingLibraries(executable) : []
    if (executable && missing.length === 0) return electron(executable)
    if (wanted === 'electron') {
      throw new Stop(
        missing.length > 0
          ? `Electron's binary misses libraries of this system: ${missing.join(', ')}.`
          : "Electron's own binary is not here and could not be downloaded."
      )
    }
  }
  return standin()
}

function electron(executable) {
  return { kind: 'electron', executable, env: {}, describe: () => `Electron ${electronVersion()}` }
}

async function standin() {
  const executable = `${standinFolder}/electron`
  if (process.platform === 'win32' || !existsSync(executable)) {
    throw new Stop("Electron's own binary could not be had here, and there is no stand-in for it on this system.")
  }
  await ensureChromium()
  const describe = () => `stand-in (Chromium ${chromiumVersion(findChromium()) ?? 'unknown'}, Node ${process.versions.node})`
  return { kind: 'standin', executable, env: { ELECTRON_OVERRIDE_DIST_PATH: standinFolder }, describe }
}
