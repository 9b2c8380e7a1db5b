import type { ErrorText } from '../error-text'
import type { ErrorCode } from '../errors'

/** What went wrong with the vault, the disk under it, its keys, backups and imports. */
export const vaultErrorTexts = {
  'vault-absent': {
    happened: 'There is no vault in {{folder}}.',
    kept: 'Nothing was changed.',
    next: 'Create one, or choose the folder that holds it.'
  },
  'vault-exists': {
    happened: 'There is a vault in {{folder}} already.',
    kept: 'It was not touched.',
    next: 'Unlock it, or choose another folder for a new one.'
  },
  'vault-locked': { happened: 'The vault is locked.', kept: 'Nothing was changed.', next: 'Unlock it and try again.' },
  'vault-busy': {
    happened: 'Another Keyquay is working on this vault.',
    kept: 'Nothing was changed.',
    next: 'Close the other window or wait for its command to end, then try again.'
  },
  'vault-damaged': {
    happened: 'The vault’s file {{file}} is damaged.',
    kept: 'It was left exactly as it is, and so were the other files of the vault.',
    next: 'Restore the latest backup; keep the damaged file until that worked.'
  },
  'vault-database-empty': {
    happened: 'The database {{file}}, which holds the vault’s keys, is empty although the vault was in use.',
    kept: 'The empty database and vault.json, by which the password opens it, were left exactly as they are.',
    next: 'Restore the latest backup, or put the database back from a copy of your own.'
  },
  'vault-database-missing': {
    happened: 'The database {{file}}, which holds the vault’s keys, is missing.',
    kept: 'vault.json, by which the password opens it, was left exactly as it is.',
    next: 'Restore the latest backup, or put the database back from a copy of your own.'
  },
  'vault-header-missing': {
    happened: 'The file {{file}} is missing, by which the password opens the vault’s database.',
    kept: 'The database, which holds the keys, was left exactly as it is.',
    next: 'Restore the latest backup, or put the file back from a copy of your own.'
  },
  'vault-newer': {
    happened: 'This vault was written by a newer Keyquay (format {{found}}; this one knows {{known}}).',
    kept: 'It was not touched.',
    next: 'Update Keyquay and open it again.'
  },
  'vault-read-only': {
    happened: 'The folder {{folder}} cannot be written to, so the vault is open for reading only.',
    kept: 'Nothing was changed.',
    next: 'Make the folder writable, lock and unlock again.'
  },
  'vault-folder-unusable': {
    happened: 'The folder {{folder}} cannot be used for a vault.',
    kept: 'Nothing was written there.',
    next: 'Choose a folder of your own that can be written to.'
  },
  'vault-folder-missing': {
    happened: 'The vault’s folder {{folder}} is not there.',
    kept: 'Nothing was made in its place.',
    next: 'Connect the disk or share it lies on and try again, or open another vault.'
  },
  'vault-folder-silent': {
    happened: 'The disk or share with {{folder}} does not answer.',
    kept: 'Nothing was opened, and nothing was made in its place.',
    next: 'Connect it again and try once more, or open another vault.'
  },
  'vault-folder-changed': {
    happened: 'Another vault lies in {{folder}} now than the one that was shown.',
    kept: 'It was not opened; the vault used before is still the one.',
    next: 'Look at the folder again.'
  },
  'vault-choice-damaged': {
    happened: 'Which vault was used cannot be told: the list of vaults, vaults.json, is damaged.',
    kept: 'No vault was opened or changed.',
    next: 'Open the vault again by its folder, or Keyquay’s own; the damaged list is kept aside.'
  },
  'vault-choice-unwritable': {
    happened: 'The list of vaults {{file}} cannot be written.',
    kept: 'Keyquay stays with the vault it has.',
    next: 'Check the permissions of that file and its folder, then try again.'
  },
  'vault-held-by-window': {
    happened: 'The Keyquay window has the present vault.',
    kept: 'Nothing was changed.',
    next: 'Choose the other vault in the window, or quit it and run this again.'
  },
  'wrong-password': {
    happened: 'The password is wrong, or the vault’s header is damaged.',
    kept: 'Nothing was changed.',
    next: 'Try again; mind the keyboard layout and Caps Lock.'
  },
  'too-many-attempts': {
    happened: 'Too many wrong passwords in a row.',
    kept: 'Nothing was changed.',
    next: 'Wait {{retryAfterSeconds}} s and try again.'
  },
  'kdf-too-weak': {
    happened: 'The vault’s header asks for less key stretching than Keyquay accepts; someone may have changed it.',
    kept: 'Nothing was opened or changed.',
    next: 'Restore the header from a backup you trust.'
  },
  'kdf-too-strong': {
    happened: 'The vault’s header asks for more memory or time than Keyquay allows; it may be damaged.',
    kept: 'Nothing was opened or changed.',
    next: 'Restore the header from a backup you trust.'
  },
  'password-needed-again': {
    happened: 'This needs the password once more.',
    kept: 'Nothing was shown or changed.',
    next: 'Enter the password to go on.'
  },
  'recovery-code-malformed': {
    happened: 'This is not a recovery code, or one of its characters is mistyped.',
    kept: 'Nothing was changed.',
    next: 'Compare it with the printed kit, group by group.'
  },
  'recovery-code-gone': {
    happened: 'The recovery code is no longer shown.',
    kept: 'No file was written.',
    next: 'Make a new code, and save its sheet while it is shown.'
  },
  'no-such-slot': {
    happened: 'This vault has no such way to be unlocked.',
    kept: 'Nothing was changed.',
    next: 'Use the password.'
  },
  'device-unlock-unavailable': {
    happened: 'This computer offers no safe place for a device key ({{backend}}).',
    kept: 'Nothing was written.',
    next: 'Use the password, or set up the system’s keyring first.'
  },
  'device-unlock-failed': {
    happened: 'The key kept on this device no longer opens the vault.',
    kept: 'The vault was not touched.',
    next: 'Use the password, then turn device unlock on again.'
  },
  'disk-full': {
    happened: 'The disk is full.',
    kept: 'What was saved before is safe; this change was not saved.',
    next: 'Free some space and try again.'
  },
  'disk-failed': {
    happened: 'The disk reported an error.',
    kept: 'What was saved before is safe; this change was not saved.',
    next: 'Check the disk, make a backup elsewhere and try again.'
  },
  'file-unreadable': {
    happened: 'The file {{file}} cannot be read.',
    kept: 'Nothing was changed.',
    next: 'Check that it exists and that it may be read.'
  },
  'file-exists': {
    happened: 'The file {{file}} exists already.',
    kept: 'It was not overwritten.',
    next: 'Choose another name.'
  },
  'command-name-taken': {
    happened: '{{file}} is there already and is not Keyquay’s.',
    kept: 'It was left as it is.',
    next: 'Move it away and try again.'
  },
  'command-not-placed': {
    happened: 'The command at {{file}} could not be changed.',
    kept: 'Nothing else was changed.',
    next: 'Check that its folder is yours to write to, and that the disk has room.'
  },
  'key-not-found': {
    happened: 'There is no key “{{name}}” in this vault.',
    kept: 'Nothing was changed.',
    next: 'Look it up in the list; it may lie in the bin.'
  },
  'key-ambiguous': {
    happened: '{{count}} keys are called “{{name}}”.',
    kept: 'Nothing was changed.',
    next: 'Name the key by its id.'
  },
  'secret-not-kept': {
    happened: 'The secret of “{{name}}” is not kept in the vault; only its preview and fingerprint are.',
    kept: 'Nothing was changed.',
    next: 'Create a new key at the provider if the value is lost.'
  },
  'secret-not-for-env': {
    happened: 'The secret of “{{name}}” holds characters that readers of .env files understand differently.',
    kept: 'Nothing was written or copied.',
    next: 'Copy it as export, JSON or its value alone.'
  },
  'format-needs-env-name': {
    happened: '“{{name}}” has no env name, which this format needs.',
    kept: 'The clipboard was not changed.',
    next: 'Give the key an env name, or copy its value alone.'
  },
  'backup-damaged': {
    happened: 'The backup {{file}} is damaged or incomplete.',
    kept: 'The vault in use was not touched.',
    next: 'Use another backup.'
  },
  'backup-of-another-vault': {
    happened: 'The backup {{file}} belongs to another vault.',
    kept: 'The vault in use was not touched.',
    next: 'Choose a backup of this vault, or restore it to a folder of its own.'
  },
  'import-unreadable': {
    happened: 'The file {{file}} could not be understood.',
    kept: 'Nothing was imported.',
    next: 'Check that the format chosen is the file’s own.'
  },
  'import-encrypted': {
    happened: 'The file {{file}} is an encrypted export, which only the program that made it can read.',
    kept: 'Nothing was imported.',
    next: 'Export it again there without encryption, import that and remove it.'
  },
  'import-forgotten': {
    happened: 'What was read from the file is no longer held.',
    kept: 'Nothing was imported.',
    next: 'Choose the file again.'
  }
} satisfies Partial<Record<ErrorCode, ErrorText>>
