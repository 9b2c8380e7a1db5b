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
  'add-channel': 'CmdOrCtrl+Shift+A',
  'export-calendar': 'CmdOrCtrl+Shift+O',
  'test-notification': 'CmdOrCtrl+Shift+T',
  'sync-usage': 'CmdOrCtrl+Shift+Y',
  'back-up': 'CmdOrCtrl+B',
  'save-backup': 'CmdOrCtrl+Shift+B',
  'install-kq': 'CmdOrCtrl+Shift+G',
  'recovery-kit': 'CmdOrCtrl+Shift+K',
  'other-vaults': 'CmdOrCtrl+O',
  search: 'CmdOrCtrl+F',
  'save-view': 'CmdOrCtrl+S',
  palette: 'CmdOrCtrl+K',
  'all-keys': 'CmdOrCtrl+1',
  expiring: 'CmdOrCtrl+2',
  favourites: 'CmdOrCtrl+3',
  bin: 'CmdOrCtrl+4',
  projects: 'CmdOrCtrl+P',
  reminders: 'CmdOrCtrl+D',
  'reminder-rules': 'CmdOrCtrl+7',
  'reminder-channels': 'CmdOrCtrl+8',
  connections: 'CmdOrCtrl+J',
  usage: 'CmdOrCtrl+U',
  'usage-findings': 'CmdOrCtrl+9',
  'usage-quotas': 'CmdOrCtrl+Shift+U',
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
