import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBench, type Bench } from './provider-bench'
import { runKq } from './run-kq'
import { hasTmux, openTerminal, type TerminalSession } from './tmux'

const PASSWORD = 'correct horse battery staple'
let bench: Bench
let terminal: TerminalSession | undefined
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyquay-session-')))

beforeAll(async () => {
  bench = await startBench(['cloudnexus'])
  await bench.connect('cloudnexus')
  const scope = ['--scope', 'compute:read', '--env', 'prod', '--expires', '90d', '--env-name', 'CNX_KEY']
  await bench.answer(['create', '--at', 'cloudnexus', '--name', 'deploy', ...scope])
  const tools = join(folder, 'tools')
  const project = join(folder, 'shop')
  mkdirSync(tools)
  mkdirSync(project)
  writeFileSync(join(tools, 'kq'), `#!/bin/sh\nexec "${process.execPath}" -- "${resolve('out/main/cli.js')}" "$@"\n`)
  chmodSync(join(tools, 'kq'), 0o755)
  writeFileSync(join(tools, 'deploy'), '#!/bin/sh\necho "Deploying with $CNX_KEY"\necho "Done."\n')
  chmodSync(join(tools, 'deploy'), 0o755)
  writeFileSync(join(project, '.env.refs'), 'CNX_KEY=keyquay://CloudNexus/deploy\nREGION=eu-1\n')
  terminal = await openTerminal({
    folder: project,
    columns: 100,
    env: { PATH: `${tools}:${process.env.PATH ?? ''}`, KEYQUAY_HOME: bench.home, XDG_RUNTIME_DIR: '' }
  })
}, 120_000)

afterAll(async () => {
  terminal?.close()
  await runKq(bench.home, ['lock'])
  await bench.close()
  rmSync(folder, { recursive: true })
})

const WHEN = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d`
/** What differs from one run to the next, as one run had it. */
const STEADY: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(since )${WHEN}`), '$12026-11-20 09:30'],
  [new RegExp(`(locks at )${WHEN}`), '$12026-11-20 09:35'],
  [new RegExp(`(use it until )${WHEN}`), '$12026-11-20 21:30'],
  [new RegExp(`(work until )${WHEN}`), '$12026-11-21 09:31'],
  [new RegExp(`^${WHEN}:\\d\\d`, 'gm'), '2026-11-20 09:31:07'],
  [/((?:expires|active) +)\d{4}-\d\d-\d\d/g, '$12027-02-18']
]

function steadied(shown: string): string {
  const named = shown.replaceAll(bench.home, '~/.local/share/keyquay').replaceAll(join(folder, 'shop'), '~/shop')
  const timed = STEADY.reduce((text, [pattern, steady]) => text.replace(pattern, steady), named)
  const ended = inOrder(timed, /(?<=_••••••••)\w{4}/g, ['7Q2k', 'dR0x'])
  return inOrder(ended, /nk_[0-9a-f]{12}/g, ['nk_710e50e5d638', 'nk_58bf7b302357'])
}

/** Each different match as another one of `steady`, in the order in which they come. */
function inOrder(text: string, pattern: RegExp, steady: readonly string[]): string {
  const known = [...new Set(text.match(pattern))]
  return text.replace(pattern, (match) => steady[known.indexOf(match)] ?? match)
}

describe.skipIf(!hasTmux)('a session in a terminal', () => {
  it('from unlock to lock is as docs/kq-session.txt shows it', { timeout: 180_000 }, async () => {
    if (terminal === undefined) throw new Error('There is no terminal.')
    const unlocked = terminal.enter('kq unlock')
    await terminal.answer('Master password', PASSWORD)
    await unlocked
    await terminal.enter('kq list')
    await terminal.enter('cat .env.refs')
    await terminal.enter('kq run --env-file .env.refs -- deploy | tee deploy.log')
    await terminal.enter('kq rotate deploy')
    await terminal.enter('kq run --env-file .env.refs -- deploy > deploy.log')
    await terminal.enter('kq rotate deploy --finish')
    await terminal.enter('kq audit --key deploy --limit 4')
    await terminal.enter('kq lock')
    await terminal.enter('kq status')
    const shown = terminal.shown()
    expect(shown).not.toContain(await bench.reveal('deploy'))
    await expect(`${steadied(shown)}\n`).toMatchFileSnapshot('../../../docs/kq-session.txt')
  })
})
