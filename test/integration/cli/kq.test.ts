import { chmodSync, existsSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runKq, temporaryHome } from './run-kq'

const PASSWORD = 'correct horse battery staple'
const SECRET = 'sk_live_2f7a9c1e5b8d3f6a0c4e7b1d'
const { home, remove } = temporaryHome()
const kq = (...args: string[]): ReturnType<typeof runKq> => runKq(home, args, `${PASSWORD}\n`)

beforeAll(async () => {
  expect((await kq('status', '--json')).stdout).toContain('"phase":"absent"')
  expect(await kq('init', '--password-fd', '0')).toMatchObject({ code: 0 })
  const added = await runKq(
    home,
    [
      'add',
      'ci token',
      '--password-fd',
      '0',
      '--value-fd',
      '0',
      '--env-name',
      'CLOUDAPI_TOKEN',
      '--tag',
      'ci',
      '--provider',
      'CloudAPI',
      '--expires',
      '90d',
      '--json'
    ],
    `${PASSWORD}\n${SECRET}\n`
  )
  expect(added).toMatchObject({ code: 0, stderr: '' })
})

afterAll(remove)

describe('kq', () => {
  it('says what is there without unlocking', async () => {
    const { code, stdout } = await kq('status', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      version: '0.1.0',
      home,
      vault: join(home, 'vault'),
      phase: 'locked',
      trouble: null,
      readOnly: false,
      holder: null,
      openedAt: null,
      locksAt: null,
      grant: null,
      agentTrouble: null
    })
  })

  it('lists keys as data and as a table, without their secrets', async () => {
    const json = await kq('list', '--json', '--password-fd', '0')
    expect(JSON.parse(json.stdout)).toMatchObject({
      total: 1,
      keys: [
        { name: 'ci token', envName: 'CLOUDAPI_TOKEN', tags: ['ci'], status: 'active', preview: 'sk_live_••••••••7b1d' }
      ]
    })
    const table = await kq('list', '--password-fd', '0')
    expect(table.stdout.split('\n')[0]).toMatch(/^NAME +PROVIDER +KEY +ENV NAME +STATUS +EXPIRES$/)
    expect(json.stdout + table.stdout).not.toContain(SECRET)
  })

  it('finds by text and by filter', async () => {
    const total = async (...args: string[]): Promise<unknown> =>
      (JSON.parse((await kq(...args, '--json', '--password-fd', '0')).stdout) as { total: number }).total
    expect(await total('search', 'cloudapi_to')).toBe(1)
    expect(await total('search', 'nothing like it')).toBe(0)
    expect(await total('list', '--tag', 'ci')).toBe(1)
    expect(await total('list', '--tag', 'other')).toBe(0)
  })

  it('check 90: reveals into a pipe only when the descriptor is named', async () => {
    const refused = await kq('reveal', 'ci token', '--password-fd', '0')
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toContain('--out-fd 1')
    expect(await kq('reveal', 'ci token', '--password-fd', '0', '--out-fd', '1')).toMatchObject({
      code: 0,
      stdout: `${SECRET}\n`
    })
    expect(await kq('reveal', 'CLOUDAPI_TOKEN', '--password-fd', '0', '--out-fd', '1')).toMatchObject({
      code: 0,
      stdout: `${SECRET}\n`
    })
  })

  it('takes password and secret from descriptors of their own', async () => {
    const added = await runKq(home, ['add', 'two lines', '--password-fd', '3', '--value-fd', '4'], {
      3: PASSWORD,
      4: 'first\nsecond\n'
    })
    expect(added).toMatchObject({ code: 0 })
    expect(await kq('reveal', 'two lines', '--password-fd', '0', '--out-fd', '1')).toMatchObject({
      stdout: 'first\nsecond\n'
    })
  })

  it('keeps only preview and fingerprint with --no-keep', async () => {
    await runKq(
      home,
      ['add', 'once', '--no-keep', '--password-fd', '0', '--value-fd', '0'],
      `${PASSWORD}\nclo_abcdefghijklmnopqrstuvwxyz`
    )
    const revealed = await kq('reveal', 'once', '--password-fd', '0', '--out-fd', '1')
    expect(revealed).toMatchObject({ code: 5, stdout: '' })
    expect(revealed.stderr).toContain('is not kept in the vault')
  })

  it('answers each mistake with one sentence and its exit code', async () => {
    const mistakes: [string[], string, number, RegExp][] = [
      [['list', '--password-fd', '0'], 'wrong\n', 4, /^kq: The password is wrong/],
      [['reveal', 'nope', '--password-fd', '0', '--out-fd', '1'], PASSWORD, 5, /^kq: There is no key “nope”/],
      [['init', '--password-fd', '0'], PASSWORD, 1, /^kq: There is a vault in .* already/],
      [['list'], '', 2, /^kq: Master password cannot be asked for without a terminal/],
      [['list', '--password-fd', '99'], '', 2, /^kq: File descriptor 99 is not open/],
      [['add', 'x', '--expires', 'soon', '--password-fd', '0'], PASSWORD, 2, /a date such as 2027-03-31/],
      [
        ['add', 'x', '--env-name', '1X', '--password-fd', '0', '--value-fd', '0'],
        `${PASSWORD}\ns`,
        2,
        /fields.envName/
      ],
      [['bogus'], '', 2, /unknown command/]
    ]
    for (const [args, input, code, sentence] of mistakes) {
      const outcome = await runKq(home, args, input)
      expect(outcome.code, `${args.join(' ')}: ${outcome.stderr}`).toBe(code)
      expect(outcome.stderr).toMatch(sentence)
      expect(outcome.stderr).not.toMatch(/\n\s+at /)
    }
  })

  it('answers failures as data with --json', async () => {
    const { stderr } = await runKq(home, ['list', '--json', '--password-fd', '0'], 'wrong')
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'wrong-password', message: expect.stringContaining('wrong') as string }
    })
  })

  it('keeps its files to their owner', () => {
    for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
      const mode = statSync(join(entry.parentPath, entry.name)).mode & 0o777
      expect(mode, entry.name).toBe(entry.isDirectory() ? 0o700 : 0o600)
    }
  })

  it('check 77: leaves neither secret nor name in any file but encrypted', () => {
    for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const bytes = readFileSync(join(entry.parentPath, entry.name)).toString('latin1')
      for (const canary of [SECRET, PASSWORD, 'ci token', 'CLOUDAPI_TOKEN'])
        expect(bytes.includes(canary), `${entry.name}: ${canary}`).toBe(false)
    }
  })
})

describe('kq with a vault that is not right', () => {
  it('says there is none, in an empty folder', async () => {
    const other = temporaryHome()
    const outcome = await runKq(other.home, ['list', '--password-fd', '0'], PASSWORD)
    expect(outcome).toMatchObject({ code: 6, stderr: expect.stringContaining('There is no vault') as string })
    other.remove()
  })

  it('names the damage and touches nothing', async () => {
    const damages: [string, (vault: string) => void, RegExp][] = [
      [
        'an empty database',
        (vault) => {
          truncateSync(databaseIn(vault))
        },
        /is empty although/
      ],
      [
        'a truncated database',
        (vault) => {
          truncateSync(databaseIn(vault), 5_000)
        },
        /is damaged/
      ],
      [
        'a damaged header',
        (vault) => {
          writeFileSync(join(vault, 'vault.json'), '{"format":')
        },
        /is damaged/
      ],
      [
        'a newer vault',
        (vault) => {
          writeFileSync(
            join(vault, 'vault.json'),
            readFileSync(join(vault, 'vault.json'), 'utf8').replace(/"format":\s*\d+/, '"format":999')
          )
        },
        /written by a newer Keyquay/
      ]
    ]
    for (const [name, damage, sentence] of damages) {
      const other = temporaryHome()
      await runKq(other.home, ['init', '--password-fd', '0'], PASSWORD)
      const vault = join(other.home, 'vault')
      damage(vault)
      const before = snapshotOf(vault)
      const outcome = await runKq(other.home, ['list', '--password-fd', '0'], PASSWORD)
      expect(outcome.code, `${name}: ${outcome.stderr}`).toBe(6)
      expect(outcome.stderr, name).toMatch(sentence)
      expect(snapshotOf(vault), name).toEqual(before)
      other.remove()
    }
  })

  it('refuses a folder it cannot write to', async () => {
    const other = temporaryHome()
    writeFileSync(join(other.home, 'vault'), 'a file where the folder should be')
    const outcome = await runKq(other.home, ['init', '--password-fd', '0'], PASSWORD)
    expect(outcome.code).not.toBe(0)
    expect(outcome.stderr).toMatch(/cannot be used for a vault/)
    chmodSync(other.home, 0o700)
    expect(existsSync(join(other.home, 'vault', 'vault.json'))).toBe(false)
    other.remove()
  })
})

function databaseIn(vault: string): string {
  const name = readdirSync(vault).find((file) => file.endsWith('.db'))
  return join(vault, name ?? 'missing.db')
}

function snapshotOf(vault: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(vault)
      .filter((file) => file === 'vault.json' || file.endsWith('.db'))
      .map((file) => [file, readFileSync(join(vault, file)).toString('base64')])
  )
}
