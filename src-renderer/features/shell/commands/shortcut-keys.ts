import { windowCommandNames, windowCommands, type WindowCommand } from '@contract/window-commands'

/** The keys of every command as the kit's hook reads them. */
export const hotkeys = windowCommandNames.map((command) => ({ command, hotkey: hotkeyOf(command) }))

export function hotkeyOf(command: WindowCommand): string {
  return windowCommands[command].replace('CmdOrCtrl', 'mod')
}
