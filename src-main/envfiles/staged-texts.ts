import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '@contract/errors'
import { LARGEST_TEXT, type FolderText, type TextsSkipped } from './folder-texts'
import { askGit, askGitForBytes } from './git-program'
import { toText } from './text-of-bytes'

/** A name in the index and the blob it stands for. */
interface Staged {
  readonly path: string
  readonly blob: string
}

const MOST_FILES = 20_000
/** Regular files and links; a submodule is a commit, not a blob. */
const BLOB_MODES = ['100644', '100755', '120000']

/**
 * The files that the next commit of the repository around `folder` adds or changes, as they stand in the index. Blobs
 * are read as they are, so no filter, text conversion or diff program of the repository runs. Inside a hook this is the
 * index that git is about to commit. Throws `repository-missing`.
 */
export async function* stagedTexts(
  folder: string,
  signal: AbortSignal,
  env: NodeJS.ProcessEnv = process.env
): AsyncGenerator<FolderText | TextsSkipped> {
  const top = await answerOf(folder, ['rev-parse', '--show-toplevel'])
  const gitFolder = await answerOf(folder, ['rev-parse', '--absolute-git-dir'])
  if (top === null || gitFolder === null) throw new AppError('repository-missing', { folder })
  const index = indexOfHook(env, gitFolder)
  const staged = await stagedIn(top, index)
  if (staged === null) throw new AppError('repository-missing', { folder })
  for (const { path, blob } of staged.slice(0, MOST_FILES)) {
    if (signal.aborted) return
    const bytes = await askGitForBytes(top, ['cat-file', 'blob', blob], { limitBytes: LARGEST_TEXT })
    const text = bytes === null ? null : toText(bytes)
    yield text === null ? { skipped: 'file' } : { file: join(top, path), path, text }
  }
  if (staged.length > MOST_FILES) yield { skipped: 'rest' }
}

async function stagedIn(top: string, index: string | null): Promise<Staged[] | null> {
  const env = index === null ? {} : { GIT_INDEX_FILE: index }
  const limitBytes = 64 * 1024 * 1024
  const head = await askGit(top, ['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'])
  if (head?.exitCode === 0) {
    const question = ['diff-index', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--diff-filter=AMT']
    const answer = await askGitForBytes(top, [...question, '--ignore-submodules=all', 'HEAD', '--'], {
      limitBytes,
      env
    })
    return answer === null ? null : readRaw(answer.toString('utf8'))
  }
  // Before the first commit everything in the index is new.
  const answer = await askGitForBytes(top, ['ls-files', '--stage', '-z'], { limitBytes, env })
  return answer === null ? null : readStages(answer.toString('utf8'))
}

/** `:100644 100644 <old> <new> M NUL path NUL` (git-diff-index(1), "Raw output format"). */
function readRaw(answer: string): Staged[] {
  const parts = answer.split('\0')
  const staged: Staged[] = []
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, mode = '', , blob = ''] = (parts[at] ?? '').split(' ')
    if (BLOB_MODES.includes(mode)) staged.push({ path: parts[at + 1] ?? '', blob })
  }
  return staged
}

/** `100644 <blob> 0 TAB path NUL` (git-ls-files(1)). */
function readStages(answer: string): Staged[] {
  return answer.split('\0').flatMap((line) => {
    const [facts = '', path = ''] = line.split('\t')
    const [mode = '', blob = ''] = facts.split(' ')
    return BLOB_MODES.includes(mode) ? [{ path, blob }] : []
  })
}

/**
 * With `commit -a` or `commit FILE` git hands its hooks an index of its own. It is taken only where it lies in the
 * repository's own folder.
 */
function indexOfHook({ GIT_INDEX_FILE: named }: NodeJS.ProcessEnv, gitFolder: string): string | null {
  if (named === undefined || named === '') return null
  const path = resolve(named)
  try {
    const real = join(realpathSync(dirname(path)), basename(path))
    return existsSync(real) && dirname(real) === realpathSync(gitFolder) ? real : null
  } catch {
    return null
  }
}

async function answerOf(folder: string, question: readonly string[]): Promise<string | null> {
  const answer = await askGit(folder, question)
  const text = answer?.exitCode === 0 ? answer.output.replace(/\r?\n$/, '') : ''
  return text === '' ? null : text
}
