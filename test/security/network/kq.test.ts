import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readTrace, straceTo, whyNotTraced, type Traced } from '../../fixtures/network-trace'
import { makeVault } from '../../integration/cli/run-kq'
import { startSandbox } from '../../sandbox/start-sandbox'
import type { Sandbox } from '../../sandbox/types'

const PASSWORD = 'correct horse battery staple'
const CLI = join(process.cwd(), 'out/main/cli.js')
/** A network of its own in which not even the loopback is up. */
const ALONE = ['unshare', '-rn']
const hasNamespaces = spawnSync('unshare', ['-rn', 'true']).status === 0

let home: string
let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ providers: ['cloudnexus'], samples: true })
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'keyquay-network-'))
  await makeVault(home, PASSWORD)
  writeFileSync(join(home, 'password'), `${PASSWORD}\n`)
})
afterEach(() => {
  rmSync(home, { recursive: true, force: true })
})

/** Runs lines of shell in which `kq` is the built one, the password on descriptor 3. Answers what they reached. */
async function trace(lines: readonly string[], options: { before?: string[]; env?: Record<string, string> }): Promise<Traced> {
  const { before = [], env = {} } = options
  const file = join(home, 'trace')
  const prelude = [`kq() { "$NODE" -- "$CLI" "$@"; }`, 'exec 2> said', "trap 'kq lock' EXIT", 'set -e']
  const script = [...prelude, ...lines].join('\n')
  const [program, ...args] = [...before, 'strace', ...straceTo(file), 'sh', '-c', script]
  const child = spawn(program, args, {
    cwd: home,
    env: { ...process.env, NODE: process.execPath, CLI, KEYQUAY_HOME: home, NO_COLOR: '1', ...env },
    stdio: 'ignore'
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(code, readFileSync(join(home, 'said'), 'utf8')).toBe(0)
  return readTrace(file)
}

describe('the network that kq uses', () => {
  it('check 98: what is about the vault works without a network, and makes no socket for one', async (context) => {
    if (whyNotTraced !== null) return context.skip(whyNotTraced)
    if (!hasNamespaces) return context.skip('unshare may not make a network namespace here')
    const { sockets, reached } = await trace(
      [
        'printf value-of-the-key | kq --password-fd 3 add ci-token --value-fd 0 3< password',
        'kq --password-fd 3 unlock 3< password',
        'kq list; kq status; kq due; kq audit; kq backup',
        'kq run --only TOKEN=ci-token -- true; kq connector list; kq lock',
        'kq doctor || true'
      ],
      { before: ALONE }
    )
    expect({ sockets, reached }).toEqual({ sockets: 0, reached: [] })
  })

  it('check 98: what is about a provider reaches that provider and nobody else', async (context) => {
    if (whyNotTraced !== null) return context.skip(whyNotTraced)
    const { baseUrl, credentials } = sandbox.providers.cloudnexus
    const { reached } = await trace(
      [
        'printf "%s\\n" "$KEY" | kq --password-fd 3 connection add cloudnexus --name live --base-url "$URL" --credential apiKey=fd:0 3< password',
        'kq --password-fd 3 unlock 3< password',
        'kq connection test live; kq connection keys live; kq usage sync; kq lock'
      ],
      { env: { KEY: credentials.apiKey, URL: baseUrl } }
    )
    expect(reached).toEqual([new URL(baseUrl).host])
  })
})
