import { chmodSync, readdirSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorkspace, type Workspace } from '../env/open-env'
import { makeVault, runKq, temporaryHome, type Outcome } from './run-kq'

const PASSWORD = 'correct horse battery staple'
const SECRET = 'cnx_prod_8xK9mP2vL5qR7wN3tJ6yH1cZ4bA0eD'
const { home, remove } = temporaryHome()
const kq = (...args: string[]): Promise<Outcome> => runKq(home, [...args, '--password-fd', '0'], `${PASSWORD}\n`)
let work: Workspace

beforeAll(async () => {
  await makeVault(home, PASSWORD)
  const args = ['add', 'ci-token', '--password-fd', '0', '--value-fd', '0', '--env-name', 'CI_TOKEN']
  expect(await runKq(home, args, `${PASSWORD}\n${SECRET}\n`)).toMatchObject({ code: 0 })
})
afterAll(remove)
beforeEach(() => {
  work = makeWorkspace()
})
afterEach(() => {
  work.remove()
})

describe('kq env', () => {
  it('shows the difference, writes it, and undoes it', async () => {
    const file = work.write('.env', 'A=1\nCI_TOKEN=before\n')
    const diff = await kq('env', 'diff', 'ci-token', '--file', file)
    expect(diff).toMatchObject({ code: 1 })
    expect(diff.stdout).toBe(`@ ${file}\n    1  A=••••••••\n-   2  CI_TOKEN=••••••••\n+   2  CI_TOKEN='••••••••'\n`)
    const written = await kq('env', 'write', 'ci-token', '--file', file, '--yes')
    expect(written).toMatchObject({ code: 0, stdout: `Wrote CI_TOKEN to ${file}.\n` })
    expect(work.read('.env')).toBe(`A=1\nCI_TOKEN='${SECRET}'\n`)
    expect(await kq('env', 'diff', 'ci-token', '--file', file)).toMatchObject({ code: 0, stdout: '' })
    expect((await kq('env', 'undo', '--list')).stdout).toContain(file)
    expect(await kq('env', 'undo')).toMatchObject({ code: 0, stdout: `Put ${file} back.\n` })
    expect(work.read('.env')).toBe('A=1\nCI_TOKEN=before\n')
    expect(written.stdout + written.stderr + diff.stderr).not.toContain(SECRET)
  })

  it('writes several keys in one go, by their own names or by others', async () => {
    const add = ['add', 'mail', '--password-fd', '0', '--value-fd', '0', '--env-name', 'MAIL_TOKEN']
    await runKq(home, add, `${PASSWORD}\nmail-secret-4Kd81\n`)
    const file = work.write('.env', "# mine\nMAIL_TOKEN='mail-secret-4Kd81'\n")
    const keys = ['ci-token', 'mail', 'API_KEY=ci-token']
    const diff = await kq('env', 'diff', ...keys, '--file', file)
    expect(diff).toMatchObject({ code: 1 })
    expect(diff.stdout.split('\n').slice(-3)).toEqual(["+   3  CI_TOKEN='••••••••'", "+   4  API_KEY='••••••••'", ''])
    const written = await kq('env', 'write', ...keys, '--file', file, '--yes')
    expect(written).toMatchObject({
      code: 0,
      stdout: `Wrote CI_TOKEN and API_KEY to ${file}.\n${file} holds MAIL_TOKEN already.\n`
    })
    expect(work.read('.env')).toBe(
      `# mine\nMAIL_TOKEN='mail-secret-4Kd81'\nCI_TOKEN='${SECRET}'\nAPI_KEY='${SECRET}'\n`
    )
    expect((await kq('env', 'undo')).stdout).toBe(`Put ${file} back.\n`)
    expect(work.read('.env')).toBe("# mine\nMAIL_TOKEN='mail-secret-4Kd81'\n")
  })

  it('writes none of several where one is not there or two would have one name', async () => {
    const file = work.at('.env')
    expect(await kq('env', 'write', 'ci-token', 'nobody', '--file', file, '--yes')).toMatchObject({ code: 5 })
    const twice = await kq('env', 'write', 'ci-token', 'CI_TOKEN=mail', '--file', file, '--yes')
    expect(twice.code).toBe(2)
    expect(twice.stderr).toMatch(/“ci-token” and “mail” would both be written as CI_TOKEN.*NAME=KEY/s)
    const as = await kq('env', 'write', 'ci-token', 'mail', '--file', file, '--as', 'A', '--yes')
    expect(as).toMatchObject({ code: 2, stderr: expect.stringContaining('NAME=KEY') as string })
    expect(readdirSync(work.folder)).toEqual([])
  })

  it('asks nobody and writes nothing without --yes', async () => {
    const asked = await kq('env', 'write', 'ci-token', '--file', work.at('.env'))
    expect(asked.code).toBe(2)
    expect(asked.stderr).toContain('--yes')
    expect(readdirSync(work.folder)).toEqual([])
  })

  it('says loudly what git would do', async () => {
    work.git('init', '-q')
    const file = work.at('.env')
    const written = await kq('env', 'write', 'ci-token', '--file', file, '--as', 'TOKEN', '--yes')
    expect(written.stderr).toContain(`${file} is not ignored by Git`)
    expect(await kq('env', 'ignore', file)).toMatchObject({ code: 0 })
    expect(work.read('.gitignore')).toBe('/.env\n')
  })

  it('ends with 1 on drift, and mends it either way', async () => {
    const args = ['add', 'drifter', '--password-fd', '0', '--value-fd', '0', '--env-name', 'CI_TOKEN']
    await runKq(home, args, `${PASSWORD}\na-value-that-drifts-1\n`)
    const [one, two] = [work.at('one.env'), work.at('two.env')]
    await kq('env', 'write', 'drifter', '--file', one, '--yes')
    work.write('two.env', 'TOKEN=other\n')
    await kq('env', 'bind', 'drifter', '--file', two, '--as', 'TOKEN')
    const status = await kq('env', 'status', 'drifter')
    expect(status.code).toBe(1)
    expect(status.stdout).toMatch(/one\.env +in step/)
    expect(status.stdout).toMatch(/two\.env +changed on both sides|two\.env +changed in the file/)
    expect(await kq('env', 'sync', 'drifter')).toMatchObject({ code: 0, stdout: `Wrote TOKEN to ${two}.\n` })
    expect(await kq('env', 'status', 'drifter')).toMatchObject({ code: 0 })

    work.write('one.env', 'CI_TOKEN=taken-from-the-file\n')
    expect((await kq('env', 'take', 'drifter')).stdout).toBe(`drifter has the value of CI_TOKEN in ${one}.\n`)
    chmodSync(two, 0o400)
    const failed = await kq('env', 'sync', 'drifter')
    expect(failed.code).toBe(1)
    expect(failed.stdout).toContain(`TOKEN in ${two}: `)
    chmodSync(two, 0o600)
    expect(await kq('env', 'unbind', 'drifter')).toMatchObject({ code: 0, stdout: 'Unbound 2.\n' })
    expect(await kq('env', 'unbind', 'drifter')).toMatchObject({ code: 5 })
  })

  it('adopts a project’s secrets, compares its files and makes an example', async () => {
    work.write('.env', 'PORT=1\nDB_PASSWORD=first-password-1\n')
    work.write('.env.local', 'DB_PASSWORD=other-password-2\n')
    const { folder } = work
    expect(await kq('env', 'compare', folder)).toMatchObject({ code: 5 })
    expect(await kq('env', 'project', 'add', folder, '--name', 'shop')).toMatchObject({ code: 0 })
    expect(await kq('env', 'project', 'adopt', 'shop')).toMatchObject({ stdout: '2 added, 2 bound.\n' })
    const { stdout } = await kq('env', 'compare', 'shop')
    expect(stdout.split('\n')).toEqual([
      'NAME         .env  .env.local',
      'PORT         a     –',
      'DB_PASSWORD  a     b',
      ''
    ])
    const show = await kq('env', 'project', 'show', folder)
    expect(show.stdout).not.toMatch(/first-password|other-password/)
    await kq('env', 'example', work.at('.env'), '--yes')
    expect(work.read('.env.example')).toBe('PORT=\nDB_PASSWORD=\n')
    expect(await kq('env', 'project', 'rm', 'shop', '--unbind')).toMatchObject({ code: 0 })
  })
})

describe('kq scan', () => {
  it('ends with 1 on a find, and names key, file and line', async () => {
    work.write('src/a.ts', `\nconst token = '${SECRET}'\n`)
    const found = await kq('scan', work.folder)
    expect(found.code).toBe(1)
    expect(found.stdout).toBe('src/a.ts:2  ci-token  cnx_prod_••••••••A0eD\n')
    work.write('src/a.ts', 'const token = process.env.CI_TOKEN\n')
    expect(await kq('scan', work.folder)).toMatchObject({ code: 0, stdout: '' })
  })

  it('leaves alone what stands where it belongs', async () => {
    work.git('init', '-q')
    work.write('.gitignore', '.env\n')
    await kq('env', 'write', 'ci-token', '--file', work.at('.env'), '--yes')
    expect(await kq('scan', work.folder)).toMatchObject({ code: 0, stdout: '' })
    expect((await kq('scan', work.folder, '--all')).stdout).toContain('(bound)')
  })

  it('is a hook that stops a commit, and never replaces one of somebody else', async () => {
    work.git('init', '-q')
    const key = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_')
    expect(await runKq(home, ['scan', work.folder, '--install-hook'])).toMatchObject({ code: 0 })
    expect(await runKq(home, ['scan', work.folder, '--install-hook'])).toMatchObject({ code: 0 })
    work.write('a.ts', `const t = '${key}'\n`)
    work.git('add', 'a.ts')
    expect(() => work.git('commit', '-qm', 'x')).toThrow(/looks like a secret \(GitHub\)|Command failed/)
    expect(() => work.git('log', '--oneline')).toThrow()
    work.write('a.ts', 'const t = 1\n')
    work.git('add', 'a.ts')
    work.git('commit', '-qm', 'x')
    // With -a git commits from an index of its own.
    work.write('a.ts', `const t = '${key}'\n`)
    expect(() => work.git('commit', '-aqm', 'y')).toThrow()
    expect(work.git('log', '--oneline').trim().split('\n')).toHaveLength(1)

    const foreign = '#!/bin/sh\nexit 0\n'
    work.write('.git/hooks/pre-commit', foreign, 0o755)
    const refused = await runKq(home, ['scan', work.folder, '--install-hook'])
    expect(refused).toMatchObject({ code: 2 })
    expect(refused.stderr).toContain('kq scan --staged')
    expect(work.read('.git/hooks/pre-commit')).toBe(foreign)
    work.git('config', 'core.hooksPath', '.husky')
    expect((await runKq(home, ['scan', work.folder, '--install-hook'])).stderr).toContain('core.hooksPath')
  })

  it('is a hook in which Node takes no options from a file that kq is to read', async () => {
    work.git('init', '-q')
    expect(await runKq(home, ['scan', work.folder, '--install-hook'])).toMatchObject({ code: 0 })
    expect(work.read('.git/hooks/pre-commit')).toContain(`else '${process.execPath}' '--' '`)
  })

  it('needs no password for patterns alone', async () => {
    work.write('a.txt', SECRET)
    expect(await runKq(home, ['scan', work.folder, '--patterns-only'])).toMatchObject({ code: 1 })
    expect(await runKq(home, ['scan', work.folder, '--staged', '--patterns-only'])).toMatchObject({ code: 1 })
  })
})

describe('kq import', () => {
  it('binds what it takes from an env file when it is asked to', async () => {
    const file = work.write('.env', 'API_SECRET=imported-secret-value-1\n')
    expect(await kq('import', file, '--bind')).toMatchObject({ code: 0 })
    expect((await kq('env', 'status', 'API_SECRET')).stdout).toMatch(/API_SECRET .*in step/)
  })
})
