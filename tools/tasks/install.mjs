import { basename } from 'node:path'
import { run } from './child.mjs'
import { withLock } from './lock.mjs'
import { at, has, readJson, readText, sha256, writeText } from './paths.mjs'
import { Stop, step } from './progress.mjs'

const stampPath = at('node_modules', '.keyquay-stamp')

/** Installs the dependencies when node_modules is not what package-lock.json says. */
export async function ensureInstalled() {
  if (isCurrent()) return
  await withLock('install', async () => {
    if (isCurrent()) return
    if (!matchesHiddenLockfile()) await step('Installing dependencies', install)
    writeText(stampPath, wantedStamp())
  })
}

const wantedStamp = () => sha256(readText(at('package-lock.json')) ?? '')

const isCurrent = () => readText(stampPath) === wantedStamp()

/** Whether someone already ran `npm ci` by hand: npm leaves a lockfile of what it really installed. */
function matchesHiddenLockfile() {
  const installed = readJson(at('node_modules', '.package-lock.json'))?.packages
  if (!installed) return false
  const wanted = readJson(at('package-lock.json'))?.packages ?? {}
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = installed[path]
    return found ? found.integrity === entry.integrity && has(path) : entry.optional === true
  })
}

async function install() {
  const [command, ...args] = npm()
  const result = await run(
    command,
    [...args, 'ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
    { stdio: 'capture', group: true, shell: command === 'npm.cmd' }
  )
  if (result.code !== 0) throw new Stop('npm could not install the dependencies.', { output: withoutUsage(result.output) })
}

/** npm's own words, less the three screens of options it prints after them. */
const withoutUsage = (output) => output.split(/\n.*Clean install a project\n/)[0]

/** npm itself, on the Node it was started with: that one is not inside node_modules, which is about to be replaced. */
function npm() {
  const { npm_execpath: cli, npm_node_execpath: node = process.execPath } = process.env
  if (cli && basename(cli).startsWith('npm-cli')) return [node, cli]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}
