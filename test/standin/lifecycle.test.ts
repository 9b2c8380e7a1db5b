import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import { environment, executable, fixture, launch, temporaryFolder } from './launch.ts'

interface Running {
  readonly process: ChildProcess
  readonly lines: string[]
  readonly exited: Promise<number | NodeJS.Signals | null>
  /** Resolves when a line that starts with this has been printed. */
  printed(start: string): Promise<string>
}

const folders: string[] = []
const started: ChildProcess[] = []

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function start(userData: string, env = environment(), args: string[] = []): Running {
  const child = spawn(executable, [fixture('lifecycle'), `--user-data-dir=${userData}`, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit']
  })
  started.push(child)
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  reader.on('line', (line) => lines.push(line))
  return {
    process: child,
    lines,
    exited: new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal))),
    printed: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const line = lines.find((one) => one.startsWith(wanted))
          if (line !== undefined) resolve(line)
        }
        reader.on('line', look)
        reader.once('close', () => reject(new Error(`ended without "${wanted}": ${lines.join(', ')}`)))
        look()
      })
  }
}

function folder(): string {
  const made = temporaryFolder()
  folders.push(made)
  return made
}

/** Every process that this start of Chromium has left, found by its profile folder. */
function remaining(pid: number | undefined): string[] {
  const profile = `electron-standin-${String(pid)}-`
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return (
          readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(profile) &&
          !readFileSync(`/proc/${name}/stat`, 'utf8').includes(') Z ')
        )
      } catch {
        return false
      }
    })
  return [...processes, ...readdirSync(tmpdir()).filter((name) => name.startsWith(profile))]
}

describe('starting and ending', () => {
  it("ends in Electron's order when the last window closes, and leaves nothing", async () => {
    const app = await launch('lifecycle')
    const lines: string[] = []
    createInterface({ input: app.app.process().stdout as NodeJS.ReadableStream }).on('line', (line) => lines.push(line))
    const { pid } = app.app.process()
    await app.page.getByText('here').waitFor()
    const closed = app.app.waitForEvent('close')
    await app.evaluate(({ BrowserWindow }) => void setImmediate(() => BrowserWindow.getAllWindows()[0]?.close()))
    await closed
    expect(lines.filter((line) => !line.startsWith('loaded'))).toEqual([
      'close',
      'closed',
      'before-quit',
      'will-quit',
      'quit'
    ])
    await expect.poll(() => remaining(pid)).toEqual([])
    rmSync(app.userData, { recursive: true, force: true })
  })

  it('quits on SIGTERM as on quit, and leaves nothing', async () => {
    const running = start(folder())
    await running.printed('loaded')
    running.process.kill('SIGTERM')
    expect(await running.exited).toBe(0)
    expect(running.lines.slice(-5)).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit'])
    await expect.poll(() => remaining(running.process.pid)).toEqual([])
  })

  it('takes Chromium along when it is killed', async () => {
    const running = start(folder())
    await running.printed('loaded')
    running.process.kill('SIGKILL')
    await running.exited
    await expect
      .poll(() => remaining(running.process.pid).filter((name) => /^\d+$/.test(name)), { timeout: 5000 })
      .toEqual([])
  })

  it('opens no port of its own', async () => {
    const running = start(folder())
    await running.printed('loaded')
    const listening = ['/proc/net/tcp', '/proc/net/tcp6']
      .filter(existsSync)
      .flatMap((table) => readFileSync(table, 'utf8').split('\n'))
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A')
      .map((fields) => `socket:[${fields[9] ?? ''}]`)
    const group = execFileSync('ps', ['-e', '-o', 'pid=,args='])
      .toString()
      .split('\n')
      .filter(
        (line) =>
          line.includes(`electron-standin-${String(running.process.pid)}-`) ||
          line.trim().startsWith(`${String(running.process.pid)} `)
      )
      .map((line) => line.trim().split(' ')[0] ?? '')
    expect(group.length).toBeGreaterThan(1)
    const links = execFileSync('sh', [
      '-c',
      `ls -l ${group.map((pid) => `/proc/${pid}/fd`).join(' ')} 2>/dev/null || true`
    ]).toString()
    expect(listening.filter((socket) => links.includes(socket))).toEqual([])
    running.process.kill('SIGTERM')
    await running.exited
  })

  it('says its version as Electron does', () => {
    expect(execFileSync(executable, ['--version']).toString()).toMatch(/^v\d+\.\d+\.\d+\n$/)
  })

  it('names the package to install when there is no Chromium', async () => {
    const child = spawn(executable, [fixture('lifecycle')], {
      env: { ...environment(), CHROMIUM_PATH: '/nowhere/chromium' }
    })
    started.push(child)
    let text = ''
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect([code, text]).toEqual([
      1,
      'The Electron stand-in found no Chromium: run `apt-get install chromium`, or set CHROMIUM_PATH.\n'
    ])
  })
})

describe('the single instance lock', () => {
  it('is one per user data folder, tells the first, and survives a kill', async () => {
    const userData = folder()
    const first = start(userData)
    await first.printed('ready')
    const second = start(userData, environment(), ['keyquay://open'])
    expect(await second.exited).toBe(0)
    expect(second.lines).toEqual(['second'])
    expect(await first.printed('second-instance')).toBe('second-instance keyquay://open string fixture')
    const elsewhere = start(folder())
    await elsewhere.printed('ready')
    elsewhere.process.kill('SIGTERM')
    first.process.kill('SIGKILL')
    await Promise.all([first.exited, elsewhere.exited])
    const third = start(userData)
    expect(await third.printed('first')).toMatch(/^first \d+$/)
    third.process.kill('SIGTERM')
    await third.exited
  })
})

describe.skipIf(!existsSync('/usr/bin/Xvfb'))('on a display', () => {
  it('shows a window of the size that was asked', async () => {
    const display = await startDisplay()
    const running = start(folder(), environment(display.name))
    expect(await running.printed('loaded')).toBe('loaded 640x480')
    running.process.kill('SIGTERM')
    expect(await running.exited).toBe(0)
    display.process.kill()
  })
})

async function startDisplay(): Promise<{ name: string; process: ChildProcess }> {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  started.push(child)
  const chunk = await new Promise<Buffer>((resolve) => child.stdio[3]?.once('data', resolve))
  return { name: `:${chunk.toString().trim()}`, process: child }
}

it('finds its files wherever it is started from', () => {
  expect(execFileSync(executable, ['-v'], { cwd: path.parse(tmpdir()).root }).toString()).toMatch(/^v/)
})
