import type { ErrorText } from '../error-text'
import type { ErrorCode } from '../errors'

/** What went wrong with the app itself: its window, its calls, reminders and terminals. */
export const appErrorTexts = {
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
} satisfies Partial<Record<ErrorCode, ErrorText>>
