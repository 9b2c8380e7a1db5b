import type { ErrorCode } from '@contract/errors'

/** What `kq` ends with; documented in docs/cli.md. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  unknown: 3,
  due: 3,
  locked: 4,
  noSuchKey: 5,
  noVault: 6,
  notExecutable: 126,
  notFound: 127
} as const

const BY_CODE: Partial<Record<ErrorCode, number>> = {
  'input-invalid': EXIT.usage,
  'input-too-large': EXIT.usage,
  'scope-unknown': EXIT.usage,
  'ip-range-invalid': EXIT.usage,
  'key-format-mismatch': EXIT.usage,
  'url-invalid': EXIT.usage,
  'url-not-https': EXIT.usage,
  'env-name-invalid': EXIT.usage,
  'env-name-twice': EXIT.usage,
  'env-name-dangerous': EXIT.usage,
  'reference-malformed': EXIT.usage,
  'run-name-ambiguous': EXIT.usage,
  'provider-outcome-unknown': EXIT.unknown,
  'wrong-password': EXIT.locked,
  'too-many-attempts': EXIT.locked,
  'vault-locked': EXIT.locked,
  'grant-denied': EXIT.locked,
  'grant-timed-out': EXIT.locked,
  'grant-needs-password': EXIT.locked,
  'grant-queue-full': EXIT.locked,
  'agent-not-for': EXIT.locked,
  'key-not-found': EXIT.noSuchKey,
  'key-ambiguous': EXIT.noSuchKey,
  'reference-unknown': EXIT.noSuchKey,
  'command-not-executable': EXIT.notExecutable,
  'command-not-found': EXIT.notFound,
  'secret-not-kept': EXIT.noSuchKey,
  'key-not-connected': EXIT.noSuchKey,
  'connector-not-found': EXIT.noSuchKey,
  'connection-not-found': EXIT.noSuchKey,
  'rotation-not-found': EXIT.noSuchKey,
  'unfinished-not-found': EXIT.noSuchKey,
  'binding-not-found': EXIT.noSuchKey,
  'project-not-found': EXIT.noSuchKey,
  'undo-not-found': EXIT.noSuchKey,
  'view-not-found': EXIT.noSuchKey,
  'vault-absent': EXIT.noVault,
  'vault-damaged': EXIT.noVault,
  'vault-database-empty': EXIT.noVault,
  'vault-database-missing': EXIT.noVault,
  'vault-header-missing': EXIT.noVault,
  'vault-newer': EXIT.noVault,
  'vault-folder-missing': EXIT.noVault,
  'vault-folder-silent': EXIT.noVault,
  'vault-choice-damaged': EXIT.noVault
}

/** The exit code for a failure; 1 where nothing more can be told from it. */
export function exitCodeOf(code: ErrorCode): number {
  return BY_CODE[code] ?? EXIT.failed
}
