import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeVault, runKq, temporaryHome } from './run-kq'

const PASSWORD = 'correct horse battery staple'
const { home, remove } = temporaryHome()
const LONG = 'x'.repeat(65_535)
const hasScript = spawnSync('script', ['--version']).status === 0

const add = (name: string, secret: string): ReturnType<typeof runKq> =>
  runKq(home, ['add', name, '--password-fd', '0', '--value-fd', '0'], `${PASSWORD}\n${secret}`)

beforeAll(async () => {
  await makeVault(home, PASSWORD)
  await add('long', LONG)
  await add('steering', 'before\u001b]0;owned\u0007after')
})

afterAll(remove)

describe('kq and who reads it', () => {
  it('hands a long secret on whole to a reader that takes its time', () => {
    const { stdout, status } = spawnSync(
      'sh',
      [
        '-c',
        '"$0" out/main/cli.js --home "$1" reveal long --password-fd 0 --out-fd 1 | (sleep 0.3; wc -c)',
        process.execPath,
        home
      ],
      { input: PASSWORD, encoding: 'utf8' }
    )
    expect(status).toBe(0)
    expect(Number(stdout.trim())).toBe(LONG.length + 1)
  })

  it.skipIf(!hasScript)('check 90: shows a secret’s control characters on a terminal instead of sending them', () => {
    const secret = join(home, 'password')
    writeFileSync(secret, `${PASSWORD}\n`)
    const command = `${process.execPath} out/main/cli.js --home ${home} reveal steering --password-fd 3 3< ${secret}`
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8' })
    expect(stdout).toContain('before\\x1b]0;owned\\x07after')
    expect(stdout).not.toContain('\u001b]0;')
  })

  it.skipIf(!hasScript).each([
    ['uses no colour with NO_COLOR', { NO_COLOR: '1', FORCE_COLOR: undefined }, false],
    [
      'uses colours in its questions without',
      { NO_COLOR: undefined, FORCE_COLOR: undefined, CI: undefined, TERM: 'xterm' },
      true
    ]
  ])('%s', async (_, env, coloured) => {
    const shown = await atTheQuestion(`${PASSWORD}\n`, env)
    expect(shown).toContain('steering')
    // eslint-disable-next-line no-control-regex -- what sets a colour begins with an escape
    expect(/\u001b\[3\dm/.test(shown)).toBe(coloured)
  })

  it.skipIf(!hasScript)('ends in order at a question that nobody answers any more', async () => {
    const shown = await atTheQuestion('\u0004')
    expect(shown).toContain('kq: This was cancelled.')
    expect(shown).toContain('ended with 1')
    expect(shown).not.toContain('Warning')
  })

  it('check 90: hands them on as they are when the descriptor is named', async () => {
    const { stdout } = await runKq(home, ['reveal', 'steering', '--password-fd', '0', '--out-fd', '1'], PASSWORD)
    expect(stdout).toBe('before\u001b]0;owned\u0007after\n')
  })

  it('keeps a copy that is never cleared until it is interrupted, and takes it back then', async () => {
    const tools = join(home, 'tools')
    const board = join(home, 'board')
    mkdirSync(tools)
    // Stands for the system's clipboard program; the real one needs a display.
    writeFileSync(join(tools, 'xclip'), `#!/bin/sh\ncase "$*" in *-o*) cat "${board}";; *) cat > "${board}";; esac\n`)
    chmodSync(join(tools, 'xclip'), 0o755)
    writeFileSync(join(home, 'settings.json'), '{ "clipboardClearSeconds": 0 }')
    const child = spawn(process.execPath, ['out/main/cli.js', '--home', home, 'copy', 'long', '--password-fd', '0'], {
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { ...process.env, PATH: `${tools}:${process.env.PATH ?? ''}`, WAYLAND_DISPLAY: undefined }
    })
    child.stdin.end(PASSWORD)
    const said = await new Promise<string>((resolve) =>
      child.stderr.once('data', (chunk: Buffer) => resolve(chunk.toString()))
    )
    expect(said).toContain('Copied long; it stays. Ctrl-C clears it now.')
    expect(existsSync(board) && readFileSync(board, 'utf8')).toBe(LONG)
    child.kill('SIGINT')
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0)
    expect(readFileSync(board, 'utf8')).toBe('')
  })
})

/** What `kq list` shows on a terminal where `keys` are typed at its question. */
function atTheQuestion(keys: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const command = `${process.execPath} out/main/cli.js --home ${home} list; echo "ended with $?"`
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...env }
  })
  let shown = ''
  let typed = false
  child.stdout.on('data', (chunk: Buffer) => {
    shown += chunk.toString()
    if (typed || !shown.includes('Master password')) return
    typed = true
    child.stdin.write(keys)
  })
  return new Promise((resolve) => child.on('close', () => resolve(shown)))
}
