/** The vault’s own care: passwords, recovery kit, restore, backups. */
export const careEn = {
  checkingPassword: 'Checking the password…'
} as const

export const newPasswordEn = {
  title: 'Set a new password',
  lead: 'The recovery code opened the vault. A new password takes the place of the one that was lost.',
  password: 'New password',
  set: 'Set password',
  later: 'Later',
  banner:
    'The recovery code opened this vault. Until a new password is set, only the code and the lost password open it.'
} as const

export const kitEn = {
  label: 'Keyquay recovery kit',
  title: 'Recovery kit',
  code: 'Recovery code',
  offer: 'If the password is ever lost, only a recovery code opens the vault. Make one now and keep it on paper.',
  notNow: 'Not now',
  make: 'Make recovery code',
  makeAnother: 'Make a new code',
  ask: 'The code is shown once, on a sheet to print or save. Typing it back from there makes it a way into the vault.',
  askAnother:
    'The new code is shown once, on a sheet to print or save. Once it is typed back, the code made before opens nothing any more.',
  once: 'This is the only time the code is shown.',
  vault: 'Vault: {{vault}}',
  does: 'What it does',
  doesText:
    'Opens this vault without the password: choose “Use recovery code” on the lock screen. A new password is set right after.',
  keep: 'Where to keep it',
  keepText:
    'On paper, with other valuables: a safe, a bank, a person of trust. Not on this computer and not in a photo. Whoever has it and the vault’s files can read every key.',
  print: 'Print',
  save: 'Save…',
  saved: 'Saved as {{file}}',
  savedOpens:
    'This file opens the vault. Move it to a stick that is put away, or print it, and delete it on this computer.',
  next: 'Type it back',
  typeBack: 'Type the code from the sheet. That proves it can be read, and makes it a way into the vault.',
  differs: 'This is not the code that was shown. Compare it group by group.',
  again: 'Show the code again',
  confirm: 'Confirm code',
  made: 'The recovery code opens the vault from now on',
  leaveTitle: 'Leave without a new code?',
  leaveText: 'The code shown was not typed back, so it opens nothing. What opened the vault before still does.',
  leave: 'Discard code',
  stay: 'Go on'
} as const

export const restoreEn = {
  title: 'Restore the backup of {{when}}',
  titleFile: 'Restore a backup file',
  holds_one: 'It holds {{count}} key.',
  holds_other: 'It holds {{count}} keys.',
  locks: 'The vault locks first.',
  aside: 'The vault that stands there now is moved aside in its folder, not deleted. The backup takes its place.',
  passwordOfThen: 'Enter the password the vault had when the backup was made; it opens the restored vault as well.',
  passwordThenFile:
    'Enter the password the backup was made under, then choose its file. It is proven before anything changes.',
  password: 'Password of the backup',
  restore: 'Restore backup',
  choose: 'Choose file and restore…',
  working: 'Checking every page, then restoring…',
  begun: 'The vault locked to restore a backup. Use the password the backup was made under.',
  done: 'The backup was restored. It opens with the password it was made under.'
} as const

export const accessEn = {
  title: 'Getting in',
  password: 'Password',
  passwordHelp: 'Opens the vault. It cannot be reset.',
  changePassword: 'Change password',
  present: 'Present password',
  change: 'Change password',
  changing: 'Changing the password…',
  passwordChanged: 'Password changed',
  olderBackups: 'Backups made so far open with the present password. Make a new one once it is changed.',
  codeMade: 'A recovery code was made. It opens the vault when the password is lost.',
  noCode: 'None was made. Without one, a lost password means a lost vault.',
  device: 'Unlock with this device',
  deviceHelp: 'The system’s keyring keeps a key that opens this vault here. The password always works as well.',
  deviceUnavailable:
    'This computer has no keyring that would keep a key safe. With one set up, such as GNOME Keyring or KWallet, start Keyquay again.',
  deviceOnTitle: 'Turn on device unlock',
  deviceOffTitle: 'Turn off device unlock',
  deviceOnText:
    'Whoever is signed in to this computer as you can then open the vault without the password. Reveals still ask for it.',
  deviceOffText: 'The key is removed from this computer’s keyring. The password opens the vault as before.',
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  deviceIsOn: 'This device opens the vault',
  deviceIsOff: 'This device opens the vault no more',
  dataKey: 'Data key',
  dataKeyHelp:
    'Encrypts everything in the vault. Rotate it when somebody may have had the vault’s files together with a way in.',
  rotate: 'Rotate data key',
  rotateText:
    'The vault is encrypted anew under a fresh key, checked, and swapped in. The password stays. A recovery code is replaced by a new one, shown right after. Backups made so far keep the old key.',
  rotating: 'Encrypting everything anew…',
  rotated: 'Data key rotated',
  newCodeTitle: 'New recovery code',
  newCodeText:
    'The code made before opens nothing any more; this one takes its place and is shown only now. Print or save it and destroy the old sheet.',
  keptCode: 'The code is kept'
} as const

export const backupsEn = {
  title: 'Backups',
  lead: 'Encrypted copies of the whole vault. Each opens with the password of its day.',
  make: 'Back up now',
  save: 'Save a copy…',
  restoreFile: 'Restore a file…',
  working: 'Writing the backup and checking every page…',
  made_one: 'Backup made: {{count}} key',
  made_other: 'Backup made: {{count}} keys',
  saved: 'Copy saved as {{file}}',
  table: 'Backups in the vault folder',
  when: 'Made',
  keys: 'Keys',
  size: 'Size',
  actions: 'Actions',
  check: 'Check',
  checkOf: 'Check the backup of {{when}}',
  checkTitle: 'Check the backup of {{when}}',
  checkText: 'Opens the backup with the password it was made under and reads every page. Nothing is changed.',
  checkAction: 'Check backup',
  checking: 'Reading every page…',
  whole_one: 'Whole: {{count}} key',
  whole_other: 'Whole: {{count}} keys',
  restore: 'Restore',
  restoreOf: 'Restore the backup of {{when}}',
  schedule: 'Backups by itself',
  byItself: 'Back up by itself',
  every_one: 'Every day',
  every_other: 'Every {{count}} days',
  keep: 'Keep',
  newest_one: 'The newest',
  newest_other: 'The newest {{count}}'
} as const
