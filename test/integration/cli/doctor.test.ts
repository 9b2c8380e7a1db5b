import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { spawnSync } from 'node:child_process'
import { makeWorkspace, type Workspace } from '../env/open-env'
import { makeVault, runKq, temporaryHome } from './run-kq'

interface Finding {
  readonly id: string
  readonly state: string
  readonly says: string
  readonly mend: string | null
}

const PASSWORD = 'correct horse battery staple'
const { home, remove } = temporaryHome()
const CLI = join(process.cwd(), 'out/main/cli.js')
let work: Workspace

beforeAll(async () => {
  await makeVault(home, PASSWORD)
  await runKq(home, ['backup', '--password-fd', '0'], `${PASSWORD}\n`)
})
afterAll(remove)
beforeEach(() => {
  work = makeWorkspace()
})
afterEach(() => {
  work.remove()
})

/** What `kq doctor --json` finds in the workspace. */
function examine(
  env: NodeJS.ProcessEnv = {},
  node: readonly string[] = ['--']
): { code: number | null; found: (id: string) => Finding } {
  const args = [...node, CLI, '--home', home, 'doctor', '--json']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: work.folder,
    encoding: 'utf8',
    env: { ...process.env, ...env }
  })
  expect(stderr).toBe('')
  const { findings } = JSON.parse(stdout) as { findings: Finding[] }
  return {
    code: status,
    found: (id) => findings.find((finding) => finding.id === id) ?? { id, state: 'absent', says: '', mend: null }
  }
}

describe('kq doctor', () => {
  it('finds nothing wrong with what is in order, and says so', () => {
    work.git('init', '-q')
    work.write('.gitignore', '.env\n')
    work.write('.env', 'A=1\n')
    // A desktop, as far as kq copy needs one.
    const tools = join(work.folder, 'tools')
    mkdirSync(tools)
    writeFileSync(join(tools, 'xclip'), '')
    const { code, found } = examine({
      DISPLAY: ':0',
      WAYLAND_DISPLAY: undefined,
      PATH: `${tools}:${process.env.PATH ?? ''}`
    })
    for (const id of [
      'vault',
      'modes',
      'database',
      'backups',
      'clock',
      'disk',
      'agent',
      'node',
      'start',
      'clipboard'
    ]) {
      expect(found(id), id).toMatchObject({ state: 'ok', mend: null })
    }
    expect(found('env-files').says).toBe('1, all kept out of commits and yours alone')
    expect(code).toBe(0)
  })

  it('tells which kq a terminal finds', () => {
    const folder = join(work.folder, 'bin')
    mkdirSync(folder)
    const env = { PATH: `${folder}:${process.env.PATH ?? ''}` }
    symlinkSync(join(process.cwd(), 'tools', 'kq'), join(folder, 'kq'))
    expect(examine(env).found('path')).toMatchObject({ state: 'ok', says: `kq is ${folder}/kq, which starts this one` })
    rmSync(join(folder, 'kq'))
    writeFileSync(join(folder, 'kq'), '#!/bin/sh\n')
    expect(examine(env).found('path')).toMatchObject({
      state: 'note',
      says: `kq is ${folder}/kq, which is another one than this: ${join(process.cwd(), 'tools', 'kq')}.`
    })
  })

  it('finds what others can reach, and gives the command that mends it', () => {
    chmodSync(join(home, 'vault', 'vault.json'), 0o644)
    const { code, found } = examine()
    expect(found('modes')).toMatchObject({ state: 'problem', mend: `chmod -R go= ${home}` })
    expect(found('modes').says).toContain('vault.json')
    expect(code).toBe(1)
    spawnSync('sh', ['-c', found('modes').mend ?? ''])
    expect(examine().found('modes').state).toBe('ok')
  })

  it('finds env files that Git would take, and that others can read', () => {
    work.git('init', '-q')
    work.write('.env', 'A=1\n')
    const { found } = examine()
    expect(found('env-file')).toMatchObject({
      state: 'problem',
      says: '.env is not ignored by Git: the next git add . takes it.',
      mend: 'kq env ignore .env'
    })
    work.git('add', '-f', '.env')
    expect(examine().found('env-file').mend).toBe('git rm --cached .env')
    work.git('rm', '-q', '--cached', '.env')
    work.write('.gitignore', '.env\n')
    chmodSync(work.at('.env'), 0o644)
    expect(examine().found('env-file')).toMatchObject({ state: 'problem', mend: 'chmod 600 .env' })
  })

  it('tells the standing of the Git hook', async () => {
    expect(examine().found('hook')).toMatchObject({ state: 'ok', says: 'this folder is in no repository' })
    work.git('init', '-q')
    expect(examine().found('hook')).toMatchObject({ state: 'note', mend: 'kq scan --install-hook' })
    await runKq(home, ['scan', work.folder, '--install-hook'])
    expect(examine().found('hook').state).toBe('ok')
    work.git('config', 'core.hooksPath', 'elsewhere')
    expect(examine().found('hook').says).toContain('elsewhere')
  })

  it('says when Node would obey the env files that kq is given', () => {
    expect(examine({}, []).found('start')).toMatchObject({ state: 'problem' })
    expect(examine({}, ['--']).found('start').state).toBe('ok')
  })

  it('finds a missing clipboard program, and a clock that was set back', () => {
    const files = join(home, 'vault', 'vault.json')
    const ahead = new Date(Date.now() + 3 * 86_400_000)
    utimesSync(files, ahead, ahead)
    const { found } = examine({ DISPLAY: ':0', WAYLAND_DISPLAY: undefined, PATH: '/nonexistent' })
    expect(found('clipboard')).toMatchObject({ state: 'problem', mend: 'Install xclip.' })
    expect(found('clock')).toMatchObject({ state: 'problem' })
    utimesSync(files, new Date(), new Date())
  })

  it('reads as a list for a person, with what mends it under each', () => {
    const { stdout } = spawnSync(process.execPath, ['--', CLI, '--home', join(home, 'none'), 'doctor'], {
      cwd: work.folder,
      encoding: 'utf8'
    })
    expect(stdout).toMatch(/^note {5}Vault {8}There is none in .*\n {22}kq init makes one\.\n/)
    expect(stdout).toMatch(/\n\n(?:Nothing is wrong|1 problem|\d+ problems)\.\n$/)
  })

  it('finds a vault that is damaged, by the sentence everybody is told', () => {
    const database = join(home, 'vault', 'vault-1.db')
    truncateSync(database, 5_000)
    const { code, found } = examine()
    expect(found('database')).toMatchObject({ state: 'problem', mend: expect.stringContaining('kq restore') as string })
    expect(code).toBe(1)
    truncateSync(database, 0)
    expect(examine().found('vault').says).toContain('is empty although the vault was in use')
  })
})
