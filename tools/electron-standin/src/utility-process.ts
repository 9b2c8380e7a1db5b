import { fork, type ChildProcess } from 'node:child_process'
import { Answered, answered } from './answered.ts'

/** Electron's `UtilityProcess`, as far as a program that is asked by its arguments and answers on its output. */
class UtilityProcess extends Answered {
  readonly #child: ChildProcess

  constructor(child: ChildProcess) {
    super()
    this.#child = child
    child.once('spawn', () => this.emit('spawn'))
    child.once('exit', (code) => this.emit('exit', code ?? 0))
    // Electron tells of a program that cannot be started by its exit alone.
    child.once('error', () => this.emit('exit', 1))
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null ? this.#child.pid : undefined
  }

  get stdout(): NodeJS.ReadableStream | null {
    return this.#child.stdout
  }

  get stderr(): NodeJS.ReadableStream | null {
    return this.#child.stderr
  }

  kill(): boolean {
    return this.#child.kill()
  }
}

/** Electron's `utilityProcess`; a process is this program again, told to be plain Node. */
export const utilityProcess = answered('utilityProcess', {
  fork(modulePath: string, args: string[] = [], { stdio = 'inherit', env, cwd, execArgv }: Electron.ForkOptions = {}) {
    const kinds = typeof stdio === 'string' ? ['ignore', stdio, stdio] : [...stdio]
    const child = fork(modulePath, args, {
      stdio: [...kinds, 'ipc'] as ['ignore', 'pipe', 'pipe', 'ipc'],
      env: (env as NodeJS.ProcessEnv | undefined) ?? process.env,
      execArgv: execArgv ?? [],
      ...(cwd === undefined ? {} : { cwd })
    })
    return new UtilityProcess(child) as unknown as Electron.UtilityProcess
  }
})
