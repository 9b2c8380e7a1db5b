import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Secret } from '../../../src-main/crypto/secret'
import type { OpenVault } from '../../../src-main/ports/vault-store'
import { readBackupFile } from '../../../src-main/store/backup-file'
import { restoreBackup } from '../../../src-main/store/restore'
import { closeSession, openSession } from '../../../src-main/store/session'
import { vaultPaths } from '../../../src-main/store/vault-folder'
import { byDevice, dataKeyOf, DEVICE_KEY, headerOf } from '../../fixtures/vaults/data-key-of'
import {
  auditDraft,
  byPassword,
  hostInThread,
  newKey,
  NOW,
  PASSWORD,
  query,
  temporaryFolder,
  utf8
} from '../../fixtures/vaults/temporary-vault'

// What another process does while this one has read the header and derives the key.
const meanwhile = vi.hoisted((): { first: (() => Promise<void>) | null } => ({ first: null }))
vi.mock('../../../src-main/store/header-slots', async (importOriginal) => {
  const real = await importOriginal<typeof import('../../../src-main/store/header-slots')>()
  return {
    ...real,
    openSlot: async (...args: Parameters<typeof real.openSlot>) => {
      const dataKey = await real.openSlot(...args)
      const work = meanwhile.first
      meanwhile.first = null
      await work?.()
      return dataKey
    }
  }
})

// A disk on which the header cannot be replaced any more.
const disk = vi.hoisted(() => ({ isFull: false }))
vi.mock('../../../src-main/store/replace-file', async (importOriginal) => {
  const real = await importOriginal<typeof import('../../../src-main/store/replace-file')>()
  return {
    ...real,
    replaceFile: (...args: Parameters<typeof real.replaceFile>) => {
      if (disk.isFull) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
      real.replaceFile(...args)
    }
  }
})

let home: ReturnType<typeof temporaryFolder>
let backup: string
const NEXT_KEY = (): Uint8Array => new Uint8Array(32).fill(0x77)

beforeEach(async () => {
  home = temporaryFolder()
  backup = join(home.folder, 'then.keyquay-backup')
  const vault = await hostInThread(home.folder).create({ password: utf8(PASSWORD), hint: '' })
  await vault.setDeviceKey(DEVICE_KEY())
  await add(vault, 'kept')
  await vault.backup({ file: backup, at: NOW })
  await vault.close()
})

afterEach(() => {
  meanwhile.first = null
  disk.isFull = false
  home.remove()
})

const databases = (): string[] =>
  readdirSync(home.folder)
    .filter((name) => /^vault-\d+\.db$/.test(name))
    .sort()

async function add(vault: OpenVault, name: string): Promise<void> {
  const key = newKey({ name })
  await vault.store.keys.add(key, auditDraft('key.added', key.id))
}

const namesIn = async (vault: OpenVault): Promise<string[]> =>
  (await vault.store.keys.page(query(), NOW)).items.map(({ name }) => name).sort()

/** Another process rotates the data key, and dies before it removes the database of the old one. */
async function rotateAndDie(): Promise<void> {
  const old = join(home.folder, 'vault-1.db')
  copyFileSync(old, `${old}.aside`)
  const vault = await hostInThread(home.folder).open(byDevice())
  await vault.rotateDataKey({ password: utf8(PASSWORD), recoveryCode: null, deviceKey: NEXT_KEY() })
  await add(vault, 'after the rotation')
  await vault.close()
  copyFileSync(`${old}.aside`, old)
}

/** Another process restores the backup in the moment in which this one has given up its shared hold. */
function restoreInTheGap(dataKey: Secret): () => boolean {
  const real = Database.prototype.exec
  let done = false
  vi.spyOn(Database.prototype, 'exec').mockImplementation(function (this: Database.Database, statement: string) {
    const result = real.call(this, statement)
    if (!done && statement === 'COMMIT' && this.name.endsWith('vault.lock')) {
      done = true
      restoreBackup(vaultPaths(home.folder), readBackupFile(backup), dataKey, NOW)
    }
    return result
  })
  return () => done
}

describe('a vault that another process swaps', () => {
  it('is not opened by its old header, and keeps the database that the new one names', async () => {
    const header = headerOf(home.folder)
    const dataKey = await dataKeyOf(home.folder, byDevice())
    await rotateAndDie()
    const open = (): void => {
      closeSession(
        openSession(vaultPaths(home.folder), header, dataKey, { steps: undefined, beforeFirst: () => undefined })
      )
    }
    expect(open).toThrow(expect.objectContaining({ code: 'vault-busy' }))
    expect(dataKey.disposed).toBe(true)
    expect(databases()).toEqual(['vault-1.db', 'vault-2.db'])
    const vault = await hostInThread(home.folder).open({ slot: 'device', key: NEXT_KEY() })
    expect(await namesIn(vault)).toEqual(['after the rotation', 'kept'])
    await vault.close()
    expect(databases()).toEqual(['vault-2.db'])
  })

  it('while its password is derived is opened by its new header, when the password still fits', async () => {
    meanwhile.first = rotateAndDie
    const vault = await hostInThread(home.folder).open(byPassword())
    expect(await namesIn(vault)).toEqual(['after the rotation', 'kept'])
    await vault.close()
    expect(databases()).toEqual(['vault-2.db'])
  })

  it('while it is unlocked is busy, and keeps its database, when the opener fits no more', async () => {
    meanwhile.first = rotateAndDie
    await expect(hostInThread(home.folder).open(byDevice())).rejects.toMatchObject({ code: 'vault-busy' })
    expect(databases()).toEqual(['vault-1.db', 'vault-2.db'])
    await expect(hostInThread(home.folder).open(byDevice())).rejects.toMatchObject({ code: 'device-unlock-failed' })
  })

  it('between two holds of the lock is opened anew, and nothing is written to a database without a name', async () => {
    const swapped = restoreInTheGap(await dataKeyOf(home.folder, byDevice()))
    const vault = await hostInThread(home.folder).open(byDevice())
    expect(swapped()).toBe(true)
    await add(vault, 'written afterwards')
    await vault.close()
    const again = await hostInThread(home.folder).open(byDevice())
    expect(await namesIn(again)).toEqual(['kept', 'written afterwards'])
    await again.close()
  })

  it('right before its data key is rotated keeps what was put there, and the session ends', async () => {
    const dataKey = await dataKeyOf(home.folder, byDevice())
    const vault = await hostInThread(home.folder).open(byDevice())
    const swapped = restoreInTheGap(dataKey)
    const rotation = vault.rotateDataKey({ password: utf8(PASSWORD), recoveryCode: null, deviceKey: NEXT_KEY() })
    await expect(rotation).rejects.toMatchObject({ code: 'vault-busy' })
    expect(swapped()).toBe(true)
    await expect(add(vault, 'to nowhere')).rejects.toMatchObject({ code: 'vault-locked' })
    await vault.ended
    expect(existsSync(join(home.folder, headerOf(home.folder).database))).toBe(true)
    const again = await hostInThread(home.folder).open(byDevice())
    expect(await namesIn(again)).toEqual(['kept'])
    await again.close()
  })

  it('ends its session and says so when the new header could not be written', async () => {
    const host = hostInThread(home.folder)
    const vault = await host.open(byDevice())
    disk.isFull = true
    const rotation = vault.rotateDataKey({ password: utf8(PASSWORD), recoveryCode: null, deviceKey: NEXT_KEY() })
    await expect(rotation).rejects.toMatchObject({ code: 'disk-full' })
    await vault.ended
    disk.isFull = false
    const again = await host.open(byDevice())
    expect(await namesIn(again)).toEqual(['kept'])
    await again.close()
  })
})
