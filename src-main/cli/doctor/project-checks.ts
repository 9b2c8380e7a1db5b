import { basename, dirname } from 'node:path'
import { isAppError } from '@contract/app-error'
import { findEnvFiles } from '../../envfiles/find'
import { gitStateOf } from '../../envfiles/git'
import { readEnvFile } from '../../envfiles/read'
import { scanHookAt } from '../../node/scan-hook'
import { quoted } from '../env/env-words'
import { check, type Finding } from './finding'

const MOST_FILES = 20

/** What of this folder could give secrets away. */
export async function projectChecks(folder: string): Promise<Finding[]> {
  return [...(await envFiles(folder)), await hook(folder)]
}

async function envFiles(folder: string): Promise<Finding[]> {
  const found = await findEnvFiles(folder, { depth: 2, files: MOST_FILES })
  const files = found.files.filter(({ kind }) => kind !== 'example')
  const findings = (await Promise.all(files.map(({ file, path }) => envFile(file, path)))).flat()
  const { ok } = check('env-files', 'Env files')
  if (findings.length > 0) return findings
  return [
    ok(files.length === 0 ? 'none in this folder' : `${String(files.length)}, all kept out of commits and yours alone`)
  ]
}

async function envFile(file: string, path: string): Promise<Finding[]> {
  const { problem } = check('env-file', 'Env file')
  const findings: Finding[] = []
  const git = await gitStateOf(file)
  if (git === 'tracked') {
    findings.push(
      problem(
        `${path} is tracked by Git: it goes into the next commit, secrets and all.`,
        `git rm --cached ${quoted(path)}`
      )
    )
  }
  if (git === 'not-ignored') {
    findings.push(
      problem(`${path} is not ignored by Git: the next git add . takes it.`, `kq env ignore ${quoted(path)}`)
    )
  }
  if (warningsOf(file).length > 0) {
    findings.push(problem(`${path} can be read by others on this computer.`, `chmod 600 ${quoted(path)}`))
  }
  return findings
}

function warningsOf(file: string): readonly string[] {
  try {
    const read = readEnvFile({ file, root: dirname(file), allowSymlink: false })
    read?.bytes.fill(0)
    return read?.warnings.filter((warning) => warning !== 'folder-writable-by-all') ?? []
  } catch (error) {
    // What cannot be read here says so where it is used.
    if (isAppError(error)) return []
    throw error
  }
}

async function hook(folder: string): Promise<Finding> {
  const { ok, note, problem } = check('hook', 'Git hook')
  const { state, file } = await scanHookAt(folder)
  switch (state) {
    case 'git-missing':
      return problem('Git is not on the search path, so what it tracks cannot be told.', 'Install Git.')
    case 'no-repository':
      return ok('this folder is in no repository')
    case 'installed':
      return ok('looks for secrets before each commit')
    case 'absent':
      return note('Nothing looks for secrets before a commit.', 'kq scan --install-hook')
    case 'foreign':
      return note(`${basename(file)} is a hook of somebody else.`, 'Add this line to it: kq scan --staged || exit 1')
    case 'elsewhere':
      return note(
        `The repository takes its hooks from ${file}.`,
        'Add this line to its pre-commit: kq scan --staged || exit 1'
      )
  }
}
