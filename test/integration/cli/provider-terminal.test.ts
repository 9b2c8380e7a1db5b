import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startBench, type Bench } from './provider-bench'

const hasScript = spawnSync('script', ['--version']).status === 0
let bench: Bench

beforeAll(async () => {
  bench = await startBench(['cloudnexus', 'cloodot'])
  await bench.connect('cloudnexus')
  await bench.answer(['connection', 'add', 'cloodot', '--name', 'dot', '--by-hand'])
  writeFileSync(join(bench.home, 'password'), 'correct horse battery staple\n')
}, 60_000)

afterAll(() => bench.close())

type Until = RegExp | (() => Promise<void>)

/** `kq` on a terminal of its own: each answer is typed as soon as what it waits for is read, or has happened. */
async function onTerminal(
  args: readonly string[],
  answers: readonly (readonly [Until, string])[]
): Promise<{ code: number | null; screen: string }> {
  const quoted = args.map((arg) => `'${arg}'`).join(' ')
  // In the shell's place: one that stayed would end by Ctrl+C itself, and with its own code.
  const command = `exec ${process.execPath} out/main/cli.js --home ${bench.home} ${quoted} --password-fd 3 3< ${bench.home}/password`
  const child = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'] })
  let screen = ''
  let read = (): void => undefined
  child.stdout.on('data', (chunk: Buffer) => {
    screen += chunk.toString()
    read()
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const appears = (wanted: RegExp): Promise<void> =>
    new Promise((resolve) => {
      read = () => {
        if (wanted.test(screen)) resolve()
      }
      read()
    })
  for (const [awaited, answer] of answers) {
    await Promise.race([awaited instanceof RegExp ? appears(awaited) : awaited(), ended])
    child.stdin.write(answer)
  }
  return { code: await ended, screen: screen.replaceAll('\r\n', '\n') }
}

describe.skipIf(!hasScript)('kq on a terminal', { timeout: 120_000 }, () => {
  it('tells how long a provider asks to wait, and then goes on', async () => {
    bench.sandbox.providers.cloudnexus.fault({ kind: 'rate-limit', retryAfter: 2, times: 1 })
    const { code, screen } = await onTerminal(['connection', 'keys', 'cloudnexus'], [])
    expect(screen).toMatch(/cloudnexus: the provider asks for a pause, waiting 2 s, Ctrl\+C cancels/)
    expect([code, screen.includes('Production Backend')]).toEqual([0, true])
  })

  it('tells no wait to a program', async () => {
    bench.sandbox.providers.cloudnexus.fault({ kind: 'rate-limit', retryAfter: 1, times: 1 })
    expect(await bench.kq(['connection', 'keys', 'cloudnexus'])).toMatchObject({ code: 0, stderr: '' })
  })

  it('ends a wait at Ctrl+C with nothing changed', async () => {
    bench.sandbox.providers.cloudnexus.fault({ kind: 'rate-limit', retryAfter: 30, times: 1 })
    const { code, screen } = await onTerminal(['connection', 'keys', 'cloudnexus'], [[/Ctrl\+C cancels/, '\u0003']])
    bench.sandbox.providers.cloudnexus.clearFaults()
    expect(screen).toMatch(/Cancelling…\n.*This was cancelled\. Nothing was changed\./s)
    expect(code).toBe(1)
  })

  it('says at Ctrl+C what is known of a creation that was sent, and writes it down', async () => {
    const nexus = bench.sandbox.providers.cloudnexus
    nexus.fault({ kind: 'hang', method: 'POST', path: /^\/keys$/, times: 1 })
    const create = ['create', '--at', 'cloudnexus', '--name', 'stopped', '--scope', 'compute:read', '--env', 'dev']
    const sent = (): Promise<void> =>
      vi.waitFor(() => expect(nexus.countOf('POST', /^\/keys$/)).toBe(1), { timeout: 60_000 })
    const { code, screen } = await onTerminal(create, [[sent, '\u0003']])
    nexus.clearFaults()
    expect(screen).toMatch(/Cancelling…\n.*It is not known whether the provider carried this out for stopped\./s)
    expect(code).toBe(3)
    expect(await bench.answer(['unfinished'])).toMatchObject({ unfinished: [{ label: 'stopped' }] })
  })

  it('shows a new value, and asks for a name before it revokes', async () => {
    const create = [
      'create',
      '--at',
      'cloudnexus',
      '--name',
      'shown',
      '--scope',
      'compute:read',
      '--env',
      'dev',
      '--show'
    ]
    const { code, screen } = await onTerminal(create, [])
    expect([code, /\ncnx_dev_\w{30}\n/.test(screen)]).toEqual([0, true])
    const refused = await onTerminal(['revoke', 'shown'], [[/Type shown to go on:/, 'no\r']])
    expect([refused.code, refused.screen.includes('nothing was revoked')]).toEqual([2, true])
    const revoked = await onTerminal(['revoke', 'shown'], [[/Type shown to go on:/, 'shown\r']])
    expect([revoked.code, revoked.screen.includes('Revoked shown at CloudNexus.')]).toEqual([0, true])
  })

  it('shows the steps by hand and hides the value that is pasted', async () => {
    const value = `clo_${'a1B2'.repeat(10)}`
    const create = ['create', '--at', 'dot', '--name', 'zapier', '--expires', 'never']
    const { code, screen } = await onTerminal(create, [[/Value of zapier/, `${value}\r`]])
    expect([code, screen.includes(value)]).toEqual([0, false])
    expect(screen).toMatch(/1\. Go to Settings → Developers → API Keys\./)
    expect(screen).toContain('Created zapier at dot (Cloodot)')
  })
})
