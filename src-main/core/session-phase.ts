import type { Session } from '@contract/model/session'
import type { VaultPresence } from '../ports/vault-store'

/** What is said of the session until somebody has looked into the vault's folder. */
export function beforeTheFirstLook(vaultName: string): Session {
  return {
    phase: 'locked',
    lockReason: 'start',
    trouble: null,
    troubleFile: null,
    hint: '',
    readOnly: false,
    recoveryCode: false,
    deviceUnlock: 'unavailable',
    needsNewPassword: false,
    holds: null,
    vaultName
  }
}

const closed = { lockReason: null, trouble: null, troubleFile: null, hint: '', readOnly: false }

/** What the vault's folder says of a session that is not open. */
export function phaseOf(presence: VaultPresence): Partial<Session> {
  switch (presence.kind) {
    case 'absent':
      return { ...closed, phase: 'absent' }
    case 'damaged':
      return { ...closed, phase: 'damaged', trouble: presence.code, troubleFile: presence.file ?? null }
    case 'present':
      return { ...closed, phase: 'locked', lockReason: 'start', hint: presence.hint, readOnly: presence.readOnly }
  }
}
