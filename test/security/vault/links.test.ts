import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { byDevice, DEVICE_KEY } from '../../fixtures/vaults/data-key-of'
import { hostInThread, NOW, PASSWORD, temporaryFolder, utf8 } from '../../fixtures/vaults/temporary-vault'

let home: ReturnType<typeof temporaryFolder>
let folder: string
let other: string

async function makeVaultIn(made: string): Promise<void> {
  const vault = await hostInThread(made).create({ password: utf8(PASSWORD), hint: '' })
  await vault.setDeviceKey(DEVICE_KEY())
  await vault.close()
}

beforeEach(async () => {
  home = temporaryFolder()
  folder = join(home.folder, 'brought')
  other = join(home.folder, 'own')
  await makeVaultIn(folder)
})
afterEach(() => {
  home.remove()
})

describe.skipIf(process.platform === 'win32')('a vault folder that somebody else prepared', () => {
  it('with a link for its backups removes nothing where the link leads, and puts nothing there', async () => {
    await makeVaultIn(other)
    const own = await hostInThread(other).open(byDevice())
    for (const day of ['17', '18', '19']) await own.scheduledBackup({ at: `2026-11-${day}T00:00:00.000Z`, keep: 10 })
    await own.close()
    const backups = join(other, 'backups')
    writeFileSync(join(backups, 'copy.db.0123456789ab.tmp'), 'of another')
    const before = readdirSync(backups).sort()
    symlinkSync(backups, join(folder, 'backups'))
    const host = hostInThread(folder)
    const vault = await host.open(byDevice())
    await expect(vault.scheduledBackup({ at: NOW, keep: 1 })).rejects.toMatchObject({ code: 'vault-folder-unusable' })
    await vault.close()
    expect(readdirSync(backups).sort()).toEqual(before)
    expect(await host.backups()).toEqual([])
  })

  it('with the backups of another vault among its own leaves those', async () => {
    await makeVaultIn(other)
    const own = await hostInThread(other).open(byDevice())
    const { file } = await own.scheduledBackup({ at: '2026-11-17T00:00:00.000Z', keep: 10 })
    await own.close()
    const vault = await hostInThread(folder).open(byDevice())
    await vault.scheduledBackup({ at: '2026-11-18T00:00:00.000Z', keep: 10 })
    const brought = join(folder, 'backups', 'keyquay-20261117T000000000Z.keyquay-backup')
    const unknown = join(folder, 'backups', 'keyquay-20261116T000000000Z.keyquay-backup')
    copyFileSync(file, brought)
    writeFileSync(unknown, 'whose is not said')
    await vault.scheduledBackup({ at: NOW, keep: 1 })
    await vault.close()
    expect([brought, unknown].map((path) => existsSync(path))).toEqual([true, true])
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(3)
  })

  it.each(['vault.json', 'vault-1.db', 'vault.lock'])('with a link for %s is not opened', async (name) => {
    const aside = join(home.folder, name)
    renameSync(join(folder, name), aside)
    symlinkSync(aside, join(folder, name))
    const host = hostInThread(folder)
    await expect(host.open(byDevice())).rejects.toMatchObject({ code: 'vault-damaged' })
    rmSync(join(folder, name))
    renameSync(aside, join(folder, name))
    await (await host.open(byDevice())).close()
  })

  it.each(['-wal', '-shm', '-journal'])('with a link beside its database, at %s, is not opened and writes to nobody', async (end) => {
    const precious = join(home.folder, 'precious')
    writeFileSync(precious, 'of somebody else')
    symlinkSync(precious, join(folder, `vault-1.db${end}`))
    const host = hostInThread(folder)
    await expect(host.open(byDevice())).rejects.toMatchObject({ code: 'vault-damaged' })
    expect(readFileSync(precious, 'utf8')).toBe('of somebody else')
    rmSync(join(folder, `vault-1.db${end}`))
    await (await host.open(byDevice())).close()
  })
})
