import { answered } from './answered.ts'
import { recorder } from './recorder.ts'

/** Electron's `app.commandLine` over the whole command line, as Chromium reads it. */
export function createCommandLine(argv: readonly string[]) {
  const switches = new Map<string, string>()
  for (const argument of argv) {
    if (argument === '--') break
    const parts = /^--?([^=]+)(?:=(.*))?$/s.exec(argument)
    if (parts?.[1] !== undefined) switches.set(parts[1].toLowerCase(), parts[2] ?? '')
  }
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- nothing can make that class
  const commandLine = {
    appendSwitch: (the_switch: string, value = ''): void => {
      switches.set(the_switch.toLowerCase(), value)
      recorder.switches.push(value === '' ? `--${the_switch}` : `--${the_switch}=${value}`)
    },
    appendArgument: (value: string): void => void recorder.switches.push(value),
    hasSwitch: (the_switch: string): boolean => switches.has(the_switch.toLowerCase()),
    getSwitchValue: (the_switch: string): string => switches.get(the_switch.toLowerCase()) ?? '',
    removeSwitch: (the_switch: string): void => void switches.delete(the_switch.toLowerCase())
  } satisfies Electron.CommandLine
  return answered('app.commandLine', commandLine)
}
