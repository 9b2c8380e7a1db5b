/** What stands before an open vault: first run, lock screen, what is damaged. */
export const firstRunEn = {
  title: 'A vault for your API keys',
  lead: 'Keyquay keeps your keys in one encrypted file on this computer, and manages them at the services that issued them.',
  pointVault: 'Encrypted with your password. No account, no cloud.',
  pointManage: 'Create, rotate and revoke at the provider, here or with kq.',
  pointWrite: 'Right in your .env files, with a word before they expire.',
  pointLeave: 'A secret leaves when you reveal or copy it, and the audit trail says so.',
  form: 'Create your vault',
  password: 'Master password',
  confirmation: 'Repeat password',
  hint: 'Hint',
  hintWarning: 'Optional. Anyone at this computer can read it, so never put the password here.',
  hintIsPassword: 'The hint must not contain the password.',
  noReset: 'This password cannot be reset. Without it or a recovery code nobody can open the vault.',
  create: 'Create vault',
  empty: 'Enter a password.',
  tooWeak: 'Too weak to protect a vault. Several unrelated words make it strong.',
  mismatch: 'The two passwords differ.',
  place: 'Stored in {{folder}}',
  show: 'Show password',
  hasVault: 'Used Keyquay before?',
  openFolder: 'Open an existing vault folder',
  openFolderText: 'On this computer, a stick or a share. It stays where it is.',
  restore: 'Restore a backup',
  restoreText: 'From a .keyquay file and the password of its day.'
} as const

export const strengthEn = {
  label: 'Password strength',
  none: 'Several unrelated words are stronger than symbols.',
  tooWeak: 'Too weak',
  weak: 'Weak',
  fair: 'Fair',
  strong: 'Strong',
  advice: {
    straightRow: 'A row of the keyboard is easy to guess.',
    keyPattern: 'A keyboard pattern is easy to guess.',
    simpleRepeat: 'Repeated characters are easy to guess.',
    extendedRepeat: 'A repeated pattern is easy to guess.',
    sequences: 'A sequence like abc is easy to guess.',
    recentYears: 'Recent years are easy to guess.',
    dates: 'Dates are easy to guess.',
    topTen: 'This is one of the most used passwords.',
    topHundred: 'This is a frequently used password.',
    common: 'This is a commonly used password.',
    similarToCommon: 'This is close to a commonly used password.',
    wordByItself: 'A single word is easy to guess.',
    namesByThemselves: 'A single name is easy to guess.',
    commonNames: 'Common names are easy to guess.',
    more: 'Add another word or two that are less common.',
    good: 'Hard to guess.'
  }
} as const

export const lockEn = {
  title: 'Unlock {{vault}}',
  password: 'Master password',
  unlock: 'Unlock',
  unlocking: 'Unlocking…',
  locking: 'Locking…',
  showHint: 'Show hint',
  hint: 'Hint: {{hint}}',
  wrong: 'Wrong password. Check Caps Lock and the keyboard layout.',
  wrongCode: 'This code does not open the vault.',
  malformed: 'Not a recovery code, or a character is mistyped. Compare it group by group.',
  deviceFailed: 'This device could not open the vault. Use the password.',
  device: 'Unlock with this device',
  useCode: 'Use recovery code',
  usePassword: 'Use password',
  wait_one: 'Too many attempts. Wait {{count}} second.',
  wait_other: 'Too many attempts. Wait {{count}} seconds.',
  reason: {
    start: 'Locked',
    user: 'Locked',
    idle: 'Locked after a while without use',
    suspend: 'Locked because the computer went to sleep',
    'screen-lock': 'Locked together with the screen',
    quit: 'Locked',
    failure: 'Locked after an error; nothing was lost'
  }
} as const

export const damagedEn = {
  title: 'This vault cannot be opened',
  missingTitle: 'This vault is not there',
  silentTitle: 'This vault’s disk or share does not answer',
  unknownTitle: 'Which vault to open is not known',
  kept: 'What was kept',
  next: 'What to do',
  folder: 'Vault folder',
  restoreNewest: 'Restore the backup of {{when}}',
  chooseFile: 'Choose a backup file…',
  noBackup: 'No backup lies in the vault folder.',
  stillMissing: 'Looked again: it is still not there.',
  stillSilent: 'Looked again: it still does not answer.'
} as const

/** Which vault is used. */
export const vaultsEn = {
  title: 'Vaults',
  list: 'Known vaults',
  others: 'Other vaults…',
  own: 'in Keyquay’s own folder',
  current: 'In use',
  standing: { absent: 'not made yet', missing: 'not there now', silent: 'does not answer', damaged: 'damaged' },
  open: 'Open',
  openOf: 'Open {{vault}}',
  make: 'Make',
  makeOf: 'Make {{vault}}',
  forget: 'Take out of this list',
  forgetOf: 'Take {{vault}} out of this list',
  chooseFolder: 'Open a vault folder…',
  openTitle: 'Open {{vault}}?',
  locksFirst: 'The vault that is open locks first. It stays where it is.',
  listDamaged: 'The list of vaults was damaged and is kept aside. Open the folder of your vault once more.',
  synced:
    '{{program}} copies this folder. Keep the vault open on one computer at a time: of two that write meanwhile, one loses what it wrote.',
  network:
    'This folder lies on another computer. Locks do not hold everywhere there: use it from one computer at a time.',
  readOnly: 'This folder cannot be written to, so the vault opens for reading only.',
  openToOthers: 'Other users of this computer can reach its files. They are encrypted; a folder of your own is better.',
  exchangeable:
    'Other users of this computer can put another folder in its place, in {{folder}}. A folder of your own is better.'
} as const

/** What a new vault offers once. */
export const welcomeEn = {
  title: 'Bring your keys',
  lead: 'They are looked at on this computer. Nothing enters the vault before you say which.',
  file: 'Import…',
  fileText: '1Password, Bitwarden, KeePass, CSV, a .env file',
  project: 'Open a project…',
  projectText: 'Its .env files, with each key’s provider recognised',
  scan: 'Scan a folder…',
  scanText: 'Finds keys that lie about in files',
  provider: 'Connect a provider…',
  providerText: 'Lists the keys you have there already',
  drop: 'A file dropped on this window does as well.',
  byHand: 'Add one by hand',
  dismiss: 'Start empty'
} as const

export const bootEn = { title: 'Keyquay could not start' } as const
