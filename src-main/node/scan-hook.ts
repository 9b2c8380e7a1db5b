import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { AppError } from '@contract/errors'
import { askGit } from '../envfiles/git-program'

/** How installing went. `foreign`: another hook is there; `elsewhere`: the repository takes its hooks from `file`. */
export interface HookInstalled {
  readonly outcome: 'installed' | 'already' | 'foreign' | 'elsewhere'
  readonly file: string
}

const MARK = '# Made by `kq scan --install-hook`.'

/**
 * Puts a pre-commit hook into the repository around `folder` that runs `command` on what is staged. A hook of somebody
 * else is never touched, nor is a folder that `core.hooksPath` names. Throws `repository-missing`, `file-unreadable`.
 */
export async function installScanHook(folder: string, script: string): Promise<HookInstalled> {
  const common = await answer(folder, ['rev-parse', '--git-common-dir'])
  if (common === null) throw new AppError('repository-missing', { folder })
  const elsewhere = await hooksPathOf(folder)
  if (elsewhere !== null) return { outcome: 'elsewhere', file: elsewhere }
  const file = join(resolve(folder, common), 'hooks', 'pre-commit')
  const text = `#!/bin/sh\n${MARK}\n${script}\n`
  try {
    if (existsSync(file)) {
      const there = readFileSync(file, 'utf8')
      if (!there.includes(MARK)) return { outcome: 'foreign', file }
      if (there === text) return { outcome: 'already', file }
      writeFileSync(file, text)
    } else {
      mkdirSync(dirname(file), { recursive: true })
      // Exclusive: a hook that appears meanwhile is not replaced, and no link is followed.
      writeFileSync(file, text, { flag: 'wx', mode: 0o755 })
    }
    chmodSync(file, 0o755)
  } catch {
    throw new AppError('file-unreadable', { file })
  }
  return { outcome: 'installed', file }
}

/** Whether commits around `folder` are looked at before they are made. `file` is what decides it. Does not throw. */
export async function scanHookAt(
  folder: string
): Promise<{
  state: 'git-missing' | 'no-repository' | 'installed' | 'absent' | 'foreign' | 'elsewhere'
  file: string
}> {
  if ((await askGit(folder, ['--version'])) === null) return { state: 'git-missing', file: '' }
  const common = await answer(folder, ['rev-parse', '--git-common-dir'])
  if (common === null) return { state: 'no-repository', file: '' }
  const elsewhere = await hooksPathOf(folder)
  if (elsewhere !== null) return { state: 'elsewhere', file: elsewhere }
  const file = join(resolve(folder, common), 'hooks', 'pre-commit')
  try {
    return { state: readFileSync(file, 'utf8').includes(MARK) ? 'installed' : 'foreign', file }
  } catch {
    return { state: existsSync(file) ? 'foreign' : 'absent', file }
  }
}

/**
 * The hook's text. With the vault it asks for the master password where there is a terminal, and looks for known
 * patterns alone where there is none. `start` is how to run `kq` when it is not on the path.
 */
export function hookScript(start: readonly string[], patternsOnly: boolean): string {
  const words = start.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
  const withVault = `if [ -t 2 ] && (exec < /dev/tty) 2> /dev/null; then run scan --staged < /dev/tty; exit; fi\n`
  return (
    `run() { if command -v kq > /dev/null 2>&1; then kq "$@"; else ${words} "$@"; fi; }\n` +
    (patternsOnly ? '' : withVault) +
    'run scan --staged --patterns-only'
  )
}

/** `--local` and `--global` are read from their files: the switch that turns hooks off for Keyquay's own git is not. */
async function hooksPathOf(folder: string): Promise<string | null> {
  for (const scope of ['--local', '--global']) {
    const found = await answer(folder, ['config', scope, '--get', 'core.hooksPath'])
    if (found !== null) return found
  }
  return null
}

async function answer(folder: string, question: readonly string[]): Promise<string | null> {
  const asked = await askGit(folder, question)
  const text = asked?.exitCode === 0 ? asked.output.replace(/\r?\n$/, '') : ''
  return text === '' ? null : text
}
