import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readlinkSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeVault, runKq, temporaryHome, type Outcome } from '../../integration/cli/run-kq'

export const PASSWORD = 'correct horse battery staple'
export const SECRET = 'cnx_prod_8xK9mP2vL5qR7wN3tJ6yH1cZ4bA0eD'
export const OTHER = 'cap_live_Zq4Lw8Tn1Vx6Rb3Yd9Gm2Hs7Kc5Pf0'
const CLI = resolve('out/main/cli.js')

/** A program that was started by `kq run`, and what came of it. */
export interface Running {
  /** Of `kq`. */
  readonly pid: number
  readonly stdin: ChildProcessWithoutNullStreams['stdin']
  /** Resolves with standard output so far once it holds `text`. */
  until(text: string): Promise<string>
  kill(signal: NodeJS.Signals): void
  readonly ended: Promise<Outcome & { readonly signal: NodeJS.Signals | null }>
}

/** A vault with two keys, of which one is bound in the `.env` of a folder. */
export interface RunBench {
  readonly home: string
  readonly folder: string
  readonly passwordFile: string
  write(name: string, text: string): string
  start(args: readonly string[], env?: NodeJS.ProcessEnv, node?: readonly string[]): Running
  /** As the job of a shell, which `pid` is of: only jobs can be stopped, since somebody is there who lets them go on. */
  startAsJob(args: readonly string[]): Running
  kq(...args: string[]): Promise<Outcome>
  remove(): void
}

export async function makeRunBench(): Promise<RunBench> {
  const { home, remove } = temporaryHome()
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyquay-run-')))
  const passwordFile = join(home, 'password-file')
  await makeVault(home, PASSWORD)
  writeFileSync(passwordFile, `${PASSWORD}\n`, { mode: 0o600 })
  const kq = (...args: string[]): Promise<Outcome> => runKq(home, [...args, '--password-fd', '0'], `${PASSWORD}\n`)
  const add = (name: string, envName: string, secret: string): Promise<Outcome> =>
    runKq(
      home,
      ['add', name, '--env-name', envName, '--provider', 'CloudAPI', '--password-fd', '0', '--value-fd', '0'],
      `${PASSWORD}\n${secret}`
    )
  await add('ci-token', 'CI_TOKEN', SECRET)
  await add('billing', 'BILLING_KEY', OTHER)
  await kq('env', 'write', 'ci-token', '--file', join(folder, '.env'), '--yes')

  const runWith = (args: readonly string[]): string[] => ['--home', home, 'run', '--password-fd', '3', ...args]
  function started(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
    const password = openSync(passwordFile, 'r')
    const child = spawn(program, args, {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'pipe', password],
      env: { ...process.env, ...env }
    }) as ChildProcessWithoutNullStreams
    closeSync(password)
    return running(child)
  }

  return {
    home,
    folder,
    passwordFile,
    kq,
    write(name, text) {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    },
    start: (args, env = {}, node = ['--', CLI]) => started(process.execPath, [...node, ...runWith(args)], env),
    startAsJob: (args) =>
      started('bash', ['-c', 'set -m; "$0" "$@" & wait -f $!', process.execPath, '--', CLI, ...runWith(args)]),
    remove() {
      remove()
      rmSync(folder, { recursive: true })
    }
  }
}

function running(child: ChildProcessWithoutNullStreams): Running {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  child.stdin.on('error', () => undefined)
  const text = (chunks: Buffer[]): string => Buffer.concat(chunks).toString('utf8')
  const ended = new Promise<Awaited<Running['ended']>>((resolveWith) => {
    child.on('close', (code, signal) => resolveWith({ code, signal, stdout: text(out), stderr: text(err) }))
  })
  return {
    pid: child.pid ?? 0,
    stdin: child.stdin,
    ended,
    kill: (signal) => void child.kill(signal),
    until: (wanted) =>
      new Promise((resolveWith, reject) => {
        const look = (): void => {
          if (text(out).includes(wanted)) resolveWith(text(out))
        }
        child.stdout.on('data', look)
        child.on('close', () => reject(new Error(`It ended without ${wanted}: ${text(out)}${text(err)}`)))
        look()
      })
  }
}

/** What the system says of a process: proc(5). */
export const proc = {
  cmdline: (pid: number): string => readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8'),
  environ: (pid: number): Record<string, string> =>
    Object.fromEntries(
      readFileSync(`/proc/${String(pid)}/environ`, 'utf8')
        .split('\0')
        .filter((line) => line !== '')
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
    ),
  state: (pid: number): string =>
    /^State:\s+(\w)/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? '',
  /** What its descriptors lead to. */
  opened: (pid: number): string[] =>
    readdirSync(`/proc/${String(pid)}/fd`).map((name) => readlinkSync(`/proc/${String(pid)}/fd/${name}`)),
  childOf: (pid: number): number =>
    Number(
      readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
        .trim()
        .split(' ')[0]
    )
}
