import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeVault, runKq, temporaryHome, type Outcome } from './run-kq'

const HOME_PASSWORD = 'lantern orbit velvet cactus 42'
const TEAM_PASSWORD = 'harbour violet compass 58 thimble'

let home: string
let remove: () => void
let team: string

const kq = (...args: string[]): Promise<Outcome> => runKq(home, args)
const names = async (password: string): Promise<string[]> => {
  const { stdout } = await runKq(home, ['list', '--json', '--password-fd', '0'], password)
  return (JSON.parse(stdout) as { keys: { name: string }[] }).keys.map(({ name }) => name)
}

beforeAll(async () => {
  ;({ home, remove } = temporaryHome())
  await makeVault(home, HOME_PASSWORD)
  mkdirSync(join(home, 'elsewhere'))
  await makeVault(join(home, 'elsewhere', 'team'), TEAM_PASSWORD)
  team = join(home, 'elsewhere', 'team', 'vault')
  await runKq(home, ['add', 'of-home', '--password-fd', '0', '--value-fd', '3'], { 0: HOME_PASSWORD, 3: 'sk_home_1' })
})
afterAll(async () => {
  await kq('lock')
  remove()
})

describe('kq vault', () => {
  it(
    'goes to a vault elsewhere and back, each with its own keys, password and agent',
    { timeout: 60_000 },
    async () => {
      expect((await runKq(home, ['unlock', '--password-fd', '0'], HOME_PASSWORD)).code).toBe(0)
      expect(existsSync(join(home, 'agent', 'agent.json'))).toBe(true)

      const opened = await kq('vault', 'open', join(home, 'elsewhere', 'team'), '--json')
      expect(JSON.parse(opened.stdout)).toMatchObject({ folder: team, name: 'team', isCurrent: true, isOwn: false })
      // What was left open of the vault before is locked.
      expect(existsSync(join(home, 'agent', 'agent.json'))).toBe(false)
      expect(JSON.parse((await kq('status', '--json')).stdout)).toMatchObject({ vault: team, phase: 'locked', home })

      await runKq(home, ['add', 'of-team', '--password-fd', '0', '--value-fd', '3'], {
        0: TEAM_PASSWORD,
        3: 'sk_team_1'
      })
      expect(await names(TEAM_PASSWORD)).toEqual(['of-team'])
      const allow = ['vault', 'allow', '--yes', '--json', '--password-fd', '0']
      const held = { rotations: 0, policies: 0, deliveries: 0, folders: [], moreFolders: 0, hosts: [], moreHosts: 0 }
      expect(JSON.parse((await runKq(home, allow, TEAM_PASSWORD)).stdout)).toEqual({ held: 'new', ...held })
      expect(JSON.parse((await runKq(home, allow, TEAM_PASSWORD)).stdout)).toEqual({ held: null, ...held })
      expect((await runKq(home, ['list', '--password-fd', '0'], HOME_PASSWORD)).code).toBe(4)
      expect((await runKq(home, ['unlock', '--password-fd', '0'], TEAM_PASSWORD)).code).toBe(0)
      expect(existsSync(join(home, 'agent', 'agent.json'))).toBe(false)
      expect(readdirSync(join(home, 'vaults'))).toHaveLength(1)
      expect((await runKq(home, ['backup', '--password-fd', '0'], TEAM_PASSWORD)).stdout).toContain(
        join(team, 'backups')
      )

      expect((await kq('vault', 'open', '--own')).stdout).toBe(`Using the vault in ${join(home, 'vault')}\n`)
      expect(await names(HOME_PASSWORD)).toEqual(['of-home'])
      const { stdout } = await kq('vault', 'list')
      expect(stdout).toContain(`${team}\n`)
      expect(stdout).toMatch(/^\* .+\(own\)$/m)
    }
  )

  it('says why a folder is no vault, and stays where it is', async () => {
    mkdirSync(join(home, 'empty'))
    const refused = await kq('vault', 'open', join(home, 'empty'))
    expect(refused).toMatchObject({ code: 6, stdout: '' })
    expect(refused.stderr).toContain(`There is no vault in ${join(home, 'empty')}.`)
    expect((await kq('vault', 'open')).code).toBe(2)
    expect((await kq('vault', 'forget', join(home, 'vault'))).code).toBe(2)
    expect(JSON.parse((await kq('status', '--json')).stdout)).toMatchObject({ vault: join(home, 'vault') })
  })

  it('makes nothing in the place of a chosen vault that is gone, and forgets it when asked to', async () => {
    await kq('vault', 'open', team)
    rmSync(team, { recursive: true })
    const init = await runKq(home, ['init', '--password-fd', '0'], HOME_PASSWORD)
    expect(init.code).toBe(6)
    expect(init.stderr).toContain('is not there')
    expect(existsSync(team)).toBe(false)
    expect((await kq('doctor')).stdout).toContain('kq vault open --own')
    await kq('vault', 'open', '--own')
    expect(JSON.parse((await kq('vault', 'forget', team, '--json')).stdout)).toEqual({ folder: team })
    expect((await kq('vault', 'list')).stdout).not.toContain(team)
  })
})
