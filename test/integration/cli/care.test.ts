import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runKq, temporaryHome } from './run-kq'

const PASSWORD = 'correct horse battery staple'
const SECRET = 'cap_2f7a9c1e5b8d3f6a0c4e7b1d9e'
const { home, remove } = temporaryHome()
const kq = (...args: string[]): ReturnType<typeof runKq> =>
  runKq(home, [...args, '--password-fd', '0'], `${PASSWORD}\n`)
const answer = async (...args: string[]): Promise<unknown> => {
  const outcome = await kq(...args, '--json')
  expect(outcome.code, outcome.stderr).toBe(0)
  return JSON.parse(outcome.stdout)
}

beforeAll(async () => {
  await kq('init')
  await runKq(home, ['add', 'ci token', '--password-fd', '0', '--value-fd', '0'], `${PASSWORD}\n${SECRET}`)
})

afterAll(remove)

describe('kq', () => {
  it('moves a key to the bin and back', async () => {
    await answer('rm', 'ci token')
    expect(await answer('list')).toMatchObject({ total: 0 })
    expect(await answer('list', '--bin')).toMatchObject({ total: 1 })
    await answer('rm', '--restore', 'ci token')
    expect(await answer('list')).toMatchObject({ total: 1 })
    expect(await kq('rm', '--restore', 'nobody')).toMatchObject({ code: 5 })
  })

  it('imports what is new, leaves changed secrets alone unless told, and says so first', async () => {
    const file = join(home, '.env')
    writeFileSync(file, `DEPLOY_TOKEN=clo_8xK9mP2vL5qR7wN3tJ6yH1cZ\nPORT=3000\n`)
    const dry = await kq('import', file, '--dry-run')
    expect(dry.stdout).toMatch(/^new +DEPLOY_TOKEN/m)
    expect(dry.stdout).toMatch(/^ignored +PORT/m)
    expect(dry.stdout).not.toContain('clo_8xK9mP2v')
    expect(await answer('import', file)).toEqual({ added: 1, replaced: 0, skipped: 1, bound: 0 })
    writeFileSync(file, 'DEPLOY_TOKEN=clo_aaaaaaaaaaaaaaaaaaaaaaaaaaaa\n')
    expect(await answer('import', file)).toEqual({ added: 0, replaced: 0, skipped: 1, bound: 0 })
    expect(await answer('import', file, '--replace')).toEqual({ added: 0, replaced: 1, skipped: 0, bound: 0 })
    expect((await kq('reveal', 'DEPLOY_TOKEN', '--out-fd', '1')).stdout).toBe('clo_aaaaaaaaaaaaaaaaaaaaaaaaaaaa\n')
  })

  it('exports in plain text to a new private file only', async () => {
    const file = join(home, 'keys.json')
    expect(await answer('export', file)).toEqual({ file, keys: 2 })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toContain(SECRET)
    const again = await kq('export', file)
    expect(again).toMatchObject({ code: 1 })
    expect(again.stderr).toContain('exists already')
  })

  it('backs up, proves and restores', async () => {
    const file = join(home, 'copy.keyquay')
    expect(await answer('backup', file)).toMatchObject({ file, keys: 2 })
    await answer('backup')
    expect(((await answer('backup', '--list')) as { backups: unknown[] }).backups.length).toBeGreaterThan(0)
    expect(await answer('restore', '--check', file)).toMatchObject({ keys: 2 })
    await answer('rm', 'ci token')
    expect(await answer('restore', file)).toMatchObject({ keys: 2 })
    expect(await answer('list')).toMatchObject({ total: 2 })
    writeFileSync(file, readFileSync(file).subarray(0, 9_000))
    const damaged = await kq('restore', file)
    expect(damaged.code).toBe(1)
    expect(damaged.stderr).toContain('is damaged or incomplete')
    expect(await answer('list')).toMatchObject({ total: 2 })
  })

  it('says what was done, and that the trail of it is whole', async () => {
    expect(await answer('audit', 'verify')).toMatchObject({ whole: true, brokenAt: null })
    const { entries } = (await answer('audit', 'list', '--key', 'ci token')) as {
      entries: { action: string; actor: string }[]
    }
    expect(entries).toContainEqual(expect.objectContaining({ action: 'key.added', actor: 'cli' }))
    expect((await kq('audit')).stdout).toMatch(/^TIME \(UTC\) +ACTION/)
  })

  it('changes the password, and only the new one opens', async () => {
    const changed = await runKq(
      home,
      ['passwd', '--password-fd', '0', '--new-password-fd', '0'],
      `${PASSWORD}\nanother one entirely\n`
    )
    expect(changed, changed.stderr).toMatchObject({ code: 0 })
    expect(await kq('list')).toMatchObject({ code: 4 })
    expect(await runKq(home, ['list', '--password-fd', '0'], 'another one entirely')).toMatchObject({ code: 0 })
  })
})
