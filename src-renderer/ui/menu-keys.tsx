import { windowCommands, type WindowCommand } from '@contract/window-commands'
import type { ReactNode } from 'react'
import classes from './menu-keys.module.css'
import { keysOf } from './shortcut-keys'

interface MenuKeys {
  readonly rightSection: ReactNode
  readonly 'aria-keyshortcuts': string
}

/** The keys of a command for its entry in a menu: to see at its right, as in the system's own menus, and to hear. */
export function menuKeys(command: WindowCommand, platform: string): MenuKeys {
  const isMac = platform === 'darwin'
  return {
    rightSection: (
      <span className={classes.keys} aria-hidden="true">
        {keysOf(command, platform).join(isMac ? '' : '+')}
      </span>
    ),
    'aria-keyshortcuts': windowCommands[command].replace('CmdOrCtrl', isMac ? 'Meta' : 'Control')
  }
}
