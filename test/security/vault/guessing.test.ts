import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Opener, VaultHost } from '../../../src-main/ports/vault-store'
import { byDevice, DEVICE_KEY } from '../../fixtures/vaults/data-key-of'
import {
  byPassword,
  handClock,
  hostInThread,
  NOW,
  PASSWORD,
  temporaryFolder,
  utf8
} from '../../fixtures/vaults/temporary-vault'

const RECOVERY = (): Opener => ({ slot: 'recovery', code: new Uint8Array(20).fill(4) })

let home: ReturnType<typeof temporaryFolder>
let backup: string
let host: VaultHost
let clock: ReturnType<typeof handClock>

beforeEach(async () => {
  home = temporaryFolder()
  clock = handClock()
  host = hostInThread(join(home.folder, 'vault'), clock)
  backup = join(home.folder, 'out.keyquay-backup')
  const vault = await host.create({ password: utf8(PASSWORD), hint: '' })
  await vault.setDeviceKey(DEVICE_KEY())
  await vault.setRecoveryCode(new Uint8Array(20).fill(4))
  await vault.backup({ file: backup, at: NOW })
  await vault.close()
})

afterEach(async () => {
  await host.dispose()
  home.remove()
})

const enter = async (opener: Opener): Promise<void> => {
  const vault = await host.open(opener)
  await vault.close()
}

/** What two wrong passwords and then another cost, with `between` done after the second. */
async function guess(between: () => Promise<unknown>): Promise<unknown> {
  for (let failure = 0; failure < 2; failure += 1) {
    await expect(enter(byPassword('wrong'))).rejects.toMatchObject({ code: 'wrong-password' })
  }
  await between()
  return enter(byPassword('wrong')).catch((error: unknown) => (error as { details: unknown }).details)
}

describe('guessing the vault’s password', () => {
  it('are counted on by another core on the same vault in the same process', async () => {
    const details = await guess(() => {
      host = hostInThread(join(home.folder, 'vault'), clock)
      return Promise.resolve()
    })
    expect(details).toMatchObject({ retryAfterMs: 1_000 })
  })

  it('is still delayed after the device key opened the vault', async () => {
    expect(await guess(() => enter(byDevice()))).toEqual({ retryAfterMs: 1_000 })
  })

  it('is still delayed after the device key was confirmed', async () => {
    const confirm = async (): Promise<void> => {
      const vault = await host.open(byDevice())
      expect(await vault.confirm(byDevice())).toBe(true)
      await vault.close()
    }
    expect(await guess(confirm)).toEqual({ retryAfterMs: 1_000 })
  })

  it('is still delayed after a backup under a known password was proven or restored', async () => {
    expect(await guess(() => host.verifyBackup(backup, byPassword()))).toEqual({ retryAfterMs: 1_000 })
    clock.forward(1_000)
    await host.restore({ file: backup, opener: byPassword(), at: NOW })
    await expect(enter(byPassword('wrong'))).rejects.toMatchObject({ details: { retryAfterMs: 2_000 } })
  })

  it('does not keep the device key waiting', async () => {
    await guess(() => Promise.resolve())
    await expect(enter(byPassword())).rejects.toMatchObject({ code: 'too-many-attempts' })
    await enter(byDevice())
  })

  it('is forgotten once its password or its recovery code fitted', async () => {
    expect(await guess(() => enter(byPassword()))).toEqual({ retryAfterMs: 0 })
    await enter(byPassword())
    expect(await guess(() => enter(RECOVERY()))).toEqual({ retryAfterMs: 0 })
  })
})

describe('guessing a backup’s password', () => {
  it('is delayed on its own count, which no success takes back', async () => {
    const prove = (password?: string): Promise<unknown> => host.verifyBackup(backup, byPassword(password))
    for (let failure = 0; failure < 2; failure += 1)
      await expect(prove('wrong')).rejects.toMatchObject({ code: 'wrong-password' })
    await prove()
    await enter(byPassword())
    await host.verifyBackup(backup, byDevice())
    await expect(prove('wrong')).rejects.toMatchObject({ details: { retryAfterMs: 1_000 } })
    await expect(prove()).rejects.toMatchObject({ code: 'too-many-attempts' })
    await enter(byPassword())
    await host.verifyBackup(backup, byDevice())
    clock.forward(1_000)
    await prove()
  })
})
