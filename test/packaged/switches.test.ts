import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { binary, whySkipped } from './binary.ts'

const lifeMs = 6000

let home: string
let proof: string
let script: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'keyquay-packaged-'))
  proof = join(home, 'ran')
  script = join(home, 'script.cjs')
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(proof)}, '')`)
})

afterEach(() => {
  rmSync(home, { recursive: true, force: true })
})

describe('the packaged app is no Node and no debugger', { timeout: 60_000 }, () => {
  // Without this one an app that cannot start at all would pass the others.
  test('check 13: the app as such starts and stays', async (context) => {
    if (!binary) return context.skip(whySkipped)
    expect((await launch(binary)).stayed).toBe(true)
  })

  test('check 13: ELECTRON_RUN_AS_NODE runs no script', async (context) => {
    if (!binary) return context.skip(whySkipped)
    await launch(binary, [script], { ELECTRON_RUN_AS_NODE: '1' })
    expect(existsSync(proof)).toBe(false)
  })

  test('check 13: NODE_OPTIONS loads no script', async (context) => {
    if (!binary) return context.skip(whySkipped)
    await launch(binary, [], { NODE_OPTIONS: `--require ${script}` })
    expect(existsSync(proof)).toBe(false)
  })

  for (const flag of ['--inspect', '--inspect-brk']) {
    test(`check 13: ${flag} opens no debugger`, async (context) => {
      if (!binary) return context.skip(whySkipped)
      const port = await freePort()
      const { output, answered } = await launch(binary, [`${flag}=${String(port)}`], {}, port)
      expect(output).not.toContain('Debugger listening')
      expect(answered).toBe(false)
    })
  }

  test('check 13: --remote-debugging-port opens no debugger', async (context) => {
    if (!binary) return context.skip(whySkipped)
    const port = await freePort()
    const { output, answered } = await launch(binary, [`--remote-debugging-port=${String(port)}`], {}, port)
    expect(output).not.toContain('DevTools listening')
    expect(answered).toBe(false)
  })
})

interface Life {
  output: string
  /** It was still there when its time was up. */
  stayed: boolean
  /** Something answered on the port meanwhile. */
  answered: boolean
}

/** Lets the app live for a while, or until it ends by itself. */
async function launch(executable: string, args: string[] = [], env: Record<string, string> = {}, port?: number): Promise<Life> {
  const root = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(executable, [...args, ...root, `--user-data-dir=${join(home, 'data')}`], {
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that its helper processes end with it.
    detached: process.platform !== 'win32'
  })
  const kill = (): void => {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  }
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<boolean>((resolve) => child.once('exit', (_, signal) => { resolve(signal === 'SIGKILL') }))

  let answered = false
  const poll = setInterval(() => {
    if (port) void asks(port).then((answer) => (answered ||= answer))
  }, 200)
  const end = setTimeout(kill, lifeMs)
  const stayed = await ended
  clearInterval(poll)
  clearTimeout(end)
  return { output, stayed, answered }
}

const asks = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${String(port)}/json/version`).then(
    () => true,
    () => false
  )

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => { resolve(port) })
    })
  })
}
