import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { AppError } from '@contract/app-error'

/**
 * The file a command names, as a shell finds it; on Windows the command itself, which is looked for as it is started.
 * Throws `command-not-found`, `command-not-executable`.
 */
export function requireProgram(command: string, env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return command
  const places = command.includes('/')
    ? [command]
    : (env.PATH ?? '').split(delimiter).map((folder) => join(folder === '' ? '.' : folder, command))
  const states = places.map((file) => ({ file, state: stateOf(file) }))
  const runnable = states.find(({ state }) => state === 'runnable')
  if (runnable !== undefined) return runnable.file
  const isThere = states.some(({ state }) => state === 'not-runnable')
  throw new AppError(isThere ? 'command-not-executable' : 'command-not-found', { command })
}

function stateOf(file: string): 'runnable' | 'not-runnable' | 'absent' {
  try {
    const stats = statSync(file, { throwIfNoEntry: false })
    if (stats === undefined) return 'absent'
    if (!stats.isFile()) return 'not-runnable'
    accessSync(file, constants.X_OK)
    return 'runnable'
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOTDIR'
    return isAbsent ? 'absent' : 'not-runnable'
  }
}
