import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { AppError } from '@contract/errors'
import { askGit } from './git-program'
import { isInside } from './inside'
import { readEnvFile } from './read'
import { writeEnvFile } from './write'

/**
 * What git would do with the file. `tracked`: it is in the index, and so in the next commit; `not-ignored`: the next
 * `git add .` takes it; `unknown`: git refused to look (a repository of another user, a damaged one) or did not
 * answer in time. All three deserve a loud word.
 */
export type GitState = 'tracked' | 'not-ignored' | 'ignored' | 'no-repository' | 'git-missing' | 'unknown'

/**
 * Asks git about `file`, which need not exist but in a folder that does. A link is followed: the question is where
 * the secret lies. Works in worktrees and submodules. Runs no program a repository names. Does not throw.
 */
export async function gitStateOf(file: string): Promise<GitState> {
  const real = realFile(file)
  const folder = dirname(real)
  const inside = await askGit(folder, ['rev-parse', '--is-inside-work-tree'])
  if (inside === null) return 'git-missing'
  if (inside.exitCode !== 0) return hasRepositoryAbove(folder) || inside.exitCode === null ? 'unknown' : 'no-repository'
  // In `.git` or a bare repository nothing is ever committed; a git of 2.38 and later refuses to look there at all.
  if (inside.output.trim() !== 'true') return 'no-repository'
  const name = basename(real)
  const tracked = await askGit(folder, ['ls-files', '--error-unmatch', '--', `:(literal)${name}`])
  if (tracked?.exitCode === 0) return 'tracked'
  if (tracked?.exitCode !== 1) return 'unknown'
  // check-ignore knows no `:(literal)`, and takes everything but a leading colon as it is.
  const ignored = await askGit(folder, ['check-ignore', '--quiet', '--', `./${name}`])
  if (ignored?.exitCode === 0) return 'ignored'
  return ignored?.exitCode === 1 ? 'not-ignored' : 'unknown'
}

/** The top folder of the working tree `file` lies in, a worktree's or submodule's own; null when git names none. */
export async function repositoryOf(file: string): Promise<string | null> {
  const folder = dirname(realFile(file))
  const answer = await askGit(folder, ['rev-parse', '--show-toplevel'])
  const top = answer?.exitCode === 0 ? answer.output.replace(/\r?\n$/, '') : ''
  if (top === '') return null
  const real = realpathSync(top)
  // `core.worktree` of a hostile config may name any folder.
  return folder === real || isInside(folder, real) ? real : null
}

export interface IgnoreLine {
  /** The `.gitignore` the line belongs in; it may not exist yet. */
  readonly gitignore: string
  readonly line: string
}

/**
 * The line that makes git ignore `file`, and the `.gitignore` for it: the nearest there is between the file and the
 * top, else a new one at the top; the top is the repository's, and never above `root`. Null without a repository.
 */
export async function ignoreLine(file: string, root: string): Promise<IgnoreLine | null> {
  const repository = await repositoryOf(file)
  if (repository === null) return null
  const real = realFile(file)
  const chosen = realFile(root)
  const top = isInside(chosen, repository) ? chosen : repository
  if (!isInside(real, chosen) || !isInside(real, top)) return null
  let folder = dirname(real)
  while (folder !== top && !isFile(join(folder, '.gitignore'))) folder = dirname(folder)
  const way = relative(folder, real).split(sep).map(escapePattern).join('/')
  return { gitignore: join(folder, '.gitignore'), line: `/${way}` }
}

/**
 * Writes the {@link ignoreLine} of `file` with the same care as an env file and answers what git says afterwards: a
 * tracked file stays tracked. Throws `env-file-outside` when there is no repository inside whose tree and `root` the
 * file lies, and what `writeEnvFile` throws.
 */
export async function addToGitignore(file: string, root: string): Promise<GitState> {
  const ignore = await ignoreLine(file, root)
  if (ignore === null) throw new AppError('env-file-outside', { file, folder: root })
  const options = { file: ignore.gitignore, root, allowSymlink: false }
  const found = readEnvFile(options)
  const old = found?.bytes ?? new Uint8Array()
  const text = Buffer.from(old).toString('latin1')
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  if (!text.split(/\r?\n/).includes(latin1(ignore.line))) {
    const gap = text === '' || text.endsWith('\n') ? '' : lineEnd
    const bytes = Buffer.concat([old, Buffer.from(`${gap}${ignore.line}${lineEnd}`)])
    writeEnvFile({ ...options, bytes, expected: found?.identity ?? null, newMode: 0o644 })
  }
  return gitStateOf(file)
}

/** gitignore(5): what a pattern takes for more than itself is escaped, and blanks at the end. */
function escapePattern(name: string): string {
  return name.replace(/[\\*?[\]]/g, '\\$&').replace(/ +$/, (blanks) => blanks.replaceAll(' ', '\\ '))
}

function latin1(line: string): string {
  return Buffer.from(line).toString('latin1')
}

function realFile(file: string): string {
  const whole = resolve(file)
  try {
    return realpathSync(whole)
  } catch {
    try {
      return join(realpathSync(dirname(whole)), basename(whole))
    } catch {
      return whole
    }
  }
}

/** git says 128 both without a repository and of one it does not trust. */
function hasRepositoryAbove(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (exists(join(at, '.git')) || (isFile(join(at, 'HEAD')) && exists(join(at, 'objects')))) return true
    if (dirname(at) === at) return false
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}
