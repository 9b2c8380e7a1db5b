import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { dirname, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addToGitignore, gitStateOf, ignoreLine, repositoryOf } from '@main/envfiles/git'
import { sandbox, type Sandbox } from '../../fixtures/envfiles/support'

let home: Sandbox
beforeEach(() => {
  home = sandbox()
  mkdirSync(home.path('home'))
  vi.stubEnv('HOME', home.path('home'))
  vi.stubEnv('XDG_CONFIG_HOME', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  home.remove()
})

const isRoot = process.geteuid?.() === 0
const git = (folder: string, ...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'protocol.file.allow=always', ...args],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8'
    }
  )
const put = (path: string, text = 'A=1\n') => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
/** A repository with one commit. */
const repository = (...names: string[]): string => {
  const folder = home.path(...names)
  put(home.path(...names, 'README'), 'x')
  git(folder, 'init', '-q')
  git(folder, 'add', '.')
  git(folder, 'commit', '-qm', 'x')
  return folder
}

describe('check 63: A tracked or not-ignored .env is detected, also in worktrees and submodules, and hostile repo config runs no program.', () => {
  const expectStates = async (folder: string) => {
    const file = `${folder}/.env`
    expect(await gitStateOf(file)).toBe('not-ignored')
    put(file)
    expect(await gitStateOf(file)).toBe('not-ignored')
    expect(await repositoryOf(file)).toBe(folder)
    put(`${folder}/.gitignore`, '.env\n')
    expect(await gitStateOf(file)).toBe('ignored')
    put(`${folder}/sub/.env`)
    expect(await gitStateOf(`${folder}/sub/.env`)).toBe('ignored')
    git(folder, 'add', '-f', '.env')
    expect(await gitStateOf(file)).toBe('tracked')
    git(folder, 'commit', '-qm', 'oh')
    expect(await gitStateOf(file)).toBe('tracked')
  }

  it('in a repository', async () => {
    await expectStates(repository('repo'))
  })

  it('in a worktree', async () => {
    git(repository('repo'), 'worktree', 'add', '-q', home.path('tree'))
    await expectStates(home.path('tree'))
  })

  it('in a submodule', async () => {
    repository('library')
    const outer = repository('repo')
    git(outer, 'submodule', 'add', '-q', home.path('library'), 'inner')
    await expectStates(home.path('repo', 'inner'))
  })

  it('in a repository inside another', async () => {
    put(home.path('repo', '.gitignore'), '.env\n')
    repository('repo')
    await expectStates(repository('repo', 'nested'))
  })

  it('where there is none, or no git', async () => {
    put(home.path('plain', '.env'))
    expect(await gitStateOf(home.path('plain', '.env'))).toBe('no-repository')
    expect(['unknown', 'no-repository']).toContain(await gitStateOf(`${repository('repo')}/.git/.env`))
    vi.stubEnv('PATH', home.path('empty'))
    expect(await gitStateOf(home.path('plain', '.env'))).toBe('git-missing')
    expect(await repositoryOf(home.path('repo', '.env'))).toBe(null)
  })

  it('by the user’s own excludes, info/exclude, negations and odd names', async () => {
    const folder = repository('repo')
    put(home.path('home', '.config', 'git', 'ignore'), '*.global.env\n')
    put(`${folder}/.git/info/exclude`, '*.info.env\n')
    put(`${folder}/.gitignore`, '.env*\n!.env.shared\n')
    const states = [
      'a.global.env',
      'a.info.env',
      '.env.local',
      '.env.shared',
      '[x]*?.env',
      '-q',
      ':(top)README',
      'é\n.env'
    ]
    expect(await Promise.all(states.map((name) => gitStateOf(`${folder}/${name}`)))).toEqual([
      ...['ignored', 'ignored', 'ignored', 'not-ignored', 'not-ignored', 'not-ignored', 'not-ignored', 'not-ignored']
    ])
  })

  it('of what a link leads to', async () => {
    const folder = repository('repo')
    symlinkSync('README', `${folder}/.env`)
    expect(await gitStateOf(`${folder}/.env`)).toBe('tracked')
  })

  it('whatever GIT_… variables the app was started with', async () => {
    const folder = repository('repo')
    const other = repository('other')
    put(`${folder}/.env`)
    put(`${other}/.git/info/exclude`, '.env\n')
    for (const [name, value] of [
      ['GIT_DIR', `${other}/.git`],
      ['GIT_WORK_TREE', other],
      ['GIT_INDEX_FILE', '/nowhere']
    ]) {
      vi.stubEnv(name!, value)
    }
    expect(await gitStateOf(`${folder}/.env`)).toBe('not-ignored')
  })

  it.skipIf(!isRoot)('says that it does not know of a repository of another user (needs root for chown)', async () => {
    const folder = repository('repo')
    put(`${folder}/.env`)
    for (const path of [folder, `${folder}/.git`]) chownSync(path, 12_345, 12_345)
    expect(await gitStateOf(`${folder}/.env`)).toBe('unknown')
    expect(await repositoryOf(`${folder}/.env`)).toBe(null)
  })

  it('says that it does not know of a damaged repository, and of one that makes git wait', async () => {
    const folder = repository('repo')
    put(`${folder}/.git/config`, '[core\n')
    expect(await gitStateOf(`${folder}/.env`)).toBe('unknown')
    const slow = repository('slow')
    execFileSync('mkfifo', [`${slow}/pipe`])
    git(slow, 'config', 'core.excludesFile', `${slow}/pipe`)
    expect(await gitStateOf(`${slow}/.env`)).toBe('unknown')
  })
})

describe('a hostile repository', () => {
  const canary = () => home.path('canary')
  const program = () => home.path('evil.sh')
  beforeEach(() => {
    put(program(), `#!/bin/sh\necho "$0 $*" >> ${canary()}\nexit 0\n`)
    chmodSync(program(), 0o755)
  })
  const askAll = async (folder: string) => {
    for (const file of [`${folder}/.env`, `${folder}/README`, `${folder}/sub/.env`]) {
      await gitStateOf(file)
      await repositoryOf(file)
      await ignoreLine(file, folder)
    }
    await addToGitignore(`${folder}/.env`, folder)
  }
  const ran = () => (existsSync(canary()) ? readFileSync(canary(), 'utf8') : '')

  it('check 63: hostile repo config runs no program, whichever key names one', async () => {
    const folder = repository('repo')
    mkdirSync(`${folder}/sub`)
    const keys = [
      ...['core.fsmonitor', 'core.pager', 'core.editor', 'core.sshCommand', 'core.askPass', 'core.gitProxy'],
      ...['core.alternateRefsCommand', 'credential.helper', 'diff.external', 'diff.x.textconv', 'diff.x.command'],
      ...['filter.x.clean', 'filter.x.smudge', 'filter.x.process', 'merge.x.driver', 'gpg.program', 'gpg.ssh.program'],
      ...['sequence.editor', 'pager.ls-files', 'pager.check-ignore', 'pager.rev-parse', 'interactive.diffFilter'],
      ...['uploadpack.packObjectsHook', 'trailer.x.command', 'browser.x.cmd', 'man.x.cmd', 'sendemail.smtpserver'],
      ...['remote.origin.uploadpack', 'remote.origin.receivepack', 'submodule.inner.update', 'rebase.x.exec']
    ]
    for (const key of keys) git(folder, 'config', key, program())
    for (const name of ['ls-files', 'rev-parse', 'check-ignore'])
      git(folder, 'config', `alias.${name}`, `!${program()}`)
    git(folder, 'config', 'core.attributesFile', `${folder}/attributes`)
    put(`${folder}/.gitattributes`, '* filter=x diff=x merge=x\n')
    put(`${folder}/.git/info/attributes`, '* filter=x diff=x merge=x\n')
    git(folder, 'config', 'core.hooksPath', `${folder}/hooks`)
    for (const hook of [
      'post-index-change',
      'fsmonitor-watchman',
      'post-checkout',
      'pre-auto-gc',
      'reference-transaction'
    ]) {
      for (const place of [`${folder}/hooks/${hook}`, `${folder}/.git/hooks/${hook}`]) {
        put(place, readFileSync(program(), 'utf8'))
        chmodSync(place, 0o755)
      }
    }
    // The config does run programs when it is not switched off.
    spawnSync('git', ['-C', folder, 'status'], { env: { PATH: process.env.PATH, HOME: home.path('home') } })
    expect(ran()).not.toBe('')
    rmSync(canary())
    await askAll(folder)
    expect(ran()).toBe('')
    expect(readFileSync(`${folder}/.gitignore`, 'utf8')).toBe('/.env\n')
    expect([await gitStateOf(`${folder}/.env`), await gitStateOf(`${folder}/README`)]).toEqual(['ignored', 'tracked'])
  })

  it('check 63: a partial clone without its .gitignore fetches it through no program', async () => {
    const folder = repository('repo')
    put(`${folder}/.gitignore`, '.env\n')
    git(folder, 'add', '.gitignore')
    git(folder, 'commit', '-qm', 'x')
    const blob = git(folder, 'rev-parse', ':.gitignore').trim()
    git(folder, 'update-index', '--skip-worktree', '.gitignore')
    rmSync(`${folder}/.gitignore`)
    rmSync(`${folder}/.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`, { force: true })
    git(folder, 'config', 'core.repositoryFormatVersion', '1')
    git(folder, 'config', 'extensions.partialClone', 'origin')
    git(folder, 'config', 'remote.origin.promisor', 'true')
    git(folder, 'config', 'protocol.ext.allow', 'always')
    for (const url of [`ext::${program()}`, folder, `ssh://example.invalid/${folder}`]) {
      git(folder, 'config', 'remote.origin.url', url)
      git(folder, 'config', 'remote.origin.uploadpack', program())
      git(folder, 'config', 'core.sshCommand', program())
      spawnSync('git', ['-C', folder, 'check-ignore', '.env'], {
        env: { PATH: process.env.PATH, HOME: home.path('home') }
      })
      expect(ran(), url).not.toBe('')
      rmSync(canary())
      expect(['unknown', 'not-ignored']).toContain(await gitStateOf(`${folder}/.env`))
      await repositoryOf(`${folder}/.env`)
      expect(ran(), url).toBe('')
    }
  })

  it('check 63: a bare repository that lies in a working tree is not believed', async () => {
    const folder = repository('repo')
    git(folder, 'init', '-q', '--bare', 'vendor')
    put(
      `${folder}/vendor/config`,
      `[core]\nrepositoryformatversion=0\nbare=false\nworktree=..\nfsmonitor=${program()}\n`
    )
    // Its own excludes would call the file ignored.
    put(`${folder}/vendor/info/exclude`, '.env\n')
    expect(await gitStateOf(`${folder}/vendor/.env`)).toBe('unknown')
    expect(ran()).toBe('')
  })

  it('check 63: a git that lies in the folder is not run', async () => {
    const folder = repository('repo')
    put(`${folder}/git`, readFileSync(program(), 'utf8'))
    chmodSync(`${folder}/git`, 0o755)
    vi.stubEnv('PATH', `${relative(process.cwd(), folder)}:.:${process.env.PATH ?? ''}`)
    await askAll(folder)
    expect(ran()).toBe('')
  })

  it('check 63: a working tree set elsewhere by config leads no write there', async () => {
    const folder = repository('repo')
    mkdirSync(home.path('elsewhere'))
    git(folder, 'config', 'core.worktree', home.path('elsewhere'))
    expect(await repositoryOf(`${folder}/.env`)).toBe(null)
    expect(await ignoreLine(`${folder}/.env`, folder)).toBe(null)
    git(folder, 'config', 'core.worktree', '/')
    expect((await ignoreLine(`${folder}/.env`, folder))?.gitignore).toBe(`${folder}/.gitignore`)
    expect(await gitStateOf(`${folder}/.env`)).not.toBe('ignored')
  })
})

describe('the line in .gitignore', () => {
  it('goes to the nearest .gitignore, anchored', async () => {
    const folder = repository('repo')
    mkdirSync(`${folder}/apps/web`, { recursive: true })
    const file = `${folder}/apps/web/.env`
    expect(await ignoreLine(file, folder)).toEqual({ gitignore: `${folder}/.gitignore`, line: '/apps/web/.env' })
    put(`${folder}/apps/.gitignore`, 'dist\r\nout')
    expect(await ignoreLine(file, folder)).toEqual({ gitignore: `${folder}/apps/.gitignore`, line: '/web/.env' })
    expect(await addToGitignore(file, folder)).toBe('ignored')
    expect(readFileSync(`${folder}/apps/.gitignore`, 'utf8')).toBe('dist\r\nout\r\n/web/.env\r\n')
    expect(await addToGitignore(file, folder)).toBe('ignored')
    expect(readFileSync(`${folder}/apps/.gitignore`, 'utf8')).toBe('dist\r\nout\r\n/web/.env\r\n')
  })

  it('stays inside the root, and inside the repository', async () => {
    const folder = repository('repo')
    mkdirSync(`${folder}/apps/web`, { recursive: true })
    put(`${folder}/.gitignore`, 'x\n')
    const inner = await ignoreLine(`${folder}/apps/web/.env`, `${folder}/apps`)
    expect(inner).toEqual({ gitignore: `${folder}/apps/.gitignore`, line: '/web/.env' })
    const outer = await ignoreLine(`${folder}/apps/web/.env`, home.folder)
    expect(outer?.gitignore).toBe(`${folder}/.gitignore`)
    expect(await ignoreLine(`${folder}/.env`, `${folder}/apps`)).toBe(null)
    await expect(addToGitignore(home.path('home', '.env'), home.folder)).rejects.toMatchObject({
      code: 'env-file-outside'
    })
  })

  it('ignores that file and no other, whatever its name', async () => {
    const folder = repository('repo')
    for (const name of ['.env', '#x.env', '!x.env', '[a]?*.env', 'back\\slash.env', 'blank .env ', 'é.env']) {
      put(`${folder}/${name}`)
      expect(await addToGitignore(`${folder}/${name}`, folder), name).toBe('ignored')
    }
    expect(await gitStateOf(`${folder}/ab.env`)).toBe('not-ignored')
    expect(await gitStateOf(`${folder}/sub.env`)).toBe('not-ignored')
    expect(statSync(`${folder}/.gitignore`).mode & 0o777).toBe(0o644)
  })

  it('does not untrack, and says so', async () => {
    const folder = repository('repo')
    put(`${folder}/.env`)
    git(folder, 'add', '.env')
    expect(await addToGitignore(`${folder}/.env`, folder)).toBe('tracked')
  })

  it('is not written through a link', async () => {
    const folder = repository('repo')
    symlinkSync('README', `${folder}/.gitignore`)
    await expect(addToGitignore(`${folder}/.env`, folder)).rejects.toMatchObject({ code: 'env-file-symlink' })
    expect(readFileSync(`${folder}/README`, 'utf8')).toBe('x')
  })
})
