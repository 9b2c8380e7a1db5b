import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { COST_CEILING, COST_FLOOR } from '../../../src-main/crypto/argon2'
import type { VaultHost } from '../../../src-main/ports/vault-store'
import { headerBytes, parseHeader } from '../../../src-main/store/vault-header'
import { byDevice, dataKeyOf, DEVICE_KEY, headerOf } from '../../fixtures/vaults/data-key-of'
import { byPassword, handClock, hostInThread, PASSWORD, temporaryFolder, utf8 } from '../../fixtures/vaults/temporary-vault'

// Derives each (password, salt, cost) once: trying every byte of the header would otherwise take minutes.
// The results are the real ones.
vi.mock('@node-rs/argon2', async (importOriginal) => {
  const real = await importOriginal<typeof import('@node-rs/argon2')>()
  const known = new Map<string, Promise<Buffer>>()
  return {
    ...real,
    hashRaw: async (password: Uint8Array, options: { salt: Uint8Array; memoryCost: number; timeCost: number; parallelism: number }) => {
      const { salt, memoryCost, timeCost, parallelism } = options
      const asked = [Buffer.from(password).toString('hex'), Buffer.from(salt).toString('hex'), memoryCost, timeCost, parallelism].join()
      const result = known.get(asked) ?? real.hashRaw(Uint8Array.from(password), options)
      known.set(asked, result)
      return Buffer.from(await result)
    }
  }
})

const home = temporaryFolder()
const file = join(home.folder, 'vault.json')
let host: VaultHost
let good: Buffer

beforeAll(async () => {
  host = hostInThread(home.folder)
  const vault = await host.create({ password: utf8(PASSWORD), hint: 'a hint' })
  await vault.setRecoveryCode(new Uint8Array(20).fill(3))
  await vault.setDeviceKey(DEVICE_KEY())
  await vault.close()
  good = readFileSync(file)
})

afterAll(() => { home.remove() })

/** Every byte with its lowest bit, its case bit and its highest bit turned. */
function* changes(): Generator<{ at: number; bytes: Buffer }> {
  for (let at = 0; at < good.length; at += 1) {
    for (const mask of [0x01, 0x20, 0x80]) {
      const bytes = Buffer.from(good)
      bytes[at] = (bytes[at] ?? 0) ^ mask
      yield { at, bytes }
    }
  }
}

const refusals = ['vault-damaged', 'wrong-password', 'device-unlock-failed', 'kdf-too-weak', 'kdf-too-strong', 'vault-newer', 'vault-database-missing', 'no-such-slot']

describe('the header', () => {
  it('opens as it was written', async () => {
    await (await host.open(byDevice())).close()
    await (await host.open(byPassword())).close()
  })

  it('check 24: any changed byte of the header fails to unlock by device key', async () => {
    let tried = 0
    for (const { at, bytes } of changes()) {
      writeFileSync(file, bytes)
      await expect(host.open(byDevice()), `byte ${String(at)}`).rejects.toMatchObject({ code: expect.toBeOneOf(refusals) as string })
      tried += 1
    }
    writeFileSync(file, good)
    expect(tried).toBe(good.length * 3)
    await (await host.open(byDevice())).close()
  })

  it('check 24: any changed byte of the header fails to unlock by password', async () => {
    for (const { at, bytes } of changes()) {
      writeFileSync(file, bytes)
      await expect(hostInThread(home.folder).open(byPassword()), `byte ${String(at)}`).rejects.toMatchObject({ code: expect.toBeOneOf(refusals) as string })
    }
    writeFileSync(file, good)
    await (await host.open(byPassword())).close()
  }, 180_000)

  it('check 24: a header of other spelling, with more or with less in it is damaged', () => {
    const text = good.toString()
    const others = [
      text.trimEnd(),
      `${text}\n`,
      `\ufeff${text}`,
      JSON.stringify(JSON.parse(text)),
      text.replace('"format": 1', '"format": 1.0'),
      text.replace('"a hint"', '"\\u0061 hint"'),
      text.replace('{\n', '{\n  "__proto__": {},\n'),
      text.replace('"hint"', '"format": 1,\n  "hint"'),
      text.slice(0, -20),
      '',
      'null',
      '[]',
      ' '.repeat(70_000)
    ]
    for (const other of others) {
      expect(() => parseHeader(Buffer.from(other), file)).toThrow(expect.objectContaining({ code: 'vault-damaged' }))
    }
    expect(headerBytes(parseHeader(good, file))).toEqual(new Uint8Array(good))
  })

  it('check 23: a cost below the floor or above the ceiling is refused before memory is taken', async () => {
    const { kdf } = headerOf(home.folder).slots.password
    const costs = [
      { cost: { memoryKiB: COST_FLOOR.memoryKiB - 1 }, code: 'kdf-too-weak' },
      { cost: { passes: 1 }, code: 'kdf-too-weak' },
      { cost: { lanes: 1 }, code: 'kdf-too-weak' },
      { cost: { memoryKiB: COST_CEILING.memoryKiB + 1 }, code: 'kdf-too-strong' },
      { cost: { memoryKiB: 4_294_967_295 }, code: 'kdf-too-strong' },
      { cost: { passes: 21 }, code: 'kdf-too-strong' },
      { cost: { lanes: 17 }, code: 'kdf-too-strong' }
    ]
    for (const { cost, code } of costs) {
      const header = headerOf(home.folder)
      const before = process.memoryUsage().rss
      writeFileSync(file, headerBytes({ ...header, slots: { ...header.slots, password: { ...header.slots.password, kdf: { ...kdf, ...cost } } } }))
      await expect(host.open(byPassword())).rejects.toMatchObject({ code })
      expect(process.memoryUsage().rss - before).toBeLessThan(32 * 1024 * 1024)
      writeFileSync(file, good)
    }
  })

  it('check 25: two vaults of one password share no salt, no data key, no wrapped key', async () => {
    const other = temporaryFolder()
    await (await hostInThread(other.folder).create({ password: utf8(PASSWORD), hint: '' })).close()
    const [one, two] = [headerOf(home.folder), headerOf(other.folder)]
    for (const part of ['salt', 'nonce', 'key', 'tag'] as const) {
      expect(one.slots.password[part]).not.toBe(two.slots.password[part])
    }
    expect(one.vaultId).not.toBe(two.vaultId)
    const keys = [await dataKeyOf(home.folder, byPassword()), await dataKeyOf(other.folder, byPassword())]
    const [first, second] = keys.map((key) => key.use((bytes) => Buffer.from(bytes).toString('hex')))
    expect(first).not.toBe(second)
    other.remove()
  })

  it('check 21: without the device slot the password alone opens the vault', async () => {
    const vault = await host.open(byDevice())
    await vault.setDeviceKey(null)
    await vault.close()
    await expect(host.open(byDevice())).rejects.toMatchObject({ code: 'no-such-slot' })
    await (await host.open(byPassword())).close()
    writeFileSync(file, good)
  })

  it('check 30: a wrong password and a damaged wrapped key give the same error', async () => {
    const errorOf = async (bytes: Buffer, password: string): Promise<unknown> => {
      writeFileSync(file, bytes)
      return hostInThread(home.folder).open(byPassword(password)).catch((error: unknown) => error)
    }
    const header = headerOf(home.folder)
    const { key } = header.slots.password
    const flipped = (key.startsWith('0') ? '1' : '0') + key.slice(1)
    const damaged = headerBytes({ ...header, slots: { ...header.slots, password: { ...header.slots.password, key: flipped } } })
    const seen = [await errorOf(good, 'wrong'), await errorOf(Buffer.from(damaged), PASSWORD)].map((error) => JSON.stringify({ ...(error as object) }))
    writeFileSync(file, good)
    expect(seen[0]).toBe(seen[1])
    expect(seen[0]).toContain('wrong-password')
  })

  it('check 30: an open that comes too early is not tried', async () => {
    const clock = handClock()
    const slow = hostInThread(home.folder, clock)
    for (const retryAfterMs of [0, 0, 1_000]) {
      await expect(slow.open(byPassword('wrong'))).rejects.toMatchObject({ code: 'wrong-password', details: { retryAfterMs } })
    }
    await expect(slow.open(byPassword())).rejects.toMatchObject({ code: 'too-many-attempts', details: { retryAfterMs: 1_000 } })
    clock.forward(1_000)
    await (await slow.open(byPassword())).close()
  })

  it('check 27: a password change leaves the database byte for byte as it was', async () => {
    const database = join(home.folder, 'vault-1.db')
    const before = readFileSync(database)
    const vault = await host.open(byDevice())
    await vault.changePassword(utf8('another'), 'another hint')
    await vault.close()
    expect(readFileSync(database).equals(before)).toBe(true)
    expect(readFileSync(file).equals(good)).toBe(false)
    await expect(host.open(byPassword())).rejects.toMatchObject({ code: 'wrong-password' })
    await (await host.open(byPassword('another'))).close()
    writeFileSync(file, good)
  })

  it('check 27: an old header of the same vault opens with its old password, and nothing is lost', async () => {
    const vault = await host.open(byDevice())
    await vault.changePassword(utf8('another'), '')
    await vault.close()
    writeFileSync(file, good)
    await (await host.open(byPassword())).close()
  })

  it('check 50: leaves no temporary file older than one start, and files only their owner can read', async () => {
    mkdirSync(join(home.folder, 'backups'), { recursive: true })
    for (const left of ['vault.json.0123456789ab.tmp', 'vault-2.db', 'vault-2.db-wal', 'backups/copy.db.0123456789ab.tmp-wal']) {
      writeFileSync(join(home.folder, left), 'left by a crash')
    }
    writeFileSync(join(home.folder, 'note.txt'), 'not ours')
    await (await host.open(byDevice())).close()
    expect(readdirSync(home.folder).sort()).toEqual(['backups', 'note.txt', 'vault-1.db', 'vault.json', 'vault.lock'])
    expect(readdirSync(join(home.folder, 'backups'))).toEqual([])
    expect(statSync(home.folder).mode & 0o777).toBe(0o700)
    for (const name of ['vault-1.db', 'vault.json', 'vault.lock']) {
      expect([name, statSync(join(home.folder, name)).mode & 0o777]).toEqual([name, 0o600])
    }
  })
})
