import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname } from 'node:path'
import { at } from './paths.mjs'
import { Stop } from './progress.mjs'

const floor = [22, 12]

/** Where npm put the pinned Node for this platform; the file need not exist. */
export const pinnedPath = at(
  'node_modules',
  `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node'
)

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
