import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { startSandbox } from '../../sandbox/start-sandbox'
import type { ProviderName, Sandbox } from '../../sandbox/types'
import { makeVault, runKq, temporaryHome, type Outcome } from './run-kq'

const PASSWORD = 'correct horse battery staple'

/** A vault of its own and the sandbox's providers, with everything `kq` said so far. */
export interface Bench {
  readonly home: string
  readonly sandbox: Sandbox
  /** Runs `kq` with the master password on descriptor 3 and `input` on 0. */
  kq(args: readonly string[], input?: string): Promise<Outcome>
  /** The answer with `--json` of a command that must succeed. */
  answer(args: readonly string[], input?: string): Promise<Json>
  /** The failure with `--json` of a command that must not. */
  refusal(args: readonly string[], input?: string): Promise<{ code: number | null; error: Json }>
  /** Adds a connection of the provider's own name, with its management credentials. */
  connect(name: ProviderName): Promise<void>
  /** A key's present value. */
  reveal(name: string): Promise<string>
  /** All that was printed, every command line, and every file of the home as text. */
  traces(): string
  close(): Promise<void>
}

export type Json = Record<string, unknown>

export async function startBench(providers: readonly ProviderName[]): Promise<Bench> {
  const sandbox = await startSandbox({ providers, samples: true })
  const { home, remove } = temporaryHome()
  const said: string[] = []

  async function kq(args: readonly string[], input = ''): Promise<Outcome> {
    const outcome = await runKq(home, [...args, '--password-fd', '3'], { 0: input, 3: PASSWORD })
    said.push(args.join(' '), outcome.stdout, outcome.stderr)
    return outcome
  }

  const bench: Bench = {
    home,
    sandbox,
    kq,
    async answer(args, input) {
      const outcome = await kq([...args, '--json'], input)
      expect(outcome.code, `${args.join(' ')}: ${outcome.stderr}`).toBe(0)
      return JSON.parse(outcome.stdout) as Json
    },
    async refusal(args, input) {
      const { code, stderr, stdout } = await kq([...args, '--json'], input)
      expect(stdout, args.join(' ')).toBe('')
      return { code, error: (JSON.parse(stderr) as { error: Json }).error }
    },
    async connect(name) {
      const { baseUrl, credentials } = sandbox.providers[name]
      const entries = Object.entries<string>({ ...credentials })
      const named = entries.flatMap(([id]) => ['--credential', `${id}=fd:0`])
      const values = entries.map(([, value]) => `${value}\n`).join('')
      await bench.answer(['connection', 'add', name, '--name', name, '--base-url', baseUrl, ...named], values)
    },
    async reveal(name) {
      const args = ['reveal', name, '--password-fd', '3', '--out-fd', '1']
      const { stdout, code, stderr } = await runKq(home, args, { 3: PASSWORD })
      expect(code, stderr).toBe(0)
      return stdout.trimEnd()
    },
    traces() {
      const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      return [...said, ...files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'))].join('\n')
    },
    async close() {
      await sandbox.close()
      remove()
    }
  }
  await makeVault(home, PASSWORD)
  return bench
}
