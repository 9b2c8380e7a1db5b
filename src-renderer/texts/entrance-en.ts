/** What stands before an open vault: first run, lock screen, what is damaged. */
export const firstRunEn = {
  title: 'A vault for your API keys',
  lead: 'Keyquay keeps the keys of every service in one encrypted file on this computer, and nowhere else.',
  pointVault: 'Encrypted with your password. No account, no cloud.',
  pointFind: 'Every key with its provider, project and expiry date.',
  pointLeave: 'A secret leaves when you reveal or copy it, and the audit trail says so.',
  form: 'Create your vault',
  password: 'Master password',
  confirmation: 'Repeat password',
  hint: 'Hint',
  hintWarning: 'Optional. Anyone at this computer can read it, so never put the password here.',
  hintIsPassword: 'The hint must not contain the password.',
  noReset: 'This password cannot be reset. Without it nobody can open the vault.',
  create: 'Create vault',
  empty: 'Enter a password.',
  tooWeak: 'Too weak to protect a vault. Several unrelated words make it strong.',
  mismatch: 'The two passwords differ.',
  place: 'Stored in {{folder}}',
  show: 'Show password',
  hasBackup: 'Used Keyquay before?',
  restore: 'Restore a backup'
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
  kept: 'What was kept',
  next: 'What to do',
  folder: 'Vault folder',
  restoreNewest: 'Restore the backup of {{when}}',
  chooseFile: 'Choose a backup file…',
  noBackup: 'No backup lies in the vault folder.'
} as const

export const bootEn = { title: 'Keyquay could not start' } as const
