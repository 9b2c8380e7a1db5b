import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Answer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface TerminalSession {
  /** Runs the built `kq` in this session; `password` comes in on descriptor 3. */
  kq(args: string, password?: string): Promise<Answer>
  /** Runs any line of the shell. */
  run(line: string): Promise<Answer>
  /** The shell that leads the session. */
  readonly pid: number
  close(): void
}

/** A session as a terminal window has one: a shell that leads it, and one command after the other in it. */
export function openSession(home: string): TerminalSession {
  const folder = mkdtempSync(join(tmpdir(), 'keyquay-session-'))
  const file = (name: string): string => join(folder, name)
  writeFileSync(file('password'), '', { mode: 0o600 })
  const shell: ChildProcessWithoutNullStreams = spawn(
    'bash',
    ['-c', `while IFS= read -r line; do eval "$line" >'${file('out')}' 2>'${file('err')}' </dev/null; echo $?; done`],
    {
      detached: true,
      env: { ...process.env, KEYQUAY_HOME: home, NO_COLOR: '1', XDG_CACHE_HOME: file('cache'), XDG_RUNTIME_DIR: '' }
    }
  )
  const codes = createInterface({ input: shell.stdout })[Symbol.asyncIterator]()
  let last: Promise<unknown> = Promise.resolve()

  async function runNow(line: string): Promise<Answer> {
    shell.stdin.write(`${line}\n`)
    const { value } = (await codes.next()) as { value: string }
    return { code: Number(value), stdout: readFileSync(file('out'), 'utf8'), stderr: readFileSync(file('err'), 'utf8') }
  }

  const run = (line: string): Promise<Answer> => {
    const answer = last.then(() => runNow(line))
    last = answer.catch(() => undefined)
    return answer
  }

  return {
    pid: shell.pid ?? 0,
    run,
    kq(args, password) {
      if (password !== undefined) writeFileSync(file('password'), password)
      const fd = password === undefined ? '' : ` --password-fd 3 3<'${file('password')}'`
      return run(`'${process.execPath}' out/main/cli.js ${args}${fd}`)
    },
    close() {
      shell.stdin.end()
      shell.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
