import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeVault, runKq, temporaryHome } from './run-kq'

const PASSWORD = 'correct horse battery staple'
const SECRET = 'cap_2f7a9c1e5b8d3f6a0c4e7b1d9e'
const { home, remove } = temporaryHome()
const kq = (...args: string[]): ReturnType<typeof runKq> =>
  runKq(home, [...args, '--password-fd', '0'], `${PASSWORD}\n`)
const add = (name: string, ...more: string[]): ReturnType<typeof runKq> =>
  runKq(home, ['add', name, ...more, '--password-fd', '0', '--value-fd', '0'], `${PASSWORD}\n${SECRET}`)

beforeAll(async () => {
  await makeVault(home, PASSWORD)
})
afterAll(remove)

describe('kq due', () => {
  it('ends with 0 and says nothing on stdout when nothing is due', async () => {
    await add('for ever')
    expect(await kq('due')).toMatchObject({ code: 0, stdout: '', stderr: 'Nothing is due.\n' })
    expect(JSON.parse((await kq('due', '--json')).stdout)).toEqual({ due: [] })
  })

  it('ends with 3 when something is, and says what', async () => {
    await add('ci token', '--expires', '6d')
    const { code, stdout } = await kq('due')
    expect(code).toBe(3)
    expect(stdout).toMatch(/^NAME +PROVIDER +WHAT +WHEN +STATUS$/m)
    expect(stdout).toMatch(/^ci token +\S+ +expires +in 6 d +due$/m)
  })

  it('looks further ahead when told to', async () => {
    await add('deploy', '--expires', '100d')
    const near = await kq('due', '--json', '--within', '30d')
    const far = await kq('due', '--json', '--within', '200d')
    const names = (text: string): string[] =>
      (JSON.parse(text) as { due: { name: string }[] }).due.map(({ name }) => name)
    expect(names(near.stdout)).toEqual(['ci token'])
    expect(names(far.stdout)).toEqual(['ci token', 'deploy'])
    expect(far.code).toBe(3)
    expect(JSON.parse(near.stdout)).toEqual({
      due: [
        {
          keyId: expect.stringMatching(/^[0-9A-Z]{26}$/) as string,
          name: 'ci token',
          provider: null,
          kind: 'expiry',
          state: 'due',
          at: expect.stringMatching(/Z$/) as string,
          usedPercent: null,
          what: null
        }
      ]
    })
  })

  it('only reads: what it showed is still to be told, and nothing is left beside the vault', async () => {
    const before = await kq('due', '--json')
    expect(await kq('due', '--json')).toEqual(before)
    expect(readdirSync(home).filter((name) => name.startsWith('reminders'))).toEqual([])
  })

  it('never shows a secret, and wants the password', async () => {
    const { stdout, stderr } = await kq('due', '--within', '365d')
    expect(stdout + stderr).not.toContain(SECRET)
    expect((await runKq(home, ['due', '--password-fd', '0'], 'wrong\n')).code).toBe(4)
    expect((await kq('due', '--within', 'soon')).code).toBe(2)
    expect(readFileSync(join(home, 'logs', 'keyquay.log'), 'utf8')).not.toContain('ci token')
  })
})
