import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { at, readText } from './paths.mjs'
import { Stop } from './progress.mjs'

const floor = [22, 12]

/** Where npm put the pinned Node for this platform; the file need not exist. */
export const pinnedPath = join(packageFor(process.platform, process.arch), 'bin', executableName(process.platform))

/**
 * The Node that runs the project: the one npm installed from the lockfile or, where npm carries
 * none for the platform, the one at hand if it is new enough.
 */
export function projectNode() {
  if (existsSync(pinnedPath)) return pinnedPath
  if (isNewEnough(process.versions.node)) return process.execPath
  throw new Stop(
    `Keyquay needs Node ${floor.join('.')} or newer, npm carries none for ${process.platform} ${process.arch}, ` +
      `and this is Node ${process.versions.node}: install Node 24 and run this again.`
  )
}

/**
 * The Node to ship for a platform, and its licence: the one npm installed from the lockfile or, where npm carries
 * none, the one at hand if it is of the version in `.node-version`.
 */
export function nodeFor(platform, arch) {
  const folder = packageFor(platform, arch)
  const packed = join(folder, 'bin', executableName(platform))
  if (existsSync(packed)) return { executable: packed, license: join(folder, 'LICENSE') }
  const isOfHere = platform === process.platform && arch === process.arch
  if (isOfHere && process.versions.node === readText(at('.node-version'))?.trim()) {
    // Windows has it beside its licence, the others have it in bin/.
    const places = [dirname(process.execPath), dirname(dirname(process.execPath))].map((place) => join(place, 'LICENSE'))
    return { executable: realpathSync(process.execPath), license: places.find((place) => existsSync(place)) ?? places[1] }
  }
  throw new Stop(`There is no Node for ${platform} ${arch} to ship: package on such a machine, with the Node of .node-version.`)
}

/** Whether this process already runs on the project's Node. */
export const isProjectNode = () => realpathSync(process.execPath) === realpathSync(projectNode())

/** The environment in which children that ask for `node` get the project's Node. */
export function projectEnv(env = process.env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const folder = dirname(projectNode())
  const folders = (env[name] ?? '').split(delimiter).filter((path) => path && path !== folder)
  return { ...env, [name]: [folder, ...folders].join(delimiter) }
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > floor[0] || (major === floor[0] && minor >= floor[1])
}

function packageFor(platform, arch) {
  return at('node_modules', `node-${platform === 'win32' ? 'win' : platform}-${arch}`)
}

function executableName(platform) {
  return platform === 'win32' ? 'node.exe' : 'node'
}
