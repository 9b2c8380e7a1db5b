import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

const windows = process.platform === 'win32'
const graceMs = 5000
const running = new Set()
let stoppedBy

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stoppedBy ??= signal
    if (running.size === 0) endLike({ signal })
    for (const child of running) child.stop(signal)
  })
}

/** The signal that asked this process to end, if one did. */
export const stopSignal = () => stoppedBy

/**
 * Runs a program to its end and answers `{ code, signal, output }`; rejects only when it cannot be started.
 * Signals sent to this process are passed on.
 *
 * @param stdio `'inherit'`, or `'capture'` to collect stdout and stderr in `output`
 * @param group runs it as a process group of its own, so that nothing it started outlives it
 * @param abort an AbortSignal that ends it
 */
export function run(command, args, { cwd = root, env = process.env, stdio = 'inherit', group = false, shell = false, abort } = {}) {
  return new Promise((resolve, reject) => {
    const detached = group && !windows
    const pipes = stdio === 'capture' ? ['ignore', 'pipe', 'pipe'] : stdio
    const child = spawn(command, args, { cwd, env, stdio: pipes, detached, shell, windowsHide: true })
    const chunks = []
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))

    const kill = (signal) => killTree(child, detached, signal)
    let lastResort
    const entry = {
      stop(signal) {
        kill(signal)
        lastResort ??= setTimeout(() => kill('SIGKILL'), graceMs)
      }
    }
    running.add(entry)
    const onAbort = () => entry.stop('SIGTERM')
    abort?.addEventListener('abort', onAbort)
    const settle = () => {
      running.delete(entry)
      abort?.removeEventListener('abort', onAbort)
      clearTimeout(lastResort)
    }

    child.on('error', (error) => {
      settle()
      reject(error)
    })
    // What a finished group leader left behind would keep the pipes open, and so 'close' from coming.
    child.on('exit', () => detached && kill('SIGKILL'))
    child.on('close', (code, signal) => {
      settle()
      resolve({ code, signal, output: Buffer.concat(chunks).toString() })
    })
  })
}

/** Ends this process the way a child ended: with its exit code, or by its signal. */
export function endLike({ code, signal }) {
  if (!signal) process.exit(code ?? 1)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

function killTree(child, detached, signal) {
  if (windows) {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' }).on('error', () => child.kill())
    return
  }
  try {
    process.kill(detached ? -child.pid : child.pid, signal)
  } catch {
    // Already gone.
  }
}
