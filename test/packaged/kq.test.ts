import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTerminalCommand } from '@main/node/terminal-command'
import { makeVault } from '../integration/cli/run-kq.ts'
import { kqResources } from './kq-place.ts'

const PASSWORD = 'correct horse battery staple'
const windows = process.platform === 'win32'
const root = join(import.meta.dirname, '../..')

let place: Awaited<ReturnType<typeof kqResources>>
let home: string
let launcher: string

beforeAll(async () => {
  place = await kqResources()
  launcher = join(place.resources, 'bin', windows ? 'kq.cmd' : 'kq')
  home = mkdtempSync(join(tmpdir(), 'keyquay-kq-'))
  await makeVault(home, PASSWORD)
}, 120_000)
afterAll(() => {
  kq(['lock'])
  rmSync(home, { recursive: true, force: true })
  place.remove()
})

/** Runs the launcher as a shell would find it, in a folder where there is no other Node. */
function kq(args: string[], { input = '', env = {}, start = launcher } = {}): SpawnSyncReturns<string> {
  // Windows itself needs more of its variables than can be listed.
  const lean = windows ? process.env : { HOME: home, PATH: '/usr/bin:/bin' }
  return spawnSync(windows ? `"${start}"` : start, args, {
    cwd: home,
    input,
    encoding: 'utf8',
    env: { ...lean, KEYQUAY_HOME: home, NO_COLOR: '1', ...env },
    shell: windows,
    timeout: 60_000
  })
}

describe('kq in the package', { timeout: 120_000 }, () => {
  test('it runs on the Node beside it, and says so', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(kq(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' })
    const { findings } = JSON.parse(kq(['doctor', '--json']).stdout) as { findings: { id: string; says: string }[] }
    expect(findings.find(({ id }) => id === 'node')?.says).toContain(join(place.resources, 'kq'))
  })

  test('check 100: its native modules open a vault, read it and write to it', () => {
    const added = kq(['--no-agent', '--password-fd', '0', 'add', 'ci-token', '--value-fd', '0'], { input: `${PASSWORD}\ncap_5b1f\n` })
    expect(added).toMatchObject({ status: 0, stderr: '' })
    const listed = kq(['--no-agent', '--password-fd', '0', 'list', '--json'], { input: `${PASSWORD}\n` })
    expect(listed.stderr).toBe('')
    expect(listed.stdout).toContain('"ci-token"')
  })

  test.skipIf(windows)('it leaves an agent running, on the same Node, and is let in by it', () => {
    expect(kq(['--password-fd', '0', 'unlock'], { input: `${PASSWORD}\n` })).toMatchObject({ status: 0, stderr: '' })
    const { pid } = JSON.parse(readFileSync(join(home, 'agent', 'agent.json'), 'utf8')) as { pid: number }
    if (process.platform === 'linux') expect(readlinkSync(`/proc/${String(pid)}/exe`)).toBe(join(place.resources, 'kq', 'node'))
    const status = kq(['status', '--json'])
    expect(status.stderr).toBe('')
    expect(status.stdout).toContain('agent')
    expect(kq(['lock']).status).toBe(0)
  })

  test.skipIf(windows)('it is found through links to it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keyquay-bin-'))
    symlinkSync(launcher, join(folder, 'first'))
    symlinkSync('first', join(folder, 'kq'))
    expect(kq(['--version'], { start: join(folder, 'kq') }).status).toBe(0)
    rmSync(folder, { recursive: true })
  })

  test.skipIf(process.platform !== 'linux')('a copy of it, as from an AppImage, runs where the AppImage is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keyquay-image-'))
    const mounted = join(folder, 'mounted', 'resources')
    mkdirSync(join(folder, 'mounted'))
    symlinkSync(place.resources, mounted)
    const command = createTerminalCommand({
      platform: 'linux',
      env: { APPIMAGE: '/apps/Keyquay.AppImage', APPDIR: join(folder, 'mounted') },
      userHome: folder,
      launcher: join(mounted, 'bin', 'kq'),
      copies: join(folder, 'command'),
      version: '1.0.0'
    })
    await command.install()
    rmSync(mounted)
    const started = kq(['--no-agent', '--password-fd', '0', 'list', '--json'], {
      input: `${PASSWORD}\n`,
      start: join(folder, '.local', 'bin', 'kq')
    })
    expect(started.stderr).toBe('')
    expect(started.stdout).toContain('"ci-token"')
    rmSync(folder, { recursive: true })
  })

  test.skipIf(windows)("NODE_OPTIONS is for the programs that kq starts and not for kq's own Node", () => {
    const script = join(home, 'attached.cjs')
    writeFileSync(script, `require('node:fs').appendFileSync(${JSON.stringify(join(home, 'attached'))}, '')`)
    const env = { NODE_OPTIONS: `--require ${script}` }
    expect(kq(['--version'], { env }).status).toBe(0)
    expect(kq(['--password-fd', '0', 'unlock'], { input: `${PASSWORD}\n`, env }).status).toBe(0)
    kq(['lock'], { env })
    const args = ['--no-agent', '--password-fd', '0', 'run', '--only', 'TOKEN=ci-token', '--', '/bin/sh', '-c', 'echo "$NODE_OPTIONS"']
    expect(kq(args, { input: `${PASSWORD}\n`, env }).stdout).toBe(`${env.NODE_OPTIONS}\n`)
    expect(existsSync(join(home, 'attached'))).toBe(false)
  })

  test.skipIf(windows)('compiled code comes from its own folder, whatever folder the environment names', () => {
    const cache = join(home, 'named-cache')
    expect(kq(['--version'], { env: { NODE_COMPILE_CACHE: cache } }).status).toBe(0)
    expect(existsSync(cache)).toBe(false)
  })

  test.skipIf(windows)('no variable of the environment puts code in the place of its native module', () => {
    const script = join(home, 'foreign.cjs')
    writeFileSync(script, `require('node:fs').appendFileSync(${JSON.stringify(join(home, 'foreign'))}, '')`)
    const env = { NAPI_RS_NATIVE_LIBRARY_PATH: script }
    const listed = kq(['--no-agent', '--password-fd', '0', 'list', '--json'], { input: `${PASSWORD}\n`, env })
    expect(listed).toMatchObject({ status: 0, stderr: '' })
    expect(existsSync(join(home, 'foreign'))).toBe(false)
  })

  test.skipIf(windows)('a configuration of OpenSSL in the environment is for the programs that kq starts', () => {
    // It may name a library to load as well; this one takes every digest away from whoever obeys it.
    const file = join(home, 'openssl.cnf')
    const lines = ['nodejs_conf = init', '[init]', 'alg_section = algorithms', '[algorithms]', 'default_properties = fips=yes']
    writeFileSync(file, `${lines.join('\n')}\n`)
    const env = { OPENSSL_CONF: file }
    expect(kq(['--password-fd', '0', 'unlock'], { input: `${PASSWORD}\n`, env })).toMatchObject({ status: 0, stderr: '' })
    expect(kq(['lock'], { env }).status).toBe(0)
    const args = ['--no-agent', '--password-fd', '0', 'run', '--only', 'TOKEN=ci-token', '--', '/bin/sh', '-c', 'echo "$OPENSSL_CONF"']
    expect(kq(args, { input: `${PASSWORD}\n`, env }).stdout).toBe(`${file}\n`)
  })

  test('nothing in it needs Electron, and its files are those of the reviewed packages', () => {
    const folder = join(place.resources, 'kq')
    const scripts = readdirSync(join(folder, 'main'))
    expect(scripts).toContain('cli.js')
    for (const script of scripts) {
      expect(readFileSync(join(folder, 'main', script), 'utf8'), script).not.toMatch(/(from|import)\s*\(?["']electron["']/)
    }
    const known = Object.keys(JSON.parse(readFileSync(join(root, 'test/supply/natives.json'), 'utf8')) as object)
    const natives = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.node'))
    expect(natives.length).toBeGreaterThanOrEqual(2)
    for (const name of natives) {
      expect(known).toContain(name)
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(root, name)))).toBe(true)
    }
  })
})

describe.skipIf(windows)('what the deb does when it comes and goes', () => {
  let folder: string
  const ours = '/opt/Keyquay/resources/bin/kq'

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'keyquay-deb-'))
    mkdirSync(join(folder, 'bin'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  /** Runs the project's part of the script, with /usr/bin moved into the temporary folder. */
  function run(name: string): number | null {
    const text = readFileSync(join(root, 'tools/package', name), 'utf8')
    const script = text.replaceAll('${sanitizedProductName}', 'Keyquay').replaceAll('/usr/bin/', `${folder}/bin/`)
    return spawnSync('sh', ['-eu', '-c', script]).status
  }

  test('links kq, once, and takes its link away again', () => {
    const link = join(folder, 'bin', 'kq')
    expect(run('link-kq.sh')).toBe(0)
    expect(run('link-kq.sh')).toBe(0)
    expect(readlinkSync(link)).toBe(ours)
    run('unlink-kq.sh')
    expect(readdirSync(join(folder, 'bin'))).toEqual([])
  })

  test("leaves another's kq alone", () => {
    const link = join(folder, 'bin', 'kq')
    writeFileSync(link, 'theirs')
    run('link-kq.sh')
    run('unlink-kq.sh')
    expect(readFileSync(link, 'utf8')).toBe('theirs')
    rmSync(link)
    symlinkSync('/elsewhere/kq', link)
    run('link-kq.sh')
    run('unlink-kq.sh')
    expect(readlinkSync(link)).toBe('/elsewhere/kq')
  })
})
