import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Those a terminal sends to every process in front by itself, the command included. */
const FROM_TERMINAL = ['SIGINT', 'SIGQUIT'] as const
const HANDED_ON = ['SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGUSR2', 'SIGWINCH', 'SIGCONT'] as const
/** Dying of one of these leaves an image of the memory behind, secrets and all. */
const DUMPING = new Set<string>([
  ...[
    'SIGQUIT',
    'SIGILL',
    'SIGTRAP',
    'SIGABRT',
    'SIGIOT',
    'SIGBUS',
    'SIGFPE',
    'SIGSEGV',
    'SIGXCPU',
    'SIGXFSZ',
    'SIGSYS'
  ]
])

/**
 * Hands signals on to the command instead of ending by them: to be called before it is started, since it can be quick
 * to ask for Ctrl+C. `child` is asked for at each signal. The answer stops that.
 */
export function handOnSignals(child: () => ChildProcess | null): () => void {
  const stops: (() => void)[] = []
  const on = (signal: NodeJS.Signals, handler: () => void): void => {
    try {
      process.on(signal, handler)
      stops.push(() => process.off(signal, handler))
    } catch {
      // not a signal of this system
    }
  }
  for (const signal of HANDED_ON) on(signal, () => child()?.kill(signal))
  for (const signal of FROM_TERMINAL) {
    on(signal, () => {
      if (!isInFront()) child()?.kill(signal)
    })
  }
  on('SIGTSTP', () => {
    child()?.kill('SIGTSTP')
    process.kill(process.pid, 'SIGSTOP')
  })
  return () => {
    for (const stop of stops) stop()
  }
}

/** Ends as the command did, so that whoever waits for `kq` sees what happened to it. Answers the code to end with if that cannot be. */
export function endBy(signal: NodeJS.Signals, number: number): Promise<number> {
  return new Promise((resolve) => {
    if (!DUMPING.has(signal)) process.kill(process.pid, signal)
    // A signal that is ignored, as SIGPIPE is here, ends nothing.
    setTimeout(resolve, ENDING_MS, 128 + number)
  })
}

const ENDING_MS = 50

/**
 * Whether this process is in front in its terminal: then Ctrl+C reached the command without any help, and it must not
 * get it twice. Where that cannot be told, a terminal on standard input says so.
 */
function isInFront(): boolean {
  try {
    // proc(5): behind the name in brackets come the state, the parent, the group, the session, the terminal, its group.
    const fields = readFileSync('/proc/self/stat', 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[2] === fields[5]
  } catch {
    return process.stdin.isTTY
  }
}
