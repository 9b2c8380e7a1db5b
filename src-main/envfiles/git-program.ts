import { execFile } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { systemCode } from './disk-errors'

/** How git answered: by its exit code, or `null` when it gave none (killed, timed out). */
export interface GitAnswer {
  readonly exitCode: number | null
  readonly output: string
}

const TIMEOUT_MS = 5_000
const LARGEST_OUTPUT = 64 * 1024
const NOTHING = process.platform === 'win32' ? 'NUL' : '/dev/null'

/**
 * A repository's own config may name programs. Only questions are asked that need none, and what git runs even then
 * is switched off: the file monitor, hooks, and the transports by which a partial clone fetches a missing
 * `.gitignore`. Values given this way win over every file.
 */
const HARMLESS = [
  'core.fsmonitor=false',
  `core.hooksPath=${NOTHING}`,
  'core.pager=cat',
  'core.editor=false',
  'core.askPass=',
  'core.sshCommand=false',
  'core.gitProxy=',
  'core.alternateRefsCommand=',
  'core.untrackedCache=false',
  'credential.helper=',
  'diff.external=',
  'protocol.allow=never',
  'submodule.recurse=false',
  'safe.bareRepository=explicit'
].flatMap((setting) => ['-c', setting])

/** Kept of the environment: where programs, the user's own config and Windows' parts are found. No `GIT_…`. */
const KEPT = ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'SYSTEMROOT', 'SystemRoot', 'TEMP', 'TMP', 'LANG']

/**
 * Asks git in `folder`, by argument vector and never through a shell. Null when there is no git. Resolves for every
 * exit code; does not throw.
 */
export function askGit(folder: string, question: readonly string[]): Promise<GitAnswer | null> {
  const git = findGit(process.env)
  if (git === null) return Promise.resolve(null)
  return new Promise((resolve) => {
    const options = { ...optionsFor({}), maxBuffer: LARGEST_OUTPUT }
    const child = execFile(git, argsFor(folder, question), options, (error, output) => {
      if (error === null) resolve({ exitCode: 0, output })
      else if (systemCode(error) === 'ENOENT') resolve(null)
      else resolve({ exitCode: typeof error.code === 'number' ? error.code : null, output })
    })
    child.stdin?.end()
  })
}

/**
 * The same for an answer in bytes, with up to `limitBytes`. `env` is added to git's own. Null when there is no git, it
 * failed, or the answer is longer. Does not throw.
 */
export function askGitForBytes(
  folder: string,
  question: readonly string[],
  { limitBytes, env = {} }: { readonly limitBytes: number; readonly env?: NodeJS.ProcessEnv }
): Promise<Buffer | null> {
  const git = findGit(process.env)
  if (git === null) return Promise.resolve(null)
  return new Promise((resolve) => {
    const options = { ...optionsFor(env), maxBuffer: limitBytes, encoding: 'buffer' as const }
    const child = execFile(git, argsFor(folder, question), options, (error, output) => {
      resolve(error === null ? output : null)
    })
    child.stdin?.end()
  })
}

function argsFor(folder: string, question: readonly string[]): string[] {
  return ['--no-pager', '--no-replace-objects', ...HARMLESS, '-C', folder, ...question]
}

function optionsFor(more: NodeJS.ProcessEnv): { env: NodeJS.ProcessEnv; timeout: number; killSignal: 'SIGKILL' } {
  return { env: { ...gitEnvironment(process.env), ...more }, timeout: TIMEOUT_MS, killSignal: 'SIGKILL' }
}

function gitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = KEPT.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))
  return {
    ...(Object.fromEntries(kept) as NodeJS.ProcessEnv),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_PROTOCOL_FROM_USER: '0'
  }
}

/** From whole paths only: a `git` that lies in the folder asked about is not it. Windows looks there by itself. */
function findGit(env: NodeJS.ProcessEnv): string | null {
  const name = process.platform === 'win32' ? 'git.exe' : 'git'
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    const file = join(folder, name)
    if (isAbsolute(folder) && isProgram(file)) return file
  }
  return null
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
