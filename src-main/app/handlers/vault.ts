import { AppError } from '@contract/errors'
import type { DeviceKeys } from '../../core/device-unlock'
import { heldBack } from '../../core/held-back'
import { recoveryKitFile } from '../../core/recovery-kit-file'
import type { Language } from '../../core/reminders/texts'
import type { SessionKeeper } from '../../core/session-keeper'
import type { VaultCare } from '../../core/vault-care'
import { passwordBytes } from '../../crypto/password'
import { parseRecoveryCode } from '../../crypto/recovery-code'
import type { Clock } from '../../ports/clock'
import type { Dialogs, Files } from '../../ports/files'
import { done, type HandlersOf, type Sender } from '../handler-types'

interface Parts {
  readonly session: SessionKeeper
  readonly care: VaultCare
  readonly device: DeviceKeys
  readonly files: Files
  readonly dialogs: Dialogs
  readonly clock: Clock
  readonly language: () => Language
  readonly askAgainMinutes: () => number
}

export function vaultHandlers(parts: Parts): HandlersOf<'vault' | 'session'> {
  const { session, care, device } = parts
  return {
    'vault.create': ({ password, hint }, { actor }) => done(session.create(password, hint, actor)),
    'vault.changePassword': ({ current, next, hint }, { actor }) =>
      done(care.changePassword(current, next, hint, actor)),
    'vault.makeRecoveryCode': async ({ password }, { actor }) => ({
      code: await care.makeRecoveryCode(password, actor)
    }),
    'vault.confirmRecoveryCode': ({ code }, { actor }) => done(care.confirmRecoveryCode(code, actor)),
    'vault.saveRecoveryKit': (_input, sender) => saveKit(parts, sender),
    'vault.putRecoveryCodeAway': () => {
      care.putCodeAway()
      return {}
    },
    'vault.setDeviceUnlock': ({ on, password }, { actor }) => done(care.setDeviceUnlock(on, password, actor)),
    'vault.rotateDataKey': async ({ password }, { actor }) => ({
      recoveryCode: await care.rotateDataKey(password, actor)
    }),
    'vault.heldBack': () => heldBack(session),
    'vault.allow': (_input, { actor }) => {
      session.requireRecentPassword(parts.askAgainMinutes())
      return done(session.allow(actor))
    },

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

/** The code goes from here into the file and nowhere else. */
async function saveKit(
  { session, care, files, dialogs, clock, language }: Parts,
  { actor }: Pick<Sender, 'actor'>
): Promise<{ file: string }> {
  care.shownCode()
  const stillUnlocked = session.hold()
  const madeAt = new Date(clock.nowMs())
  const file = await dialogs.chooseFile(
    'recovery-kit',
    `keyquay-recovery-kit-${madeAt.toISOString().slice(0, 10)}.html`
  )
  if (file === null) throw new AppError('cancelled', {})
  stillUnlocked()
  const vault = session.current().vaultName
  const bytes = new TextEncoder().encode(
    recoveryKitFile({ code: care.shownCode(), vault, madeAt, language: language() })
  )
  try {
    await files.writeNew(file, bytes)
  } finally {
    bytes.fill(0)
  }
  await care.kitWasSaved(actor)
  return { file }
}
