import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { keep, tellFigures } from '../figures'

const folders = [
  ['main, all of it', 'out/main', /\.js$/],
  ['main: the app’s own file', 'out/main', /^index\.js$/],
  ['main: the store’s thread', 'out/main', /^store-worker\.js$/],
  ['preload', 'out/preload', /\.cjs$/],
  ['renderer: scripts, all of them', 'out/renderer/assets', /\.js$/],
  ['renderer: scripts read at the start', 'out/renderer/assets', /^index-.*\.js$/],
  ['renderer: styles', 'out/renderer/assets', /\.css$/],
  ['renderer: fonts', 'out/renderer/assets', /\.woff2$/]
] as const

for (const [what, folder, wanted] of folders) {
  const names = readdirSync(folder).filter((name) => wanted.test(name))
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  keep(what, 'kB', bytes / 1_000, names.length === 1 ? '' : `${String(names.length)} files`)
}
tellFigures()
