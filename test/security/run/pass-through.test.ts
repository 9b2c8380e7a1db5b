import { createHash, randomBytes } from 'node:crypto'
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRunBench, proc, SECRET, type RunBench } from './kq-run'

let bench: RunBench
const hasScript = spawnSync('script', ['--version']).status === 0

beforeAll(async () => {
  bench = await makeRunBench()
})
afterAll(() => {
  bench.remove()
})

const sh = (program: string): string[] => ['--', 'sh', '-c', program]
const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('check 87: how a program ends', () => {
  it.each([0, 7])('with %d, so does kq', async (code) => {
    expect(await bench.start(sh(`exit ${String(code)}`)).ended).toMatchObject({ code, stderr: '' })
  })

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('by %s, so does kq', async (signal) => {
    expect(await bench.start(sh(`kill -${signal.slice(3)} $$`)).ended).toMatchObject({ code: null, signal })
  })

  it('by a signal that leaves a core behind, kq says so without one', async () => {
    expect(await bench.start(sh('ulimit -c 0; kill -SEGV $$')).ended).toMatchObject({ code: 128 + 11, signal: null })
  })

  it('with 127 where there is none, and 126 where it cannot be run', async () => {
    bench.write('no-program', 'text')
    const absent = await bench.start(['--', 'no-such-program-anywhere']).ended
    expect([absent.code, absent.stderr]).toEqual([127, expect.stringContaining('no-such-program-anywhere')])
    expect(await bench.start(['--', './no-program']).ended).toMatchObject({ code: 126 })
    expect(await bench.start(['--', bench.folder]).ended).toMatchObject({ code: 126 })
  })
})

describe.skipIf(process.platform !== 'linux')('check 87: signals', () => {
  it.each(['SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGINT', 'SIGQUIT'] as const)(
    '%s to kq reaches the program, which decides',
    async (signal) => {
      const name = signal.slice(3)
      const running = bench.start(
        sh(`trap 'echo got ${name}; exit 9' ${name}; echo ready; while :; do sleep 0.05; done`)
      )
      await running.until('ready')
      running.kill(signal)
      expect(await running.ended).toMatchObject({ code: 9, stdout: `ready\ngot ${name}\n` })
    }
  )

  it('stopping kq stops the program, and going on goes on', async () => {
    const running = bench.startAsJob(sh('echo ready; cat'))
    await running.until('ready')
    const kq = proc.childOf(running.pid)
    const child = proc.childOf(kq)
    const both = (): string[] => [proc.state(kq), proc.state(child)]
    process.kill(kq, 'SIGTSTP')
    await expect.poll(both, { timeout: 20_000 }).toEqual(['T', 'T'])
    process.kill(kq, 'SIGCONT')
    await expect.poll(both, { timeout: 20_000 }).not.toContain('T')
    running.stdin.end('still there\n')
    expect(await running.ended).toMatchObject({ code: 0, stdout: 'ready\nstill there\n' })
  })
})

describe('check 87: what goes in and out', () => {
  it('passes bytes through unchanged, however many and however slowly they are read', async () => {
    const bytes = randomBytes(3_000_000)
    const sum = createHash('sha256').update(bytes).digest('hex')
    const running = bench.start(sh(`cat | (sleep 0.2; sha256sum) && head -c 3000000 /dev/zero`))
    running.stdin.end(bytes)
    const { stdout, code } = await running.ended
    expect(code).toBe(0)
    expect(stdout.slice(0, 64)).toBe(sum)
    expect(stdout.length).toBe(64 + '  -\n'.length + 3_000_000)
  })

  it('masks known values in both outputs, however they are spelt and cut', async () => {
    const cut = `printf %s "$CI_TOKEN" | head -c 9; sleep 0.3; printf '%s\\n' "$CI_TOKEN" | tail -c +10`
    const program = `echo "is $CI_TOKEN"; ${cut}; printf 'user:%s' "$CI_TOKEN" | base64; echo "err $CI_TOKEN" >&2`
    const { stdout, stderr } = await bench.start(sh(program)).ended
    expect(stdout.split('\n').slice(0, 2)).toEqual(['is [masked]', '[masked]'])
    expect(stderr).toBe('err [masked]\n')
    for (const spelt of [SECRET, base64(SECRET).slice(4, 20), base64(`user:${SECRET}`).slice(12, 28)]) {
      expect(stdout + stderr).not.toContain(spelt)
    }
  })

  it('is masked, too, where the program opens its output by name', async () => {
    const { stdout, stderr, code } = await bench.start(
      sh('echo "$CI_TOKEN" > /dev/stdout && echo "$CI_TOKEN" > /dev/stderr')
    ).ended
    expect([code, stdout, stderr]).toEqual([0, '[masked]\n', '[masked]\n'])
  })

  it('leaves nothing on the disk', async () => {
    await bench.start(sh('echo "$CI_TOKEN"'), { TMPDIR: bench.folder }).ended
    expect(readdirSync(bench.folder).filter((name) => name.startsWith('keyquay'))).toEqual([])
  })

  it('leaves them where --no-mask says so', async () => {
    expect((await bench.start(['--no-mask', ...sh('echo "$CI_TOKEN"')]).ended).stdout).toBe(`${SECRET}\n`)
  })

  it('shows a prompt before its line ends', async () => {
    const running = bench.start(sh('printf "Name? c"; read name; echo "hello $name"'))
    await running.until('Name? c')
    running.stdin.end('me\n')
    expect((await running.ended).stdout).toBe('Name? chello me\n')
  })

  it('a reader that has seen enough ends a program that goes on and on', async () => {
    const kq = `"$0" -- "$1" --home "$2" run --password-fd 3 -- yes "$3" 3< "$4"`
    const args = [process.execPath, `${process.cwd()}/out/main/cli.js`, bench.home, SECRET, bench.passwordFile]
    const { stdout, status } = spawnSync('sh', ['-c', `${kq} | head -n 2`, ...args], {
      encoding: 'utf8',
      cwd: bench.folder
    })
    expect([status, stdout]).toEqual([0, '[masked]\n[masked]\n'])
  })
})

describe.skipIf(!hasScript)('check 87: on a terminal', () => {
  /** Runs a program on a terminal of its own; types `keys` once it says that it is ready. */
  function inTerminal(program: string, keys = ''): Promise<{ code: number | null; stdout: string }> {
    const quoted = `'${program.replaceAll("'", `'\\''`)}'`
    const kq = `${process.execPath} -- ${process.cwd()}/out/main/cli.js --home ${bench.home} run --password-fd 3`
    // The terminal's own shell would hear Ctrl+C, too, and end by it.
    const command = `exec ${kq} -- sh -c ${quoted} 3< ${bench.passwordFile}`
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: bench.folder,
      stdio: ['pipe', 'pipe', 'ignore']
    })
    let stdout = ''
    let typed = false
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString().replaceAll('\r', '')
      if (typed || !stdout.includes('ready')) return
      typed = true
      child.stdin.write(keys)
    })
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout })))
  }

  it('the program has the terminal itself, and its output is its own', async () => {
    const all = 'test -t 0 && test -t 1 && test -t 2 && echo all three; echo "$CI_TOKEN"; exit 5'
    const { stdout, code } = await inTerminal(all)
    expect(stdout).toContain('all three')
    expect(stdout).toContain(SECRET)
    expect(code).toBe(5)
  })

  it('Ctrl+C reaches it once, and kq ends as it does', async () => {
    const counting = `trap 'n=$((n+1))' INT; echo ready; while [ -z "$n" ]; do sleep 0.1; done; sleep 1; echo "got $n"; exit 3`
    const { stdout, code } = await inTerminal(counting, '\u0003')
    expect(stdout).toContain('got 1\n')
    expect(code).toBe(3)
  })
})
