import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenVault, VaultHost } from '../../../src-main/ports/vault-store'
import { bundle } from '../../fixtures/vaults/build-worker'
import { byDevice, DEVICE_KEY } from '../../fixtures/vaults/data-key-of'
import { auditDraft, byPassword, hostInThread, newKey, NOW, PASSWORD, query, temporaryFolder, utf8 } from '../../fixtures/vaults/temporary-vault'
import { makeKeys } from '../../fixtures/make-keys'

const home = temporaryFolder()
const other = temporaryFolder()
const file = join(home.folder, 'good.keyquay-backup')
const bad = join(home.folder, 'bad.keyquay-backup')
let host: VaultHost

beforeAll(async () => {
  host = hostInThread(join(home.folder, 'vault'))
  const vault = await host.create({ password: utf8(PASSWORD), hint: '' })
  await vault.setDeviceKey(DEVICE_KEY())
  await vault.store.keys.addMany([...makeKeys(30)], auditDraft('vault.imported'))
  await vault.backup({ file, at: NOW })
  const later = newKey({ name: 'after the backup' })
  await vault.store.keys.add(later, auditDraft('key.added', later.id))
  await vault.close()
})

afterAll(() => {
  home.remove()
  other.remove()
})

/** Every file of the vault by name and content. */
function vaultFiles(): string {
  const folder = join(home.folder, 'vault')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map((entry) => `${entry.name} ${createHash('sha256').update(readFileSync(join(entry.parentPath, entry.name))).digest('hex')}`).sort().join('\n')
}

describe('a backup', () => {
  it('check 53: is one file for its owner alone, and proves itself', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await host.verifyBackup(file, byDevice())).toMatchObject({ file, madeAt: NOW, keys: 30, bytes: statSync(file).size })
    expect(await host.verifyBackup(file, byPassword())).toMatchObject({ keys: 30 })
  })

  it('check 53: is not called good with any bit flipped or any end cut off', async () => {
    const good = readFileSync(file)
    const positions = [0, 10, 16, 22, 30, 60, 100, 200, 400, 700, 1_000, 1_200]
    for (let at = 1_400; at < good.length; at += 4_001) positions.push(at)
    positions.push(good.length - 33, good.length - 32, good.length - 1)
    for (const at of positions) {
      const bytes = Buffer.from(good)
      bytes[at] = (bytes[at] ?? 0) ^ 0x04
      writeFileSync(bad, bytes)
      await expect(host.verifyBackup(bad, byDevice()), `byte ${String(at)}`).rejects.toMatchObject({ code: expect.toBeOneOf(['backup-damaged', 'device-unlock-failed', 'vault-newer', 'no-such-slot']) as string })
    }
    for (const length of [0, 1, 15, 100, 2_000, good.length / 2, good.length - 4_096, good.length - 1]) {
      writeFileSync(bad, good.subarray(0, length))
      await expect(host.verifyBackup(bad, byDevice())).rejects.toMatchObject({ code: 'backup-damaged' })
    }
    writeFileSync(bad, Buffer.concat([good, Buffer.alloc(1)]))
    await expect(host.verifyBackup(bad, byDevice())).rejects.toMatchObject({ code: 'backup-damaged' })
  })

  it('check 54: a truncated, bit-flipped, foreign or wrong-password one changes nothing', async () => {
    const otherHost = hostInThread(join(other.folder, 'vault'))
    const vault = await otherHost.create({ password: utf8(PASSWORD), hint: '' })
    await vault.setDeviceKey(DEVICE_KEY())
    const foreign = join(other.folder, 'foreign.keyquay-backup')
    await vault.backup({ file: foreign, at: NOW })
    await vault.close()

    const good = readFileSync(file)
    const flipped = Buffer.from(good)
    flipped[good.length - 5_000] = (flipped[good.length - 5_000] ?? 0) ^ 1
    const before = vaultFiles()
    const attempts: [content: Buffer, opener: ReturnType<typeof byPassword>, code: string][] = [
      [good.subarray(0, good.length - 10), byDevice(), 'backup-damaged'],
      [flipped, byDevice(), 'backup-damaged'],
      [readFileSync(foreign), byDevice(), 'backup-of-another-vault'],
      [good, byPassword('wrong'), 'wrong-password'],
      [good, { slot: 'recovery', code: new Uint8Array(20) }, 'no-such-slot'],
      [Buffer.from('something else'), byDevice(), 'backup-damaged']
    ]
    for (const [content, opener, code] of attempts) {
      writeFileSync(bad, content)
      await expect(host.restore({ file: bad, opener, at: NOW })).rejects.toMatchObject({ code })
      expect(vaultFiles()).toBe(before)
    }
    await expect(host.restore({ file: join(home.folder, 'absent'), opener: byDevice(), at: NOW })).rejects.toMatchObject({ code: 'file-unreadable' })
    await expect(host.restore({ file: home.folder, opener: byDevice(), at: NOW })).rejects.toMatchObject({ code: 'file-unreadable' })
    expect(vaultFiles()).toBe(before)
  })

  it('check 54: a good one brings back a vault whose header or database is damaged', async () => {
    for (const damaged of ['vault.json', 'vault-1.db']) {
      const folder = join(other.folder, `damaged-${damaged}`)
      const own = hostInThread(folder)
      await own.restore({ file, opener: byDevice(), at: NOW })
      writeFileSync(join(folder, damaged), Buffer.alloc(8_192, 7))
      await expect(own.open(byDevice())).rejects.toMatchObject({ code: 'vault-damaged' })
      await own.restore({ file, opener: byDevice(), at: '2026-11-21T00:00:00.000Z' })
      const vault = await own.open(byDevice())
      expect((await vault.store.keys.page(query(), NOW)).total).toBe(30)
      await vault.close()
      expect(readFileSync(join(folder, 'replaced-20261121T000000000Z', damaged)).equals(Buffer.alloc(8_192, 7))).toBe(true)
    }
  })

  it('is refused where it cannot be written, and leaves nothing there', async () => {
    const vault = await host.open(byDevice())
    await expect(vault.backup({ file: join(home.folder, 'no', 'such', 'folder'), at: NOW })).rejects.toMatchObject({ code: 'file-unreadable' })
    await expect(vault.backup({ file, at: NOW })).rejects.toMatchObject({ code: 'file-exists' })
    await vault.close()
    expect(readdirSync(join(home.folder, 'vault')).filter((name) => name.includes('tmp'))).toEqual([])
  })

  it('of a vault whose data key was rotated since opens with the keys it was made with', async () => {
    const folder = join(other.folder, 'rotated')
    const own = hostInThread(folder)
    await own.restore({ file, opener: byDevice(), at: NOW })
    const vault = await own.open(byDevice())
    await vault.rotateDataKey({ password: utf8(PASSWORD), recoveryCode: null, deviceKey: new Uint8Array(32).fill(5) })
    await vault.close()
    copyFileSync(file, bad)
    await own.restore({ file: bad, opener: byDevice(), at: '2026-11-22T00:00:00.000Z' })
    await (await own.open(byDevice())).close()
  })
})

describe('a scheduled backup', () => {
  const opened = async (name: string): Promise<{ host: VaultHost; vault: OpenVault; names: () => string[] }> => {
    const folder = join(other.folder, name)
    const own = hostInThread(folder)
    await own.restore({ file, opener: byDevice(), at: NOW })
    return { host: own, vault: await own.open(byDevice()), names: () => readdirSync(join(folder, 'backups')).sort() }
  }

  it('is not pushed out by one that was made while the clock was a year ahead', async () => {
    const { host: own, vault, names } = await opened('clock-ahead')
    await vault.scheduledBackup({ at: '2027-11-20T09:30:00.000Z', keep: 1 })
    const made = await vault.scheduledBackup({ at: NOW, keep: 1 })
    expect(names()).toEqual(['keyquay-20261120T093000000Z.keyquay-backup'])
    expect(await own.verifyBackup(made.file, byDevice())).toEqual(made)
    await vault.close()
  })

  it('leaves the newest of the past, and removes those of the future before them', async () => {
    const { vault, names } = await opened('clock-mixed')
    for (const at of ['2026-11-17', '2026-11-18', '2027-11-18', '2026-11-19', '2027-11-19']) {
      await vault.scheduledBackup({ at: `${at}T00:00:00.000Z`, keep: 10 })
    }
    await vault.scheduledBackup({ at: NOW, keep: 3 })
    expect(names().map((name) => name.slice(8, 16))).toEqual(['20261118', '20261119', '20261120'])
    await vault.close()
  })

  it('does not replace another of the same millisecond', async () => {
    const { host: own, vault, names } = await opened('same-moment')
    const first = await vault.scheduledBackup({ at: NOW, keep: 5 })
    const key = newKey({ name: 'in between' })
    await vault.store.keys.add(key, auditDraft('key.added', key.id))
    const second = await vault.scheduledBackup({ at: NOW, keep: 5 })
    expect(second.file).not.toBe(first.file)
    expect(names()).toHaveLength(2)
    expect(await own.backups()).toEqual([second, first])
    expect([first.keys, second.keys]).toEqual([30, 31])
    const third = await vault.scheduledBackup({ at: NOW, keep: 1 })
    expect(await own.backups()).toEqual([third])
    await vault.close()
  })

  it.skipIf(process.platform === 'win32')('that is a pipe, or leads to one, holds nobody up', async () => {
    const folder = join(other.folder, 'pipes')
    const backups = join(folder, 'backups')
    mkdirSync(backups, { recursive: true })
    const pipe = join(backups, 'keyquay-20261120T093000000Z.keyquay-backup')
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0)
    symlinkSync(pipe, join(backups, 'keyquay-20261121T093000000Z.keyquay-backup'))
    const program = await bundle('test/security/vault/disk-program.ts', 'disk-program-backups')
    const run = spawnSync(process.execPath, [program, 'backups', folder, pipe], { encoding: 'utf8', timeout: 20_000 })
    expect(run.stdout).toBe(JSON.stringify({ backups: [], verified: 'file-unreadable' }))
  })
})
