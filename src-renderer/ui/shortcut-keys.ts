import { windowCommands, type WindowCommand } from '@contract/window-commands'

const MAC: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Backspace: '⌫' }
const OTHERS: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', Backspace: '⌫' }

/** The keys of a command as they stand on the keyboard. */
export function keysOf(command: WindowCommand, platform: string): string[] {
  const names = platform === 'darwin' ? MAC : OTHERS
  return windowCommands[command].split('+').map((key) => names[key] ?? key)
}
