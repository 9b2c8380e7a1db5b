import { z } from 'zod'
import { call, event } from '../define'
import { line, nothing, password, recoveryCode } from '../model/base'
import { heldBack, session } from '../model/session'

const hint = line(200)

export const vaultCalls = {
  'vault.create': call({
    requires: 'nothing',
    secret: 'input',
    input: z.strictObject({ password, hint: hint.default('') }),
    output: nothing
  }),
  /** `current` may be null only in a session that the recovery code opened. */
  'vault.changePassword': call({
    secret: 'input',
    input: z.strictObject({ current: password.nullable(), next: password, hint }),
    output: nothing
  }),
  /** Makes a recovery code and shows it. It opens nothing until {@link vaultCalls} `vault.confirmRecoveryCode` got it back. */
  'vault.makeRecoveryCode': call({
    secret: 'both',
    input: z.strictObject({ password }),
    output: z.strictObject({ code: z.string() })
  }),
  'vault.confirmRecoveryCode': call({
    secret: 'input',
    input: z.strictObject({ code: recoveryCode }),
    output: nothing
  }),
  /**
   * Writes the code that is being shown, as a sheet to print or put away, to a new file that the person names. The code
   * itself does not cross. Throws `recovery-code-gone`, `cancelled`.
   */
  'vault.saveRecoveryKit': call({ input: nothing, output: z.strictObject({ file: z.string() }) }),
  /** The sheet was closed: the code that was shown is forgotten and can be saved no more. */
  'vault.putRecoveryCodeAway': call({ input: nothing, output: nothing }),
  /** Lets this computer's keyring open the vault, or ends that. */
  'vault.setDeviceUnlock': call({
    secret: 'input',
    input: z.strictObject({ on: z.boolean(), password }),
    output: nothing
  }),
  /** Where there was a recovery code, the answer is the new one: the old one opens nothing any more. */
  'vault.rotateDataKey': call({
    secret: 'both',
    input: z.strictObject({ password }),
    output: z.strictObject({ recoveryCode: z.string().nullable() })
  }),
  /** What the vault would do by itself, were it not held. */
  'vault.heldBack': call({ input: nothing, output: heldBack }),
  /**
   * Lets a vault that this computer did not know, or knew later, act by itself: now, and after each unlock here. Throws
   * `password-needed-again`.
   */
  'vault.allow': call({ input: nothing, output: nothing }),

  'session.unlock': call({
    requires: 'nothing',
    secret: 'input',
    input: z.strictObject({ password }),
    output: nothing
  }),
  'session.unlockWithRecoveryCode': call({
    requires: 'nothing',
    secret: 'input',
    input: z.strictObject({ code: recoveryCode }),
    output: nothing
  }),
  'session.unlockWithDevice': call({ requires: 'nothing', input: nothing, output: nothing }),
  'session.lock': call({ requires: 'nothing', input: nothing, output: nothing }),
  'session.confirmPassword': call({ secret: 'input', input: z.strictObject({ password }), output: nothing }),
  'session.touch': call({ requires: 'nothing', input: nothing, output: nothing }),

  'session.changed': event(z.strictObject({ revision: z.int(), session }))
} as const
