import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { closeSync } from 'node:fs'
import { constants } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { isatty } from 'node:tty'
import { AppError } from '@contract/app-error'
import { createMaskStream } from './mask-stream'
import { patternsOf } from './patterns'
import { makePipes } from './pipes'
import { endBy, handOnSignals } from './signals'

export interface ChildPlan {
  /** As it was typed. */
  readonly command: string
  /** The program it names. */
  readonly file: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Values that are masked in output that goes to no terminal. */
  readonly masked: readonly string[]
  /** False where standard input was used for the password. */
  readonly stdin: boolean
}

/**
 * Runs a command without a shell and ends as it does: answers its exit code, or dies by its signal. What goes to a terminal is
 * the command's own; other output comes through the mask, for as long as somebody holds it open.
 * Throws `command-not-found`, `command-not-executable`.
 */
export async function runChild({ command, file, args, env, masked, stdin }: ChildPlan): Promise<number> {
  const patterns = patternsOf(masked)
  const isWindows = process.platform === 'win32'
  const isMasked = ([1, 2] as const).map((descriptor) => patterns.length > 0 && !isatty(descriptor))
  const pipes = isWindows || !isMasked.includes(true) ? null : makePipes(2)
  const ways = isMasked.map((masks, index) => (masks ? (pipes?.[index]?.write ?? 'pipe') : 'inherit'))
  const options: SpawnOptions = { env, argv0: command, stdio: [stdin ? 'inherit' : 'ignore', ...ways] }
  // On Windows a program may be a script that only its shell can start, which takes care to be done safely.
  const start = isWindows ? (await import('cross-spawn')).default : spawn
  let started: ChildProcess | null = null
  const stopSignals = handOnSignals(() => started)
  let child: ChildProcess
  try {
    child = started = start(file, args, options)
  } catch (cause) {
    stopSignals()
    // More arguments and variables than the system takes.
    throw new AppError('command-not-executable', { command }, { cause })
  } finally {
    for (const { write } of pipes ?? []) closeSync(write)
  }
  const handed = Promise.all([
    handOn(pipes?.[0]?.read ?? child.stdout, process.stdout, patterns),
    handOn(pipes?.[1]?.read ?? child.stderr, process.stderr, patterns)
  ])
  const end = await endOf(child, command).finally(stopSignals)
  await handed
  return typeof end === 'number' ? end : endBy(end, constants.signals[end])
}

function endOf(child: ChildProcess, command: string): Promise<number | NodeJS.Signals> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) => {
      const code = cause.code === 'ENOENT' ? 'command-not-found' : 'command-not-executable'
      reject(new AppError(code, { command }, { cause }))
    })
    child.once('close', (code, signal) => {
      resolve(signal ?? code ?? 0)
    })
  })
}

/** Resolves once all of `from` has been masked and taken. */
async function handOn(from: Readable | null, to: Writable, patterns: readonly Buffer[]): Promise<void> {
  if (from === null) return
  const mask = createMaskStream(patterns)
  // Where nobody reads any more, the command is to notice as it would without `kq` in between.
  const leave = (): void => {
    from.destroy()
    mask.destroy()
  }
  to.on('error', leave)
  from.pipe(mask).pipe(to, { end: false })
  await finished(mask).catch(() => undefined)
  await new Promise<void>((resolve) => {
    to.write('', () => {
      resolve()
    })
  })
}
