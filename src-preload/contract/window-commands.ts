/**
 * What the menu, the palette and the keyboard offer, with the keys for it where there are any, in Electron's words
 * (electronjs.org/docs/latest/api/accelerator). One list, so that none of the three knows another one.
 */
export const windowCommands = {
  'new-key': 'CmdOrCtrl+N',
  'create-key': 'CmdOrCtrl+Shift+N',
  'add-connection': 'CmdOrCtrl+Shift+J',
  'new-project': 'CmdOrCtrl+Shift+P',
  import: 'CmdOrCtrl+I',
  scan: 'CmdOrCtrl+Shift+S',
  'back-up': 'CmdOrCtrl+B',
  'save-backup': 'CmdOrCtrl+Shift+B',
  search: 'CmdOrCtrl+F',
  palette: 'CmdOrCtrl+K',
  'all-keys': 'CmdOrCtrl+1',
  expiring: 'CmdOrCtrl+2',
  favourites: 'CmdOrCtrl+3',
  bin: 'CmdOrCtrl+4',
  projects: 'CmdOrCtrl+P',
  reminders: 'CmdOrCtrl+D',
  connections: 'CmdOrCtrl+J',
  usage: 'CmdOrCtrl+U',
  audit: 'CmdOrCtrl+5',
  backups: 'CmdOrCtrl+6',
  settings: 'CmdOrCtrl+,',
  'copy-key': 'CmdOrCtrl+Shift+C',
  'reveal-key': 'CmdOrCtrl+R',
  'edit-key': 'CmdOrCtrl+E',
  'write-key': 'CmdOrCtrl+Shift+E',
  'favourite-key': 'CmdOrCtrl+Shift+D',
  'copy-link': 'CmdOrCtrl+Shift+L',
  'rotate-key': 'CmdOrCtrl+Shift+R',
  'revoke-key': 'CmdOrCtrl+Shift+X',
  'bin-key': 'CmdOrCtrl+Shift+Backspace',
  lock: 'CmdOrCtrl+L',
  shortcuts: 'CmdOrCtrl+/'
} as const

export type WindowCommand = keyof typeof windowCommands

export const windowCommandNames = Object.keys(windowCommands) as [WindowCommand, ...WindowCommand[]]
