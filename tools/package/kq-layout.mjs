import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeFor } from '../tasks/node.mjs'
import { at, has, readText } from '../tasks/paths.mjs'
import { Stop } from '../tasks/progress.mjs'

/**
 * Lays out the command line beside the app (docs/adr/0012): `bin/kq` starts `kq/node` on `kq/main/cli.js`. It lies
 * outside the app's archive, which only Electron can read, and nothing that the app itself loads lies here.
 *
 * @param resources the app's folder of resources
 * @param platform as in `process.platform`
 * @param arch as in `process.arch`
 * @throws Stop where something of it is not there
 */
export function layOutKq(resources, { platform, arch }) {
  const windows = platform === 'win32'
  const folder = join(resources, 'kq')
  const launcher = join(resources, 'bin', windows ? 'kq.cmd' : 'kq')
  const copy = (from, ...to) => {
    if (!existsSync(from)) throw new Stop(`${from} is missing, so kq cannot be packaged.`)
    const target = join(folder, ...to)
    mkdirSync(dirname(target), { recursive: true })
    cpSync(from, target, { recursive: true })
  }

  const { executable, license } = nodeFor(platform, arch)
  copy(executable, windows ? 'node.exe' : 'node')
  copy(license, 'LICENSE.node.txt')
  for (const name of readdirSync(at('out', 'main'))) {
    // The app's own entrance is the one file that needs Electron.
    if (name.endsWith('.js') && name !== 'index.js') copy(at('out', 'main', name), 'main', name)
  }
  for (const path of nativeFiles(platform, arch)) copy(at('node_modules', path), 'node_modules', path)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')

  mkdirSync(dirname(launcher), { recursive: true })
  const script = readText(at('tools', 'package', windows ? 'kq.cmd' : 'kq'))
  writeFileSync(launcher, windows ? script.replaceAll(/\r?\n/g, '\r\n') : script, { mode: 0o755 })
  return launcher
}

/** The two native packages, without what they carry for other systems. Their Node-API binaries serve every Node. */
function nativeFiles(platform, arch) {
  const argon2 = readdirSync(at('node_modules', '@node-rs')).filter((name) => name.startsWith(`argon2-${platform}-${arch}`))
  if (argon2.length === 0) throw new Stop(`The part of @node-rs/argon2 for ${platform} ${arch} is not installed, so kq cannot be packaged.`)
  const sqlite = ['package.json', 'LICENSE', 'lib', `prebuilds/${platform}-${arch}.node`].map((path) => `better-sqlite3/${path}`)
  return [...sqlite, ...['argon2', ...argon2].map((name) => `@node-rs/${name}`)].filter((path) => {
    if (has('node_modules', path)) return true
    throw new Stop(`node_modules/${path} is missing, so kq cannot be packaged.`)
  })
}
