/** What comes in from other programs, and what leaves in a file. */
export const importEn = {
  open: 'Import…',
  title: 'Import keys',
  from: 'Import from {{file}}',
  lead: 'Keyquay reads the file on this computer and shows what it holds. Nothing enters the vault before you say which keys.',
  format: 'Format',
  anyFormat: 'Recognised from the file',
  formatHelp: 'Choose one only when a file is not recognised.',
  formats: {
    env: '.env',
    csv: 'CSV',
    keyquay: 'Keyquay JSON',
    'bitwarden-json': 'Bitwarden JSON',
    'onepassword-1pux': '1Password 1PUX',
    'keepass-kdbx': 'KeePass KDBX',
    'aws-credentials': 'AWS credentials',
    npmrc: '.npmrc',
    netrc: '.netrc'
  },
  filePassword: 'Password of the file',
  filePasswordHelp: 'The one it was saved under, not the one of the vault.',
  asked: 'This file has a password of its own. Enter it, then choose the file again.',
  wrong: 'This password does not open the file. Enter it again, then choose the file again.',
  reading: 'Waiting for the file, then reading it…',
  choose: 'Choose file…',
  chooseAgain: 'Choose file again…',
  entries_one: '{{count}} entry',
  entries_other: '{{count}} entries',
  masked: 'secrets stay masked',
  nothing: 'This file holds nothing that could be a key.',
  grid: 'Entries of the file',
  verdicts: {
    new: 'New',
    changed: 'Changed',
    conflicting: 'Conflicting',
    same: 'Same',
    ignored: 'Ignored'
  },
  meanings: {
    new: 'Not in the vault yet',
    changed: 'A key of this name holds another secret',
    conflicting: 'Several keys could be meant, or the file says two things of one',
    same: 'In the vault already, with the same secret',
    ignored: 'Left out unless you choose it'
  },
  reasons: {
    empty: 'Empty',
    'too-long': 'Too long for a secret',
    'not-text': 'Not text',
    'not-a-secret': 'Does not look like a secret',
    duplicate: 'Stands in the file twice'
  },
  replaces: 'Replaces the secret of {{name}} here',
  addsAnother: 'Adds one more key',
  sameAs: 'Same as {{name}}',
  takeOne: 'Import {{name}}',
  takeAll: 'Import all under {{verdict}}',
  take_zero: 'Import keys',
  take_one: 'Import {{count}} key',
  take_other: 'Import {{count}} keys',
  taking: 'Adding the keys…',
  added_one: '{{count}} key added',
  added_other: '{{count}} keys added',
  addedAndReplaced: '{{count}} added, {{replaced}} replaced'
} as const

export const dataEn = {
  title: 'Data',
  import: 'Import',
  importHelp: 'From .env files and other password managers, with a look before anything is taken.',
  backups: 'Backups',
  backupsHelp: 'Encrypted copies, for keeping and for moving to another computer.',
  openBackups: 'Open backups',
  export: 'Export in plain text',
  exportHelp: 'For another program. To keep a copy, make a backup: that stays encrypted.',
  exportOpen: 'Export in plain text…',
  exportWarning:
    'The file holds every secret in plain text. Any program and anyone who gets at it can read and use them.',
  format: 'Format',
  understood: 'Write every secret in plain text',
  exportFile: 'Export…',
  exporting: 'Writing the file…',
  exported_one: '{{count}} key was written in plain text to',
  exported_other: '{{count}} keys were written in plain text to',
  removeFile: 'Remove the file when it has served.'
} as const
