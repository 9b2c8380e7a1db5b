import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A program as it is typed, and what is typed into it. */
export interface Program {
  readonly command: readonly string[]
  readonly input?: string
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
}

/** Runs it once and answers what it printed. Throws with its own words when it fails. */
export async function outputOf(program: Program): Promise<string> {
  const { output } = await run(program, 'pipe')
  return output
}

/** How long the whole process takes, from its start to its end, in milliseconds. What it prints goes nowhere. */
export async function timeOf(program: Program): Promise<number> {
  const startedAt = performance.now()
  await run(program, 'ignore')
  return performance.now() - startedAt
}

/** The most memory the whole process ever held, in MiB, as the kernel tells the one that waited for it. */
export async function peakMemoryOf(program: Program): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'keyquay-bench-'))
  const file = join(folder, 'peak')
  try {
    await run({ ...program, command: ['/usr/bin/time', '-f', '%M', '-o', file, ...program.command] }, 'ignore')
    return Number(readFileSync(file, 'utf8').trim().split('\n').at(-1)) / 1024
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(program: Program, output: 'pipe' | 'ignore'): Promise<{ output: string }> {
  const [command = '', ...args] = program.command
  const { input = '', env = process.env, cwd } = program
  const child = spawn(command, args, { stdio: ['pipe', output, 'pipe'], env, ...(cwd === undefined ? {} : { cwd }) })
  let said = ''
  let complaint = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  child.stdin?.on('error', () => undefined).end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve({ output: said })
      else reject(new Error(`${program.command.join(' ')} ended with ${String(code)}: ${complaint.slice(0, 1_000)}`))
    })
  })
}
