import type { Session } from '@contract/model/session'
import type { VaultPresence } from '../ports/vault-store'

/** What is said of the session until somebody has looked into the vault's folder. */
export function beforeTheFirstLook(vaultName: string): Session {
  return {
    phase: 'locked',
    lockReason: 'start',
    trouble: null,
    hint: '',
    readOnly: false,
    recoveryCode: false,
    deviceUnlock: 'unavailable',
    needsNewPassword: false,
    holds: null,
    vaultName
  }
}

/** What the vault's folder says of a session that is not open. */
export function phaseOf(presence: VaultPresence): Partial<Session> {
  switch (presence.kind) {
    case 'absent':
      return { phase: 'absent', lockReason: null, trouble: null, hint: '', readOnly: false }
    case 'damaged':
      return { phase: 'damaged', lockReason: null, trouble: presence.code, hint: '', readOnly: false }
    case 'present':
      return { phase: 'locked', lockReason: 'start', trouble: null, hint: presence.hint, readOnly: presence.readOnly }
  }
}
