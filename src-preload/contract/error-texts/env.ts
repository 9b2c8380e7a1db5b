import type { ErrorText } from '../error-text'
import type { ErrorCode } from '../errors'

/** What went wrong with env files, projects, and commands that are run with keys. */
export const envErrorTexts = {
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
  }
} satisfies Partial<Record<ErrorCode, ErrorText>>
