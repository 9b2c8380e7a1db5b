import { createRequire, enableCompileCache, registerHooks } from 'node:module'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArguments } from './arguments.ts'
import { findChromium, startChromium } from './chromium.ts'
import { readPackage } from './package-json.ts'

// Stripping the types of these files anew would be a third of the start.
enableCompileCache(path.join(import.meta.dirname, '../../../node_modules/.cache/electron-standin'))
const require = createRequire(import.meta.url)
const here = import.meta.dirname
const electronVersion = (
  JSON.parse(readFileSync(path.join(here, '../../../node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
).version
const argv = process.argv.slice(2)
const { requires, switches, appPath, wantsVersion } = parseArguments(argv)

if (wantsVersion) {
  console.log(`v${electronVersion}`)
  process.exit(0)
}
if (appPath === undefined) refuse('Usage: electron [options] <folder with a package.json, or script>')
const program = findChromium(process.env)
if (program === undefined)
  refuse('The Electron stand-in found no Chromium: run `apt-get install chromium`, or set CHROMIUM_PATH.')

const description = readPackage(path.resolve(appPath))
// Started before anything else is read: the app loads meanwhile.
const chromium = startChromium(program, description.name, switches)

Object.defineProperties(process.versions, {
  electron: { value: electronVersion, enumerable: true },
  chrome: { value: '', enumerable: true, writable: true }
})
Object.defineProperties(process, {
  type: { value: 'browser', enumerable: true },
  defaultApp: { value: true, enumerable: true },
  resourcesPath: { value: path.join(here, '..', 'resources'), enumerable: true }
})
process.execPath = path.join(here, '..', 'electron')
process.argv = [process.execPath, ...argv]

const electronUrl = new URL('./electron.ts', import.meta.url).href
const names = new Set(['electron', 'electron/main', 'electron/common'])
registerHooks({
  resolve: (specifier, context, nextResolve) =>
    names.has(specifier)
      ? { url: electronUrl, format: 'module-typescript', shortCircuit: true }
      : nextResolve(specifier, context)
})

const { run } = await import('./run.ts')
await run({ chromium, description, requires, require })

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
