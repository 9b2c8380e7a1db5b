import type { ErrorCode } from '@contract/errors'

/** What a failure's text leaves to the place it is shown in: the command that goes on from there. */
const HINTS: Partial<Record<ErrorCode, string>> = {
  'vault-folder-missing': '`kq vault list` shows the others, `kq vault open` goes to one.',
  'vault-folder-silent': '`kq vault list` shows the others, `kq vault open` goes to one.',
  'vault-choice-damaged': '`kq vault open FOLDER` opens one, `kq vault open --own` Keyquay’s own.',
  'provider-outcome-unknown': '`kq unfinished` shows it; `kq unfinished look` asks the provider.',
  'rotation-running': '`kq rotate --status` shows where it stands.',
  'rotation-not-found': '`kq rotate --status` lists the rotations that are under way.',
  'rotation-step-refused': '`kq rotate --status` shows what may be done now.',
  'unfinished-not-found': '`kq unfinished` lists what is open.',
  'connection-not-found': '`kq connection list` shows which there are.',
  'connection-in-use': '`kq connection rm --keep-keys` leaves them in the vault and no longer follows them.',
  'credential-missing': '`kq connection edit NAME --credential ID` enters it.',
  'provider-credential-refused': '`kq connection edit NAME --credential ID` enters a new one.',
  'key-not-connected': '`kq connection keys CONNECTION` lists what can be adopted.',
  'key-format-mismatch': '--any-format stores it anyway.',
  'url-private': '`kq connection edit NAME --allow-private` allows them.',
  'env-name-twice': 'NAME=KEY in place of the key gives it another.',
  'env-file-symlink': '--follow-link writes the file it leads to.',
  'binding-not-found': '`kq env status` shows which there are.',
  'project-not-found': '`kq env project add FOLDER` makes one; `kq env project` lists them.',
  'undo-not-possible': '`kq env undo --list` shows which there are.',
  'run-name-ambiguous': '--env-file FILE says which counts.',
  'reference-unknown': '`kq list` shows the keys, `kq show NAME` the reference of one.',
  'provider-tls-failed': '`kq connection edit NAME --ca FILE` adds its authority.'
}

export function hintFor(code: ErrorCode): string | null {
  return HINTS[code] ?? null
}
