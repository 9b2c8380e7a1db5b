import { AppError } from '@contract/app-error'
import { isDangerousName } from '../../core/run/dangerous-names'
import { isReference } from '../../core/run/references'

/** What a program needs to know of the machine and the person, and no more. */
const KEPT_WHEN_CLEAN = new Set(
  (
    'PATH HOME USER LOGNAME SHELL TERM COLORTERM TERM_PROGRAM LANG LANGUAGE TZ TMPDIR PWD DISPLAY WAYLAND_DISPLAY ' +
    'XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME NO_COLOR FORCE_COLOR ' +
    'SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT TEMP TMP USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA PROGRAMFILES ' +
    'HOMEDRIVE HOMEPATH USERNAME OS NUMBER_OF_PROCESSORS PROCESSOR_ARCHITECTURE'
  ).split(' ')
)

/**
 * The environment of a command: what is there, with `clean` reduced to what every program needs, and `added` in the
 * place of what has its name; the last of a name counts. Throws `env-name-dangerous`.
 */
export function environmentOf(
  parent: NodeJS.ProcessEnv,
  added: readonly (readonly [name: string, value: string])[],
  clean: boolean
): NodeJS.ProcessEnv {
  requireHarmless(added.map(([name]) => name))
  // Windows knows one variable where two names differ in their case alone.
  const told = (name: string): string => (process.platform === 'win32' ? name.toUpperCase() : name)
  const replaced = new Set(added.map(([name]) => told(name)))
  const kept = Object.entries(parent).filter(([name]) => (!clean || isKept(name)) && !replaced.has(told(name)))
  return Object.fromEntries([...kept, ...added])
}

/** Throws `env-name-dangerous`. */
export function requireHarmless(names: readonly string[]): void {
  const name = names.find(isDangerousName)
  if (name !== undefined) throw new AppError('env-name-dangerous', { name })
}

/** Variables of the shell that refer to keys. */
export function referencesIn(parent: NodeJS.ProcessEnv): { name: string; reference: string }[] {
  return Object.entries(parent).flatMap(([name, reference]) =>
    reference !== undefined && isReference(reference) ? [{ name, reference }] : []
  )
}

function isKept(name: string): boolean {
  return KEPT_WHEN_CLEAN.has(name.toUpperCase()) || name.startsWith('LC_')
}
