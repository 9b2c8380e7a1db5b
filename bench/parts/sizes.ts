import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { keep, tellFigures } from '../figures'

const ASSETS = 'out/renderer/assets'
const page = readFileSync('out/renderer/index.html', 'utf8')

tell('main, all of it', 'out/main', (name) => name.endsWith('.js'))
tell('main: the app’s own file', 'out/main', (name) => name === 'index.js')
tell('main: the store’s thread', 'out/main', (name) => name === 'store-worker.js')
tell('preload', 'out/preload', (name) => name.endsWith('.cjs'))
tell('renderer: scripts, all of them', ASSETS, (name) => name.endsWith('.js'))
tell('renderer: scripts read before the lock screen', ASSETS, (name) => name.endsWith('.js') && page.includes(name))
tell('renderer: styles', ASSETS, (name) => name.endsWith('.css'))
tell('renderer: fonts', ASSETS, (name) => name.endsWith('.woff2'))
tellFigures()

function tell(what: string, folder: string, isWanted: (name: string) => boolean): void {
  const names = readdirSync(folder).filter(isWanted)
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  keep(what, 'kB', bytes / 1_000, names.length === 1 ? '' : `${String(names.length)} files`)
}
