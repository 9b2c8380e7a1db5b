import type { ErrorCode } from './errors'

/** What a person is told: what happened, what was kept, what to do. `{{name}}` stands for a detail of the error. */
export interface ErrorText {
  readonly happened: string
  readonly kept: string
  readonly next: string
}

export const errorTexts: Readonly<Record<ErrorCode, ErrorText>> = {
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
    kept: 'It was left exactly as it is.',
    next: 'Restore the latest backup; keep the damaged file until that worked.'
  },
  'vault-database-empty': {
    happened: 'The vault’s database {{file}} is empty although the vault was in use.',
    kept: 'Both files were left exactly as they are.',
    next: 'Restore the latest backup, or bring the file back from your own.'
  },
  'vault-database-missing': {
    happened: 'The vault’s database {{file}} is missing.',
    kept: 'The header beside it was left as it is.',
    next: 'Bring the file back, or restore the latest backup.'
  },
  'vault-header-missing': {
    happened: 'The vault’s header {{file}} is missing; without it the database cannot be opened.',
    kept: 'The database was left exactly as it is.',
    next: 'Bring the file back, or restore the latest backup.'
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
  },
  'manifest-invalid': {
    happened: 'The manifest {{file}} is wrong at {{path}}: {{expected}}.',
    kept: 'The other connectors work as before.',
    next: 'Correct that place and try again; kq connector check shows every mistake.'
  },
  'connector-not-found': {
    happened: 'There is no connector called {{connector}}.',
    kept: 'Nothing was changed.',
    next: 'See which there are with kq connector list.'
  },
  'connection-not-found': {
    happened: 'There is no connection called {{name}}.',
    kept: 'Nothing was changed.',
    next: 'Choose one of the list, or add it.'
  },
  'connection-in-use': {
    happened: 'The connection {{name}} still has {{keys}} keys.',
    kept: 'Nothing was changed.',
    next: 'Move or delete these keys first, or keep the connection.'
  },
  'credential-missing': {
    happened: 'The connection {{connection}} has no {{credential}}, which this needs.',
    kept: 'Nothing was changed.',
    next: 'Enter it in the connection’s settings.'
  },
  'operation-not-offered': {
    happened: '{{provider}} does not offer this through its interface ({{operation}}).',
    kept: 'Nothing was changed.',
    next: 'Do it in the provider’s console; Keyquay says where.'
  },
  'url-invalid': {
    happened: 'This address cannot be used.',
    kept: 'Nothing was changed.',
    next: 'Enter a full address without a user name or password, such as https://api.example.com.'
  },
  'url-not-https': {
    happened: '{{host}} would be called without encryption.',
    kept: 'Nothing was sent.',
    next: 'Use https; http is for this computer only.'
  },
  'url-private': {
    happened: '{{host}} leads to an address inside a private network.',
    kept: 'Nothing was sent.',
    next: 'If that is meant, allow private addresses in this connection’s settings.'
  },
  'url-other-host': {
    happened: 'The request would have gone to {{host}}, which is not this connection’s host.',
    kept: 'Nothing was sent.',
    next: 'Correct the manifest or the connection’s paths.'
  },
  'provider-unreachable': {
    happened: '{{host}} cannot be reached.',
    kept: 'Everything in the vault is as before.',
    next: 'Check the network and the address, then try again.'
  },
  'provider-timeout': {
    happened: '{{host}} did not answer within {{seconds}} seconds.',
    kept: 'Everything in the vault is as before.',
    next: 'Try again in a while.'
  },
  'provider-tls-failed': {
    happened: 'The certificate of {{host}} is not trusted.',
    kept: 'Nothing was sent.',
    next: 'Check the address; for a server with its own authority, add its CA file to the connection.'
  },
  'provider-redirected': {
    happened: '{{host}} sent the request on to another address.',
    kept: 'It was not followed, so no credential left for there.',
    next: 'Correct the base URL of this connection.'
  },
  'provider-answer-too-large': {
    happened: 'The answer of {{host}} is larger than {{limitBytes}} bytes.',
    kept: 'It was cut off and not used.',
    next: 'Check the base URL of this connection.'
  },
  'provider-answer-unreadable': {
    happened: 'The answer of {{host}} is not what its manifest says: {{expected}}.',
    kept: 'The vault is as before.',
    next: 'Check the base URL; if it is right, correct the path or field in this connection’s settings.'
  },
  'provider-credential-refused': {
    happened: '{{host}} does not accept the credential.',
    kept: 'The vault is as before.',
    next: 'The credential may have expired or been revoked: enter a new one in the connection’s settings.'
  },
  'provider-forbidden': {
    happened: '{{host}} does not allow this: “{{message}}”',
    kept: 'The vault is as before.',
    next: 'The credential may lack a role or the plan this needs.'
  },
  'provider-limit-reached': {
    happened: 'The limit at {{host}} is reached: “{{message}}”',
    kept: 'No key was created.',
    next: 'Revoke a key that is not needed, or ask the provider for more.'
  },
  'provider-rate-limited': {
    happened: '{{host}} asks to wait {{retryAfterSeconds}} s.',
    kept: 'The vault is as before.',
    next: 'Try again after that.'
  },
  'provider-not-found': {
    happened: '{{host}} does not know this key or address.',
    kept: 'The vault is as before.',
    next: 'Compare with the provider’s own list; it may have been deleted there.'
  },
  'provider-conflict': {
    happened: 'The key was changed at {{host}} meanwhile.',
    kept: 'Nothing was overwritten.',
    next: 'Look at it as it is now and make the change again.'
  },
  'provider-rejected': {
    happened: '{{host}} refused the request ({{status}}): “{{message}}”',
    kept: 'The vault is as before.',
    next: 'Correct what it names and try again.'
  },
  'provider-failed': {
    happened: '{{host}} has trouble of its own ({{status}}).',
    kept: 'The vault is as before.',
    next: 'Try again in a while.'
  },
  'provider-outcome-unknown': {
    happened: 'It is not known whether the provider carried this out for {{name}}.',
    kept: 'It is written down as unfinished, and nothing is sent a second time by itself.',
    next: 'Open Unfinished to look at the provider and settle it.'
  },
  'scope-unknown': {
    happened: 'The provider has no scope {{scope}}.',
    kept: 'Nothing was changed.',
    next: 'Choose one of its list.'
  },
  'ip-range-invalid': {
    happened: '{{range}} is not an IP address or range.',
    kept: 'Nothing was changed.',
    next: 'Write it like 203.0.113.0/24 or 2001:db8::/32.'
  },
  'key-format-mismatch': {
    happened: 'This does not look like a key of {{provider}} ({{expected}}).',
    kept: 'It was not stored.',
    next: 'Copy the whole value again, or store it anyway.'
  },
  'key-not-connected': {
    happened: 'The key {{name}} is not tied to a key at a provider.',
    kept: 'Nothing was changed.',
    next: 'Adopt it from the connection’s list first.'
  },
  'rotation-running': {
    happened: 'A rotation of {{name}} is under way.',
    kept: 'Nothing was changed.',
    next: 'Finish or abort it first.'
  },
  'vault-restored': {
    happened: 'The vault was restored from a backup, and the provider may have moved on since.',
    kept: 'Nothing is done by itself.',
    next: 'Compare with the provider’s list, then continue or abort.'
  },
  'rotation-not-found': {
    happened: 'This rotation is over.',
    kept: 'Nothing was changed.',
    next: 'Look at the key for how it stands now.'
  },
  'view-not-found': {
    happened: 'This saved view is not there any more.',
    kept: 'All other views are as they were.',
    next: 'Save it as a new one.'
  },
  'rotation-step-refused': {
    happened: 'The rotation cannot do this now; it stands at {{step}}.',
    kept: 'Nothing was changed.',
    next: 'Follow the step that is shown.'
  },
  'unfinished-not-found': {
    happened: 'This has been settled already.',
    kept: 'Nothing was changed.',
    next: 'Look at the key for how it stands now.'
  },
  'env-file-missing': {
    happened: 'There is no file {{file}}.',
    kept: 'Nothing was changed.',
    next: 'Choose another, or let Keyquay create it.'
  },
  'env-file-symlink': {
    happened: '{{file}} is a link to {{target}}.',
    kept: 'Nothing was written.',
    next: 'Allow it if that file is meant, or choose the file itself.'
  },
  'env-file-outside': {
    happened: '{{file}} lies outside {{folder}}.',
    kept: 'Nothing was written.',
    next: 'Choose a file inside the project’s folder.'
  },
  'env-file-hard-linked': {
    happened: '{{file}} has another name elsewhere on this disk.',
    kept: 'Nothing was written.',
    next: 'Make it a file of its own, then try again.'
  },
  'env-file-not-regular': {
    happened: '{{file}} is not an ordinary file.',
    kept: 'Nothing was written.',
    next: 'Choose another file.'
  },
  'env-file-foreign': {
    happened: '{{file}} belongs to another user.',
    kept: 'Nothing was written.',
    next: 'Choose a file of your own.'
  },
  'env-file-changed': {
    happened: '{{file}} was changed by another program meanwhile.',
    kept: 'Nothing was overwritten.',
    next: 'Look at the change and write again.'
  },
  'env-file-unreadable': {
    happened: '{{file}} cannot be edited safely because of its line {{line}}.',
    kept: 'Nothing was written.',
    next: 'Mend that line by hand, then try again.'
  },
  'env-file-unwritable': {
    happened: '{{file}} cannot be written.',
    kept: 'It is as it was.',
    next: 'Check the permissions of the file and its folder.'
  },
  'env-name-invalid': {
    happened: '{{name}} is not a name that env files accept.',
    kept: 'Nothing was written.',
    next: 'Use letters, digits and _, not starting with a digit.'
  },
  'env-name-twice': {
    happened: '“{{one}}” and “{{other}}” would both be written as {{name}}, and a file can hold one of them only.',
    kept: 'Nothing was written.',
    next: 'Give one of them another name in the file.'
  },
  'binding-not-found': {
    happened: 'This binding is gone.',
    kept: 'Nothing was changed.',
    next: 'Look at the key’s env files as they are now.'
  },
  'undo-not-possible': {
    happened: '{{file}} was changed since, so the write cannot be undone.',
    kept: 'The file is as it is; the previous bytes stay in the vault.',
    next: 'Compare and edit it by hand.'
  },
  'project-not-found': {
    happened: 'There is no project called {{name}}.',
    kept: 'Nothing was changed.',
    next: 'Choose one of the list, or add its folder.'
  },
  'preview-forgotten': {
    happened: 'This preview is no longer held.',
    kept: 'Nothing was written.',
    next: 'Look at the change again, then write it.'
  },
  'undo-not-found': {
    happened: 'This write can no longer be undone; only the newest are kept.',
    kept: 'Nothing was changed.',
    next: 'Edit the file by hand.'
  },
  'repository-missing': {
    happened: '{{folder}} is not in a Git repository, or Git is not installed.',
    kept: 'Nothing was changed.',
    next: 'Choose a folder of a repository, or look at the folder itself.'
  },
  'clipboard-failed': {
    happened: 'The clipboard did not answer.',
    kept: 'The key stays in the vault.',
    next: 'Try again, or reveal the key instead.'
  },
  'settings-unwritable': {
    happened: 'The settings file {{file}} cannot be written.',
    kept: 'The choice holds until Keyquay quits.',
    next: 'Check the permissions of that file.'
  },
  'link-refused': {
    happened: 'This address is not on the list of pages Keyquay opens.',
    kept: 'Nothing was opened.',
    next: 'Copy the address and open it yourself if you trust it.'
  },
  'call-unknown': {
    happened: 'This was asked of a Keyquay that does not know it.',
    kept: 'Nothing was changed.',
    next: 'Use the same version of the app and of kq.'
  },
  'sender-refused': {
    happened: 'The request did not come from Keyquay’s own window.',
    kept: 'Nothing was changed.',
    next: 'Close the window and open it again.'
  },
  'input-invalid': {
    happened: 'This value is not accepted: {{path}} ({{expected}}).',
    kept: 'Nothing was changed.',
    next: 'Correct it and try again.'
  },
  'env-name-dangerous': {
    happened:
      '{{name}} decides what code programs load or whom they trust, so it is not set from a vault or an env file.',
    kept: 'Nothing was started.',
    next: 'Take it out, or set it in the shell before the command.'
  },
  'env-name-unattended': {
    happened: '{{name}} decides what code programs load or whom they trust, so Keyquay does not write it by itself.',
    kept: 'The file was left as it is, and the old value still works.',
    next: 'Go on with the rotation yourself, or end the binding.'
  },
  'reference-malformed': {
    happened: '{{name}} begins with keyquay:// and names no key.',
    kept: 'Nothing was started.',
    next: 'Write keyquay://key/ID or keyquay://PROVIDER/NAME.'
  },
  'reference-unknown': {
    happened: '{{name}} refers to {{reference}}, and there is no such key.',
    kept: 'Nothing was started.',
    next: 'Correct the reference, or add the key.'
  },
  'command-not-found': {
    happened: 'There is no program called {{command}}.',
    kept: 'Nothing was started.',
    next: 'Check its spelling and the search path.'
  },
  'command-not-executable': {
    happened: '{{command}} cannot be run.',
    kept: 'Nothing was started.',
    next: 'Check that it is a program and that you may run it.'
  },
  'run-name-ambiguous': {
    happened: '{{name}} is bound to one key in {{one}} and to another in {{other}}.',
    kept: 'Nothing was started.',
    next: 'Say which file counts.'
  },
  'reminder-not-found': {
    happened: 'This reminder is not there any more.',
    kept: 'Nothing was changed.',
    next: 'Look at the list again; its key or its rule may have changed.'
  },
  'channel-not-found': {
    happened: 'This channel is not there any more.',
    kept: 'Nothing was sent.',
    next: 'Set it up again, or take it out of the rules that name it.'
  },
  'channel-secret-needed': {
    happened: 'This would send the channel’s password to another place, or in another way, than it was entered for.',
    kept: 'The channel is unchanged and nothing was sent.',
    next: 'Enter the password, or the address of the webhook, again with the change.'
  },
  'channel-unreachable': {
    happened: '{{host}} cannot be reached.',
    kept: 'The reminder waits and is sent again.',
    next: 'Check the address and the network.'
  },
  'channel-refused': {
    happened: '{{host}} refused the reminder (status {{status}}).',
    kept: 'The reminder stays in the list.',
    next: 'Check the channel’s address and rights, then send it again.'
  },
  'channel-login-refused': {
    happened: '{{host}} refused the login.',
    kept: 'The reminder stays in the list.',
    next: 'Enter the user name and password of the mail account again.'
  },
  'channel-tls-failed': {
    happened: 'The connection to {{host}} could not be secured.',
    kept: 'Nothing was sent over it.',
    next: 'Check the port, the kind of encryption and the server’s certificate.'
  },
  'locked-schedule-unavailable': {
    happened: 'This computer has no keyring that would keep the schedule safe ({{backend}}).',
    kept: 'Nothing was stored outside the vault.',
    next: 'Choose counts or nothing while locked, or set up the system’s keyring.'
  },
  'grant-denied': {
    happened: 'This was not allowed in Keyquay.',
    kept: 'Nothing was given out or changed.',
    next: 'It is not asked about again for a minute; then run it again and allow it there.'
  },
  'grant-timed-out': {
    happened: 'Nobody answered in Keyquay within {{seconds}} s.',
    kept: 'Nothing was given out or changed.',
    next: 'Run it again and allow it in the window.'
  },
  'grant-needs-password': {
    happened: 'The vault was unlocked in another terminal, and this one is not allowed to use it.',
    kept: 'Nothing was given out or changed.',
    next: 'Run kq unlock here and give the master password.'
  },
  'grant-queue-full': {
    happened: 'Too many programs wait to be allowed in Keyquay.',
    kept: 'Nothing was given out or changed.',
    next: 'Answer those in the window first, then run it again.'
  },
  'grant-request-gone': {
    happened: 'The program that asked has stopped waiting.',
    kept: 'Nothing was allowed.',
    next: 'Let it ask again.'
  },
  'agent-not-for': {
    happened: 'The running Keyquay does not do this for a terminal ({{call}}).',
    kept: 'Nothing was changed.',
    next: 'Do it in the window, or run it again with --no-agent and give the master password.'
  },
  'agent-not-answering': {
    happened: 'Keyquay is running, and does not answer.',
    kept: 'Nothing was changed.',
    next: 'Quit it and start it again, or run this again with --no-agent and give the master password.'
  },
  'agent-other-version': {
    happened: 'The running Keyquay is version {{theirs}}, and this kq is {{ours}}.',
    kept: 'Nothing was sent.',
    next: 'Quit it and start it again, or run this again with --no-agent and give the master password.'
  },
  'agent-untrusted': {
    happened: 'Others could answer in Keyquay’s place at {{place}}.',
    kept: 'Nothing was sent.',
    next: 'Make it a folder of your own with mode 0700, or remove it and start Keyquay again.'
  },
  'agent-not-started': {
    happened: 'The agent that holds the vault open could not be started.',
    kept: 'The vault is locked.',
    next: 'See the log, or use kq without it: each command then asks for the password.'
  },
  'input-too-large': {
    happened: 'This is larger than Keyquay takes at once ({{limitBytes}} bytes).',
    kept: 'Nothing was changed.',
    next: 'Make it smaller or split it.'
  },
  cancelled: { happened: 'This was cancelled.', kept: 'Nothing was changed.', next: 'Start it again when ready.' },
  internal: {
    happened: 'Something went wrong inside Keyquay.',
    kept: 'What was saved before is safe.',
    next: 'Try again; if it stays, report the id below with the log.'
  }
}

/** The English sentence for a failure: one line, details filled in. Details hold names and paths, never a secret. */
export function describeError(code: ErrorCode, details: Readonly<Record<string, unknown>>): string {
  const text = errorTexts[code]
  const { retryAfterMs } = details
  const values: Record<string, unknown> =
    typeof retryAfterMs === 'number'
      ? { ...details, retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1000)) }
      : { ...details }
  return `${text.happened} ${text.kept} ${text.next}`.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    shown(values[name])
  )
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
