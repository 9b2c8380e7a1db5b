import { timingSafeEqual } from 'node:crypto'
import { AppError } from '@contract/errors'
import { passwordBytes } from '../crypto/password'
import { createRecoveryCode, formatRecoveryCode, parseRecoveryCode } from '../crypto/recovery-code'
import type { Clock } from '../ports/clock'
import { auditOf, type Actor } from './actor'
import type { DeviceKeys } from './device-unlock'
import { requireSafeHint } from './hint'
import type { SessionKeeper } from './session-keeper'

/** What may be done to the vault itself. All of it asks for the password again. */
export interface VaultCare {
  /** Throws `wrong-password`; `password-needed-again` for a null outside a session of the recovery code. */
  changePassword(current: string | null, next: string, hint: string, actor: Actor): Promise<void>
  /** The code to print, in groups. It is no way in before it was typed back. */
  makeRecoveryCode(password: string, actor: Actor): Promise<string>
  /** Throws `recovery-code-malformed` when this is not the code that was just shown; that one stays to be confirmed. */
  confirmRecoveryCode(typed: string, actor: Actor): Promise<void>
  /**
   * The code that is being shown, to be written on a sheet. Throws `recovery-code-gone` once it was typed back or put
   * away, or after half an hour.
   */
  shownCode(): string
  /** Nobody needs the code any more that is being shown. */
  putCodeAway(): void
  /** The sheet with it was written to a file. */
  kitWasSaved(actor: Actor): Promise<void>
  setDeviceUnlock(on: boolean, password: string, actor: Actor): Promise<void>
  /** Answers the new recovery code where there was one. */
  rotateDataKey(password: string, actor: Actor): Promise<string | null>
}

/** So long a sheet may lie open; whoever takes longer makes another code. */
const SHOWN_FOR_MS = 30 * 60_000

export function createVaultCare(session: SessionKeeper, device: DeviceKeys, clock: Clock): VaultCare {
  let shown: { readonly code: Uint8Array; readonly opens: boolean } | null = null

  let cancel = (): void => undefined

  function forget(): void {
    cancel()
    shown?.code.fill(0)
    shown = null
  }

  function show(code: Uint8Array, opens: boolean): string {
    forget()
    shown = { code, opens }
    // A page that went away says nothing of the sheet it showed.
    cancel = clock.after(SHOWN_FOR_MS, forget)
    return formatRecoveryCode(code)
  }

  /** What was done is done, so writing it down must not fail it. */
  async function record(action: Parameters<typeof auditOf>[0], actor: Actor, detail = ''): Promise<void> {
    await session.record(auditOf(action, actor, clock.nowMs(), null, detail))
    await session.refresh()
  }

  session.beforeLock(forget)

  return {
    async changePassword(current, next, hint, actor) {
      requireSafeHint(hint, next)
      if (current !== null) await session.confirm(current, actor)
      else if (!session.current().needsNewPassword) throw new AppError('password-needed-again', {})
      await session.vault().changePassword(passwordBytes(next), hint)
      session.passwordWasSet()
      await record('vault.password-changed', actor)
    },
    async makeRecoveryCode(password, actor) {
      await session.confirm(password, actor)
      return show(createRecoveryCode(), false)
    },
    async confirmRecoveryCode(typed, actor) {
      const code = parseRecoveryCode(typed)
      if (shown === null || shown.opens || !timingSafeEqual(code, shown.code))
        throw new AppError('recovery-code-malformed', {})
      await session.vault().setRecoveryCode(code)
      forget()
      await record('vault.recovery-code-made', actor)
    },
    shownCode() {
      if (shown === null) throw new AppError('recovery-code-gone', {})
      return formatRecoveryCode(shown.code)
    },
    putCodeAway: forget,
    kitWasSaved: (actor) => record('vault.recovery-kit-saved', actor),
    async setDeviceUnlock(on, password, actor) {
      await session.confirm(password, actor)
      await (on ? device.turnOn(session.vault()) : device.turnOff(session.vault()))
      await record('vault.device-unlock-changed', actor, on ? 'on' : 'off')
    },
    async rotateDataKey(password, actor) {
      const { recoveryCode, deviceUnlock } = session.current()
      const code = recoveryCode ? createRecoveryCode() : null
      const copy = code === null ? null : Uint8Array.from(code)
      const renewed = deviceUnlock === 'on' ? await device.renew() : null
      await session.vault().rotateDataKey({
        password: passwordBytes(password),
        recoveryCode: code,
        deviceKey: renewed?.key ?? null
      })
      renewed?.keep()
      await record('vault.data-key-rotated', actor)
      forget()
      return copy === null ? null : show(copy, true)
    }
  }
}
