import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runKq } from './run-kq'

const folder = mkdtempSync(join(tmpdir(), 'keyquay-completion-'))
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0
const hasScript = has('script')

interface Shell {
  readonly name: string
  /** Starts it without anybody's own settings. */
  readonly start: string
  readonly load: (file: string) => string
  /** A command `kq` that says what it was called with. */
  readonly pretend: string
}

const SHELLS: readonly Shell[] = [
  {
    name: 'bash',
    start: 'bash --norc --noprofile -i',
    load: (file) => `source ${file}`,
    pretend: `kq() { printf 'ran <%s>\\n' "$*"; }`
  },
  {
    name: 'zsh',
    start: 'zsh -f -i',
    load: (file) => `autoload -U compinit; compinit -u -D; source ${file}`,
    pretend: `kq() { printf 'ran <%s>\\n' "$*"; }`
  },
  {
    name: 'fish',
    start: 'fish --no-config -i',
    load: (file) => `source ${file}`,
    pretend: `function kq; printf 'ran <%s>\\n' "$argv"; end`
  }
]

/** What is typed, and what the shell has made of it when the line is sent. */
const TYPED: readonly (readonly [string, string])[] = [
  ['kq revea\t', 'ran <reveal>'],
  ['kq env wri\t', 'ran <env write>'],
  ['kq --home /x env exam\t', 'ran <--home /x env example>'],
  ['kq copy ci --as powe\t', 'ran <copy ci --as powershell>'],
  ['kq run --env-f\t', 'ran <run --env-file>']
]

beforeAll(async () => {
  for (const { name } of SHELLS) {
    const { code, stdout } = await runKq(folder, ['completion', name])
    expect(code).toBe(0)
    writeFileSync(join(folder, `kq.${name}`), stdout)
  }
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Types `lines` into a shell on a terminal of its own; resolves with all it showed. */
function typeInto({ start, load, pretend, name }: Shell, lines: readonly string[]): Promise<string> {
  const child = spawn('script', ['-qec', start, '/dev/null'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH, HOME: folder, TERM: 'dumb', LANG: 'C.UTF-8' }
  })
  const steps = [pretend, load(join(folder, `kq.${name}`)), ...lines].map((line, index) => ({
    line,
    // A line is typed once the one before it was answered: what is typed ahead is not completed.
    after: index === 0 ? null : `step ${String(index)} done`
  }))
  let shown = ''
  let next = 0
  const go = (): void => {
    const step = steps[next]
    if (step === undefined) child.stdin.end('exit\n')
    else if (step.after === null || shown.includes(step.after)) {
      next += 1
      child.stdin.write(`${step.line}\n`)
      child.stdin.write(`printf 'step %s done\\n' ${String(next)}\n`)
    }
  }
  child.stdout.on('data', (chunk: Buffer) => {
    shown += chunk.toString()
    go()
  })
  return new Promise((resolve) => child.on('close', () => resolve(shown)))
}

describe.each(SHELLS)('completion in $name', (shell) => {
  it.skipIf(!hasScript || !has(shell.name))(
    'completes commands, options and fixed values where TAB is typed (needs script and the shell)',
    async () => {
      const shown = await typeInto(
        shell,
        TYPED.map(([typed]) => typed)
      )
      for (const [, ran] of TYPED) expect(shown).toContain(ran)
    }
  )
})

describe('kq completion', () => {
  it('knows every command and option of the help, for each shell', async () => {
    const help = (await runKq(folder, ['--help'])).stdout
    const commands = [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? '')
    expect(commands.length).toBeGreaterThan(30)
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      const { stdout } = await runKq(folder, ['completion', shell])
      for (const name of [...commands, 'password-fd', 'env-file']) expect(stdout, shell).toContain(name)
    }
  })

  it('refuses a shell it does not know', async () => {
    expect(await runKq(folder, ['completion', 'csh'])).toMatchObject({ code: 2, stdout: '' })
  })
})
