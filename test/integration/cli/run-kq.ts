import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COST_FLOOR } from '@main/crypto/argon2'
import { passwordBytes } from '@main/crypto/password'
import { createVaultHostInThread } from '@main/store/in-thread'

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built `kq` with text on descriptor 0 and, where given, on 3 and 4. */
export function runKq(
  home: string,
  args: string[],
  input: string | { 0?: string; 3?: string; 4?: string } = ''
): Promise<Outcome> {
  const inputs = typeof input === 'string' ? { 0: input } : input
  const child = spawn(process.execPath, ['out/main/cli.js', '--home', home, ...args], {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, KEYQUAY_HOME: '/nonexistent', NO_COLOR: '1' }
  })
  for (const descriptor of [0, 3, 4] as const) {
    const pipe = child.stdio[descriptor] as NodeJS.WritableStream
    pipe.on('error', () => undefined)
    pipe.end(inputs[descriptor] ?? '')
  }
  const read = (descriptor: 1 | 2): (() => string) => {
    const chunks: Buffer[] = []
    child.stdio[descriptor].on('data', (chunk: Buffer) => chunks.push(chunk))
    return () => Buffer.concat(chunks).toString('utf8')
  }
  const stdout = read(1)
  const stderr = read(2)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, stdout: stdout(), stderr: stderr() })
    })
  })
}

/** A vault as `kq init` makes it, but whose password costs as little as is accepted: most of a test's time is that. */
export async function makeVault(home: string, password: string): Promise<void> {
  const clock = { monotonicMs: () => performance.now() }
  const host = createVaultHostInThread({ folder: join(home, 'vault'), clock, cost: COST_FLOOR })
  const vault = await host.create({ password: passwordBytes(password), hint: '' })
  await vault.close()
  await host.dispose()
}

/** A home of its own for each test file. */
export function temporaryHome(): { home: string; remove: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'keyquay-home-'))
  return {
    home,
    remove: () => {
      rmSync(home, { recursive: true, force: true })
    }
  }
}
