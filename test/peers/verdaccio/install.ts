import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const VERSION = '6.8.0'
const cache = fileURLToPath(new URL('../../../.cache/peers/', import.meta.url))

const peer = {
  name: 'keyquay-peer',
  private: true,
  dependencies: { verdaccio: VERSION },
  // A dependency asks for node-fetch by a dist-tag, which mirrors of a registry may lack.
  overrides: { 'node-fetch': '2.7.0' }
}

/**
 * Installs Verdaccio from whatever registry npm is configured with, once, apart from the project's own packages, and
 * answers the path of its program. Throws with npm's words when that cannot be done, as without a network.
 */
export function installVerdaccio(): string {
  const home = join(cache, `verdaccio-${VERSION}`)
  const program = join(home, 'node_modules', 'verdaccio', 'bin', 'verdaccio')
  if (existsSync(program)) return program
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(join(cache, 'installing-'))
  try {
    writeFileSync(join(fresh, 'package.json'), JSON.stringify(peer))
    const flags = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock']
    const [command, ...args] = npm()
    const { status, stderr, error } = spawnSync(
      command,
      [...args, 'install', ...flags, '--loglevel=error', '--fetch-retries=1'],
      { cwd: fresh, encoding: 'utf8', shell: command === 'npm.cmd', timeout: 240_000 }
    )
    if (status !== 0) throw new Error(whyNot(error?.message ?? stderr))
    rmSync(home, { recursive: true, force: true })
    renameSync(fresh, home)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return program
}

function whyNot(said: string): string {
  const lines = said.trim().split('\n').slice(0, 5).join('\n')
  return `Verdaccio ${VERSION} could not be installed. test:peers needs the package registry npm is configured with.\n${lines}`
}

/** npm as this run was started with it, else the one on the PATH. */
function npm(): [string, ...string[]] {
  const { npm_execpath: cli, npm_node_execpath: node = process.execPath } = process.env
  if (cli !== undefined && basename(cli).startsWith('npm-cli')) return [node, cli]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}
