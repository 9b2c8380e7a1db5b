import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { appImageOf } from './app-image'

export interface AutostartFile {
  /** Never throws: a home that cannot be written to starts nothing at login. */
  set(on: boolean, program: string, argument: string): void
}

/** The desktop entry that starts Keyquay at login (freedesktop.org, Desktop Application Autostart Specification). */
export function autostartFile(env: NodeJS.ProcessEnv, home: string): AutostartFile {
  const config = env.XDG_CONFIG_HOME
  const folder = join(config !== undefined && isAbsolute(config) ? config : join(home, '.config'), 'autostart')
  const file = join(folder, 'dev.keyquay.app.desktop')
  return {
    set(on, program, argument) {
      try {
        if (!on) {
          rmSync(file, { force: true })
          return
        }
        mkdirSync(folder, { recursive: true })
        // An AppImage runs from a mount of its own; its file is what can be started again.
        const started = appImageOf(env, program) ?? program
        writeFileSync(file, entry(quoted(started), argument), { mode: 0o644 })
      } catch {
        // Said above.
      }
    }
  }
}

function entry(program: string, argument: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Keyquay',
    `Exec=${program} ${argument}`,
    'Terminal=false',
    ''
  ].join('\n')
}

/** Desktop Entry Specification, "The Exec key": four characters are escaped inside quotes, and a percent is doubled. */
function quoted(path: string): string {
  return `"${path.replaceAll(/(["`$\\])/g, '\\$1').replaceAll('%', '%%')}"`
}
