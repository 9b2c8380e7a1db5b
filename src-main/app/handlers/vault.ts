import type { DeviceKeys } from '../../core/device-unlock'
import type { SessionKeeper } from '../../core/session'
import type { VaultCare } from '../../core/vault-care'
import { passwordBytes } from '../../crypto/password'
import { parseRecoveryCode } from '../../crypto/recovery-code'
import { done, type HandlersOf } from '../handler-types'

interface Parts {
  readonly session: SessionKeeper
  readonly care: VaultCare
  readonly device: DeviceKeys
}

export function vaultHandlers({ session, care, device }: Parts): HandlersOf<'vault' | 'session'> {
  return {
    'vault.create': ({ password, hint }, { actor }) => done(session.create(password, hint, actor)),
    'vault.changePassword': ({ current, next, hint }, { actor }) =>
      done(care.changePassword(current, next, hint, actor)),
    'vault.makeRecoveryCode': async ({ password }, { actor }) => ({
      code: await care.makeRecoveryCode(password, actor)
    }),
    'vault.confirmRecoveryCode': ({ code }, { actor }) => done(care.confirmRecoveryCode(code, actor)),
    'vault.setDeviceUnlock': ({ on, password }, { actor }) => done(care.setDeviceUnlock(on, password, actor)),
    'vault.rotateDataKey': async ({ password }, { actor }) => ({
      recoveryCode: await care.rotateDataKey(password, actor)
    }),

    'session.unlock': ({ password }, { actor }) =>
      done(session.unlock({ slot: 'password', password: passwordBytes(password) }, actor)),
    'session.unlockWithRecoveryCode': async ({ code }, { actor }) =>
      done(session.unlock({ slot: 'recovery', code: parseRecoveryCode(code) }, actor)),
    'session.unlockWithDevice': async (_input, { actor }) =>
      done(session.unlock({ slot: 'device', key: await device.take() }, actor)),
    'session.lock': (_input, { actor }) => done(session.lock('user', actor)),
    'session.confirmPassword': ({ password }, { actor }) => done(session.confirm(password, actor)),
    'session.touch': () => {
      session.touch()
      return {}
    }
  }
}
