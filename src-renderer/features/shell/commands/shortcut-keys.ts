import { windowCommandNames, windowCommands, type WindowCommand } from '@contract/window-commands'

const MAC: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Backspace: '⌫' }
const OTHERS: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', Backspace: '⌫' }

/** The keys of a command as they stand on the keyboard. */
export function keysOf(command: WindowCommand, platform: string): string[] {
  const names = platform === 'darwin' ? MAC : OTHERS
  return windowCommands[command].split('+').map((key) => names[key] ?? key)
}

/** The keys of every command as the kit's hook reads them. */
export const hotkeys = windowCommandNames.map((command) => ({ command, hotkey: hotkeyOf(command) }))

export function hotkeyOf(command: WindowCommand): string {
  return windowCommands[command].replace('CmdOrCtrl', 'mod')
}
