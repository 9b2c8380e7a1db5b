import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const DOTENVX = '2.38.2'
const folder = join(process.cwd(), '.cache/bench')

/** A program that people would use instead, or that measures it, and how it comes here. */
interface Peer {
  readonly name: string
  /** Installs it where it is missing; throws a sentence where it cannot. */
  prepare(): void
  version(): string
}

const keepassxc: Peer = {
  name: 'keepassxc-cli',
  prepare: () => {
    fromDebian('keepassxc-cli', 'keepassxc')
  },
  version: () => firstLine('keepassxc-cli', ['--version'])
}

/** GNU time tells a program's peak memory as the kernel counted it. */
const time: Peer = {
  name: 'GNU time',
  prepare: () => {
    fromDebian('/usr/bin/time', 'time')
  },
  version: () => /[\d.]+\d/.exec(firstLine('/usr/bin/time', ['--version']))?.[0] ?? ''
}

const dotenvx: Peer = {
  name: 'dotenvx',
  prepare: () => {
    if (existsSync(dotenvxProgram)) return
    // In a folder of its own, which is not the project's: the benchmark's peer is no dependency.
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    const args = [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--save-exact',
      `@dotenvx/dotenvx@${DOTENVX}`
    ]
    const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error(`dotenvx could not be installed from npm: npm ${args.join(' ')}`)
  },
  version: () => DOTENVX
}

/** What `node` runs as dotenvx. */
export const dotenvxProgram = join(folder, 'node_modules/@dotenvx/dotenvx/src/cli/dotenvx.js')

export const peers = { keepassxc, time, dotenvx } as const
export type PeerName = keyof typeof peers

function fromDebian(program: string, packageName: string): void {
  if (spawnSync(program, ['--version']).error === undefined) return
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packageName}`
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error !== undefined) {
    throw new Error(`The benchmark needs ${program}. On Debian: sudo sh -c '${command}'`)
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stderr } = spawnSync('sh', ['-c', command], { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${packageName} could not be installed with "${command}": ${stderr}`)
}

function firstLine(program: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  return (stdout || stderr).split('\n')[0]?.trim() ?? ''
}
