import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRunBench, OTHER, PASSWORD, proc, SECRET, type RunBench } from './kq-run'

let bench: RunBench

beforeAll(async () => {
  bench = await makeRunBench()
})
afterAll(() => {
  bench.remove()
})

/** Says that it is there, and ends with its input. */
const WAITING = ['sh', '-c', 'echo ready; cat']
const onLinux = describe.skipIf(process.platform !== 'linux')

onLinux('what others can see of a running program', () => {
  it('checks 85 and 86: the secret is in the environment of the program, and nowhere else', async () => {
    const inherited = { SHELLS_OWN: 'kept' }
    const running = bench.start(['--', ...WAITING], inherited)
    await running.until('ready')
    const child = proc.childOf(running.pid)
    for (const pid of [running.pid, child]) {
      expect(proc.cmdline(pid)).not.toContain(SECRET)
      expect(proc.cmdline(pid)).not.toContain(PASSWORD)
    }
    expect(proc.cmdline(child)).toBe(`${WAITING.join('\0')}\0`)
    const [before, after] = [proc.environ(running.pid), proc.environ(child)]
    expect(JSON.stringify(before)).not.toContain(SECRET)
    expect(after).toEqual({ ...before, CI_TOKEN: SECRET })
    expect(after.SHELLS_OWN).toBe('kept')
    running.stdin.end()
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' })
  })

  it('check 85: the program does not inherit the descriptor the master password came by', async () => {
    const running = bench.start(['--', ...WAITING])
    await running.until('ready')
    const opened = proc.opened(proc.childOf(running.pid))
    expect(opened.filter((target) => target.startsWith(bench.home))).toEqual([])
    running.stdin.end()
    await running.ended
  })

  it('check 86: --only adds the names that were asked for, and --clean leaves out the shell’s', async () => {
    bench.write('refs.env', 'PLAIN=yes\nREF=keyquay://CloudAPI/billing\nOTHER_REF=keyquay://CloudAPI/billing\n')
    const args = ['--clean', '--env-file', 'refs.env', '--only', 'PLAIN,REF,AGAIN=ci-token', '--', ...WAITING]
    const running = bench.start(args, { SHELLS_OWN: 'left out' })
    await running.until('ready')
    const { PLAIN, REF, AGAIN, ...rest } = proc.environ(proc.childOf(running.pid))
    expect({ PLAIN, REF, AGAIN }).toEqual({ PLAIN: 'yes', REF: OTHER, AGAIN: SECRET })
    for (const name of ['SHELLS_OWN', 'CI_TOKEN', 'OTHER_REF']) expect(rest).not.toHaveProperty(name)
    expect(rest.PATH).toBe(process.env.PATH)
    running.stdin.end()
    await running.ended
  })

  it('check 86: writes down who was given what', async () => {
    const running = bench.start(['--only', 'BILLING_KEY', '--', 'true', 'an argument that may be secret'])
    expect(await running.ended).toMatchObject({ code: 0 })
    const { stdout } = await bench.kq('audit', '--json', '--key', 'billing')
    const { entries } = JSON.parse(stdout) as { entries: { action: string; actor: string; detail: string }[] }
    expect(entries[0]).toMatchObject({ action: 'key.given-to-command', actor: 'cli', detail: 'true: BILLING_KEY' })
    expect(stdout).not.toContain('an argument')
  })
})

describe('check 88: what a vault may not decide', () => {
  const started = (): string => join(bench.folder, 'started')
  const TOUCH = ['--', 'sh', '-c', ': > started']

  it.each([
    ['by name', ['--only', 'LD_PRELOAD=ci-token']],
    ['by a reference', ['--env-file', 'reference.env']],
    ['by a plain line', ['--env-file', 'plain.env']]
  ])('%s: nothing is started', async (_, args) => {
    bench.write('reference.env', 'BASH_ENV=keyquay://CloudAPI/ci-token\n')
    bench.write('plain.env', 'A=1\nexport NODE_OPTIONS="--require ./evil.cjs"\n')
    const { code, stderr } = await bench.start([...args, ...TOUCH]).ended
    expect(code).toBe(2)
    expect(stderr).toMatch(/^kq: (?:LD_PRELOAD|BASH_ENV|NODE_OPTIONS) decides what code programs load/)
    expect(existsSync(started())).toBe(false)
  })

  it('by a binding: nothing is started', async () => {
    bench.write('.env.local', 'PATH=/nowhere\n')
    await bench.kq('env', 'bind', 'billing', '--file', join(bench.folder, '.env.local'), '--as', 'PATH')
    expect(await bench.start(TOUCH).ended).toMatchObject({ code: 2 })
    expect(existsSync(started())).toBe(false)
    await bench.kq('env', 'unbind', 'billing')
  })

  it('by a variable of the shell that refers to a key: nothing is started', async () => {
    const { code, stderr } = await bench.start(TOUCH, { PYTHONSTARTUP: 'keyquay://CloudAPI/ci-token' }).ended
    expect([code, stderr]).toEqual([2, expect.stringContaining('PYTHONSTARTUP decides')])
    expect(existsSync(started())).toBe(false)
  })

  it('what the shell itself has set stays', async () => {
    const { stdout } = await bench.start(['--', 'sh', '-c', 'echo "$PERL5OPT"'], { PERL5OPT: '-Mstrict' }).ended
    expect(stdout).toBe('-Mstrict\n')
  })

  it('the Node that kq runs on does not obey an env file that kq is given', async () => {
    const marker = join(bench.folder, 'obeyed')
    bench.write('evil.cjs', `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')\n`)
    bench.write('evil.env', `NODE_OPTIONS=--require=${join(bench.folder, 'evil.cjs')}\n`)
    expect(await bench.start(['--env-file', 'evil.env', ...TOUCH]).ended).toMatchObject({ code: 2 })
    expect(existsSync(marker)).toBe(false)
    // Both ways to start it hide their arguments from Node.
    expect(readFileSync('tools/kq', 'utf8')).toContain('exec "$node" -- "$cli" "$@"')
    expect(readFileSync('package.json', 'utf8')).toContain('"kq": "node -- tools/run.mjs kq"')
  })
})

describe('a reference that leads nowhere', () => {
  it.each([
    [
      'keyquay://CloudAPI/gone',
      5,
      'X refers to keyquay://CloudAPI/gone, and there is no such key. Nothing was started.'
    ],
    ['keyquay://key/nonsense', 2, 'X begins with keyquay:// and names no key. Nothing was started.'],
    ['keyquay://key/01J9ZK3V6Q8W2M4N5P7R9S1T3V', 5, 'there is no such key']
  ])('%s: nothing is started, and a sentence says why', async (reference, expected, sentence) => {
    bench.write('x.env', `X=${reference}\n`)
    const { code, stderr, stdout } = await bench.start(['--env-file', 'x.env', '--', 'echo', 'started']).ended
    expect([code, stdout]).toEqual([expected, ''])
    expect(stderr).toContain(sentence)
  })
})
