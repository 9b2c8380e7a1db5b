import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRunBench, OTHER, PASSWORD, SECRET, type RunBench } from '../../security/run/kq-run'

let bench: RunBench

beforeAll(async () => {
  bench = await makeRunBench()
})
afterAll(() => {
  bench.remove()
})

/** What `kq run` hands to a program: the variables whose names begin with `T_`, and CI_TOKEN. */
async function given(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Record<string, string>> {
  const program = `console.log(JSON.stringify(Object.entries(process.env).filter(([name]) => /^T_|^CI_TOKEN$/.test(name))))`
  const { stdout, stderr } = await bench.start(['--no-mask', ...args, '--', process.execPath, '-e', program], env).ended
  expect(stderr).toBe('')
  return Object.fromEntries(JSON.parse(stdout) as [string, string][])
}

describe('where kq run takes values from', () => {
  it('reads env files as dotenv does, the last one winning, and nothing in them is expanded', async () => {
    bench.write('one.env', `# a comment\nexport T_A="two words"  # behind\nT_B='$HOME $(id)'\nT_C=first\nT_D="a\\nb"\n`)
    bench.write('two.env', 'T_C=second\nT_E=keyquay://CloudAPI/billing\n')
    expect(
      await given(['--env-file', 'one.env', '--env-file', 'two.env'], { T_A: 'from the shell', T_S: 'stays' })
    ).toEqual({
      T_A: 'two words',
      T_B: '$HOME $(id)',
      T_C: 'second',
      T_D: 'a\nb',
      T_E: OTHER,
      T_S: 'stays'
    })
  })

  it('prefers the vault’s value to the one in a bound file, which may be an old one', async () => {
    bench.write('.env', 'CI_TOKEN=an-old-value-of-it\nT_PLAIN=1\n')
    expect(await given(['--env-file', '.env'])).toEqual({ CI_TOKEN: SECRET, T_PLAIN: '1' })
    expect(await given([])).toEqual({ CI_TOKEN: SECRET })
  })

  it('resolves references of the shell’s own variables, by name and by id', async () => {
    const { stdout } = await bench.kq('show', 'billing')
    const reference = /keyquay:\/\/key\/\w+/.exec(stdout)?.[0] ?? ''
    expect(await given([], { T_ID: reference, T_NAME: 'keyquay://cloudapi/billing' })).toMatchObject({
      T_ID: OTHER,
      T_NAME: OTHER
    })
  })

  it('takes a pipe for an env file', () => {
    const kq = `"$0" -- "$1" --home "$2" run --password-fd 3 --env-file /dev/stdin -- printenv T_PIPED 3< "$3"`
    const args = [process.execPath, join(process.cwd(), 'out/main/cli.js'), bench.home, bench.passwordFile]
    const { stdout } = spawnSync('sh', ['-c', `echo T_PIPED=yes | ${kq}`, ...args], {
      encoding: 'utf8',
      cwd: bench.folder
    })
    expect(stdout).toBe('yes\n')
  })

  it('asks which file counts where two disagree', async () => {
    const folder = join(bench.folder, 'stages')
    mkdirSync(folder)
    for (const [file, key] of [
      ['.env.production', 'ci-token'],
      ['.env.staging', 'billing']
    ] as const) {
      await bench.kq('env', 'write', key, '--file', join(folder, file), '--as', 'T_KEY', '--yes')
    }
    const args = [process.execPath, join(process.cwd(), 'out/main/cli.js'), bench.home, bench.passwordFile]
    const run = (more: string): ReturnType<typeof spawnSync> =>
      spawnSync(
        'sh',
        ['-c', `"$0" -- "$1" --home "$2" run --no-mask --password-fd 3 ${more} -- printenv T_KEY 3< "$3"`, ...args],
        {
          encoding: 'utf8',
          cwd: folder
        }
      )
    const refused = run('')
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('T_KEY is bound to one key in')
    expect(refused.stderr).toContain('--env-file FILE says which counts.')
    expect(run('--env-file .env.staging').stdout).toBe(`${OTHER}\n`)
  })
})

describe('what kq run says where it cannot', () => {
  it.each([
    [['--env-file', 'absent.env', '--', 'true'], 1, 'absent.env'],
    [['--only', 'NO_SUCH_KEY', '--', 'true'], 5, 'NO_SUCH_KEY'],
    [['--only', 'not a name', '--', 'true'], 2, 'names of variables'],
    [['true'], 2, 'Put -- before the program: kq run -- true'],
    [['--'], 2, "missing required argument 'program'"]
  ])('%j', async (args, expected, sentence) => {
    const { code, stderr, stdout } = await bench.start(args).ended
    expect([code, stdout]).toEqual([expected, ''])
    expect(stderr).toContain(sentence)
  })

  it('leaves a program without input where the password came by it', () => {
    const args = ['--', join(process.cwd(), 'out/main/cli.js'), '--home', bench.home]
    const { stdout, status } = spawnSync(process.execPath, [...args, 'run', '--password-fd', '0', '--', 'cat'], {
      input: `${PASSWORD}\nand more\n`,
      encoding: 'utf8',
      cwd: bench.folder
    })
    expect([status, stdout]).toEqual([0, ''])
  })

  it('notes the use where the key’s other uses are', async () => {
    await bench.start(['--only', 'BILLING_KEY', '--', 'true']).ended
    const { stdout } = await bench.kq('show', 'billing', '--json')
    const { key } = JSON.parse(stdout) as { key: { lastUsedAt: string | null } }
    expect(Date.now() - Date.parse(key.lastUsedAt ?? '')).toBeLessThan(600_000)
  })
})
