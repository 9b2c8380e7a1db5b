import { spawnSync } from 'node:child_process'
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Secret } from '../../../src-main/crypto/secret'
import { createDataKey } from '../../../src-main/crypto/wrap'
import type { OpenVault, VaultHost } from '../../../src-main/ports/vault-store'
import { KeyBook } from '../../../src-main/store/key-book'
import { schemaVersion } from '../../../src-main/store/migrate'
import { openDatabase } from '../../../src-main/store/open-database'
import { sql } from '../../../src-main/store/sql'
import { byDevice, dataKeyOf, DEVICE_KEY } from '../../fixtures/vaults/data-key-of'
import { emptyDatabase } from '../../fixtures/vaults/empty-database'
import {
  auditDraft,
  byPassword,
  freshId,
  hostInThread,
  newKey,
  NOW,
  PASSWORD,
  query,
  temporaryFolder,
  utf8
} from '../../fixtures/vaults/temporary-vault'
import { makeKeys } from '../../fixtures/make-keys'
import { readIndependently } from './independent-reader'

const PAGE = 4096
let home: ReturnType<typeof temporaryFolder>
let host: VaultHost
const file = (): string => join(home.folder, 'vault-1.db')

beforeEach(() => {
  home = temporaryFolder()
  host = hostInThread(join(home.folder))
})

afterEach(async () => {
  await host.dispose()
  home.remove()
})

async function createVault(): Promise<OpenVault> {
  const vault = await host.create({ password: utf8(PASSWORD), hint: '' })
  await vault.setDeviceKey(DEVICE_KEY())
  return vault
}

const everyFile = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('the database file', () => {
  it('check 33: no file ever holds a secret, a name or a note in plain text', async () => {
    const canaries = [
      'sk-canary-4711',
      'CanaryName4711',
      'CANARY_ENV_4711',
      'canary-note-4711',
      'canary-tag-4711',
      'canary-scope-4711',
      'canary-next-4711'
    ]
    const vault = await createVault()
    const look = (): void => {
      for (const path of everyFile(home.folder)) {
        const bytes = readFileSync(path)
        for (const canary of [...canaries, PASSWORD]) {
          expect([path, canary, bytes.includes(canary)]).toEqual([path, canary, false])
          expect([path, canary, bytes.includes(Buffer.from(canary, 'utf16le'))]).toEqual([path, canary, false])
        }
      }
    }
    const key = newKey(
      {
        name: 'CanaryName4711',
        envName: 'CANARY_ENV_4711',
        notes: 'canary-note-4711',
        tags: ['canary-tag-4711'],
        scopes: ['canary-scope-4711']
      },
      'sk-canary-4711'
    )
    await vault.store.keys.add(key, auditDraft('key.added', key.id))
    look()
    await vault.store.keys.page(query({ text: 'canary' }), NOW)
    await vault.store.keys.replaceSecret(
      key.id,
      utf8('canary-next-4711'),
      '…',
      NOW,
      auditDraft('key.value-replaced', key.id)
    )
    look()
    await vault.backup({ file: join(home.folder, 'out.keyquay-backup'), at: NOW })
    await vault.scheduledBackup({ at: NOW, keep: 3 })
    await vault.rotateDataKey({ password: utf8(PASSWORD), recoveryCode: null, deviceKey: DEVICE_KEY() })
    look()
    await vault.store.keys.purge(key.id, auditDraft('key.purged', key.id))
    await vault.close()
    await host.restore({ file: join(home.folder, 'out.keyquay-backup'), opener: byDevice(), at: NOW })
    look()
  })

  it('check 34: no database, at any moment, starts like a plain one', async () => {
    const plain = 'SQLite format 3\0'
    const vault = await createVault()
    await vault.store.keys.addMany([...makeKeys(50)], auditDraft('vault.imported'))
    await vault.backup({ file: join(home.folder, 'out.keyquay-backup'), at: NOW })
    await vault.close()
    const databases = everyFile(home.folder).filter((path) => statSync(path).size > 0)
    expect(databases.length).toBeGreaterThan(2)
    for (const path of databases) expect(readFileSync(path).includes(plain)).toBe(false)
  })

  it('check 35: every pragma reads back as required after opening', () => {
    const connection = emptyDatabase(home.folder)
    const required = {
      journal_mode: 'wal',
      synchronous: 2,
      temp_store: 2,
      secure_delete: 1,
      cell_size_check: 1,
      trusted_schema: 0,
      foreign_keys: 1,
      mmap_size: 0,
      fullfsync: 1,
      checkpoint_fullfsync: 1,
      cipher: 'sqlcipher',
      hmac_check: '1'
    }
    for (const [name, value] of Object.entries(required))
      expect([name, String(connection.pragma(name))]).toEqual([name, String(value)])
    connection.close()
  })

  it.skipIf(process.platform !== 'linux')('check 36: a sort of 60,000 rows opens no temporary file', () => {
    const connection = emptyDatabase(home.folder)
    const book = new KeyBook(connection, createDataKey())
    connection.transaction(() => {
      for (const key of makeKeys(300)) book.add(key)
    })
    const openFiles = (): string[] =>
      readdirSync('/proc/self/fd').flatMap((descriptor) => {
        try {
          return [readlinkSync(`/proc/self/fd/${descriptor}`)]
        } catch {
          return []
        }
      })
    const wide = sql`SELECT a.name || b.name AS both FROM key AS a, (SELECT * FROM key LIMIT 200) AS b ORDER BY both DESC`
    let rows = 0
    for (const { both } of connection.iterate<{ both: string }>(wide)) {
      rows += both.length > 0 ? 1 : 0
      if (rows % 20_000 === 1) expect(openFiles().filter((path) => path.includes('etilqs'))).toEqual([])
    }
    expect(rows).toBe(60_000)
    connection.close()
  })

  it('check 37: an independent reader verifies every page and finds the rows', async () => {
    const vault = await createVault()
    await vault.store.keys.addMany([...makeKeys(300)], auditDraft('vault.imported'))
    await vault.close()
    const dataKey = await dataKeyOf(home.folder, byDevice())
    const reading = dataKey.use((bytes) => readIndependently(readFileSync(file()), bytes))
    expect(reading.wrongPages).toEqual([])
    expect(reading.pages).toBeGreaterThan(20)

    const plain = join(home.folder, 'plain.sqlite')
    writeFileSync(plain, reading.plain)
    const database = new Database(plain, { readonly: true })
    expect(database.prepare('SELECT count(*) FROM key').pluck().get()).toBe(300)
    const [first] = [...makeKeys(300)]
    expect(database.prepare('SELECT name FROM key WHERE number = 1').pluck().get()).toBe(first?.fields.name)
    expect(
      Buffer.from(database.prepare('SELECT secret FROM key_value WHERE number = 1').pluck().get() as Uint8Array)
    ).toEqual(Buffer.from(first?.secret ?? []))
    database.close()

    const wrong = readIndependently(readFileSync(file()), new Uint8Array(32))
    expect(wrong.wrongPages).toHaveLength(wrong.pages)
  })

  it('check 38: SQLCipher 4 reads a copy with the raw key', async (context) => {
    const version = (spawnSync('sqlcipher', ['-version'], { encoding: 'utf8' }).stdout as string | null) ?? ''
    if (!/^4\.|SQLCipher 4/.test(version)) return context.skip(`needs sqlcipher 4, found ${version.trim() || 'none'}`)
    const vault = await createVault()
    await vault.store.keys.addMany([...makeKeys(20)], auditDraft('vault.imported'))
    await vault.close()
    const dataKey = await dataKeyOf(home.folder, byDevice())
    const hex = dataKey.use((bytes) => Buffer.from(bytes).toString('hex'))
    const found = spawnSync('sqlcipher', [file()], {
      encoding: 'utf8',
      input: `PRAGMA key="x'${hex}'";\nSELECT count(*) FROM key;\n`
    })
    expect(found.stdout).toContain('20')
  })

  it('check 39: a key of another length is refused before a file is touched', () => {
    for (const length of [0, 1, 31, 33, 64]) {
      const made = join(home.folder, `not-made-${String(length)}.db`)
      expect(() =>
        openDatabase({ folder: home.folder, file: made, dataKey: Secret.from(new Uint8Array(length)), creating: true })
      ).toThrow(RangeError)
      expect(existsSync(made)).toBe(false)
    }
  })

  it('check 40: an empty or missing database beside a header is damage, and is never written to', async () => {
    await (await createVault()).close()
    const header = readFileSync(join(home.folder, 'vault.json'))
    const database = readFileSync(file())

    truncateSync(file(), 0)
    expect(await host.presence()).toEqual({ kind: 'damaged', code: 'vault-database-empty', file: file() })
    await expect(host.open(byPassword())).rejects.toMatchObject({
      code: 'vault-database-empty',
      details: { file: file() }
    })
    await expect(host.create({ password: utf8('x'), hint: '' })).rejects.toMatchObject({ code: 'vault-exists' })
    expect(statSync(file()).size).toBe(0)

    rmSync(file())
    expect(await host.presence()).toEqual({ kind: 'damaged', code: 'vault-database-missing', file: file() })
    await expect(host.open(byPassword())).rejects.toMatchObject({ code: 'vault-database-missing' })
    expect(existsSync(file())).toBe(false)

    writeFileSync(file(), database)
    rmSync(join(home.folder, 'vault.json'))
    expect(await host.presence()).toEqual({
      kind: 'damaged',
      code: 'vault-header-missing',
      file: join(home.folder, 'vault.json')
    })
    await expect(host.open(byPassword())).rejects.toMatchObject({ code: 'vault-header-missing' })
    await expect(host.create({ password: utf8('x'), hint: '' })).rejects.toMatchObject({ code: 'vault-header-missing' })
    expect(readFileSync(file()).equals(database)).toBe(true)

    writeFileSync(join(home.folder, 'vault.json'), header)
    await (await host.open(byDevice())).close()
  })

  it('check 41: one flipped bit in any page is damage, and nothing is written', async () => {
    const vault = await createVault()
    await vault.store.keys.addMany([...makeKeys(40)], auditDraft('vault.imported'))
    await vault.close()
    const dataKey = await dataKeyOf(home.folder, byDevice())
    const good = readFileSync(file())
    for (let page = 0; page < good.length / PAGE; page += 1) {
      for (const at of [page * PAGE + 20, page * PAGE + 2_000, (page + 1) * PAGE - 1]) {
        const bytes = Buffer.from(good)
        bytes[at] = (bytes[at] ?? 0) ^ 1
        writeFileSync(file(), bytes)
        expect(() => {
          readAll(dataKey)
        }).toThrow(expect.objectContaining({ code: 'vault-damaged' }))
        expect(readFileSync(file()).equals(bytes)).toBe(true)
      }
    }
  })

  it('check 41: every truncation is damage, and nothing is written', async () => {
    const vault = await createVault()
    await vault.store.keys.addMany([...makeKeys(40)], auditDraft('vault.imported'))
    await vault.close()
    const good = readFileSync(file())
    const lengths = [1, 15, 16, 100, 511, PAGE - 1, PAGE, PAGE + 1, good.length - 1, good.length - PAGE]
    for (let page = 2; page * PAGE < good.length; page += 7) lengths.push(page * PAGE)
    for (const length of lengths) {
      writeFileSync(file(), good.subarray(0, length))
      const before = readFileSync(file())
      await expect(openAndReadAll()).rejects.toMatchObject({ code: 'vault-damaged', details: { file: file() } })
      expect(readFileSync(file()).equals(before)).toBe(true)
    }
  })

  it('check 41: random damage to the write-ahead log loses at most what it held, and never opens as something else', async () => {
    const vault = await createVault()
    await vault.store.keys.addMany([...makeKeys(10)], auditDraft('vault.imported'))
    const key = newKey({ name: 'In the log' })
    await vault.close()
    const dataKey = await dataKeyOf(home.folder, byDevice())
    const writer = openDatabase({ folder: home.folder, file: file(), dataKey })
    new KeyBook(writer, createDataKey()).add(key)
    const [database, wal] = [readFileSync(file()), readFileSync(`${file()}-wal`)]
    writer.close()
    fc.assert(
      fc.property(fc.nat({ max: wal.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const bytes = Buffer.from(wal)
        bytes[at] = (bytes[at] ?? 0) ^ mask
        rmSync(`${file()}-shm`, { force: true })
        writeFileSync(file(), database)
        writeFileSync(`${file()}-wal`, bytes)
        try {
          const connection = openDatabase({ folder: home.folder, file: file(), dataKey })
          const keys = connection.value<number>(sql`SELECT count(*) FROM key`)
          connection.close()
          expect([10, 11]).toContain(keys)
        } catch (error) {
          expect(error).toMatchObject({ code: 'vault-damaged' })
        }
      }),
      { numRuns: 100 }
    )
  })

  it('check 42: what would write or copy plain text, or rekey a live file, is used nowhere', () => {
    const root = join(import.meta.dirname, '../../../src-main')
    const forbidden = [
      /\.serialize\(/,
      /\.backup\((?=['"`])/,
      /\bverbose\b/,
      /loadExtension/,
      /unsafeMode/,
      /PRAGMA\s+(re)?key\b/i,
      /pragma\(['"`]\s*(re)?key/i
    ]
    const sources = everyFile(root).filter((path) => path.endsWith('.ts'))
    expect(sources.length).toBeGreaterThan(20)
    for (const path of sources) {
      const text = readFileSync(path, 'utf8')
      for (const pattern of forbidden)
        expect([path, pattern.source, pattern.test(text)]).toEqual([path, pattern.source, false])
    }
    const users = sources
      .filter((path) => readFileSync(path, 'utf8').includes('.rekey('))
      .map((path) => path.slice(root.length + 1))
    expect(users.sort()).toEqual(['store/rotate-data-key.ts', 'store/sql.ts'])
    const importers = sources.filter((path) => readFileSync(path, 'utf8').includes("from 'better-sqlite3'"))
    expect(importers.every((path) => path.startsWith(join(root, 'store/')))).toBe(true)
  })

  it('check 52: a newer schema is refused and left byte for byte as it was', async () => {
    await (await createVault()).close()
    const dataKey = await dataKeyOf(home.folder, byDevice())
    const connection = openDatabase({ folder: home.folder, file: file(), dataKey })
    const known = schemaVersion(connection)
    connection.pragma(`user_version=${String(known + 10)}`)
    connection.close()
    const before = readFileSync(file())
    await expect(host.open(byDevice())).rejects.toMatchObject({
      code: 'vault-newer',
      details: { found: known + 10, known }
    })
    expect(readFileSync(file()).equals(before)).toBe(true)
    await expect(host.open(byDevice())).rejects.toMatchObject({ code: 'vault-newer' })
  })

  it('check 52: a newer header format is refused and left as it was', async () => {
    await (await createVault()).close()
    const header = join(home.folder, 'vault.json')
    const text = readFileSync(header, 'utf8')
      .replace('"format": 1', '"format": 2')
      .replace('"hint"', '"somethingNew": true,\n  "hint"')
    writeFileSync(header, text)
    expect(await host.presence()).toEqual({ kind: 'damaged', code: 'vault-newer' })
    await expect(host.open(byDevice())).rejects.toMatchObject({ code: 'vault-newer', details: { found: 2, known: 1 } })
    expect(readFileSync(header, 'utf8')).toBe(text)
  })

  it('check 55: dates ten years off change nothing that is stored', async () => {
    const vault = await createVault()
    const key = newKey({ name: 'Dated', expiresAt: '2027-01-01T00:00:00.000Z' })
    await vault.store.keys.add(key, auditDraft('key.added', key.id))
    const before = await vault.store.keys.get(key.id)
    for (const now of ['2016-11-20T00:00:00.000Z', '2036-11-20T00:00:00.000Z', NOW]) {
      await vault.store.keys.page(query({ statuses: ['expired'] }), now)
      await vault.store.keys.facets(now)
      await vault.store.audit.append({ ...auditDraft('settings.changed'), at: now })
    }
    expect(await vault.store.keys.get(key.id)).toEqual(before)
    expect(await vault.store.audit.verify()).toMatchObject({ whole: true, entries: 4 })
    expect((await vault.store.keys.page(query({ statuses: ['expired'] }), '2036-11-20T00:00:00.000Z')).total).toBe(1)
    expect((await vault.store.keys.page(query({ statuses: ['expired'] }), NOW)).total).toBe(0)
    await vault.close()
  })

  it('check 78: an error from the disk or from SQLite carries a code and nothing of what it met', async () => {
    const vault = await createVault()
    const key = newKey({ name: 'Twice' }, 'sk-canary-78')
    await vault.store.keys.add(key, auditDraft('key.added', key.id))
    const again = { ...newKey({ name: 'Twice' }, 'sk-canary-78'), id: key.id }
    const error: unknown = await vault.store.keys
      .add(again, auditDraft('key.added', freshId()))
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'internal', details: {}, message: 'internal' })
    expect((error as Error).cause).toBeUndefined()
    expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toMatch(/canary|UNIQUE|INSERT|SQLITE/)
    await vault.close()
  })

  it('notices an entry of the audit trail that was changed, removed or cut off', async () => {
    const vault = await createVault()
    await vault.store.keys.addMany([...makeKeys(6)], auditDraft('vault.imported'))
    await vault.close()
    const dataKey = await dataKeyOf(home.folder, byDevice())
    const tamperings: [statement: ReturnType<typeof sql>, brokenAt: number][] = [
      [sql`UPDATE audit SET detail = 'nothing to see' WHERE sequence = 3`, 3],
      [sql`UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 1`, 1],
      [sql`DELETE FROM audit WHERE sequence = 4`, 4],
      [sql`DELETE FROM audit WHERE sequence >= 6`, 6],
      [sql`DELETE FROM audit`, 1]
    ]
    const good = readFileSync(file())
    for (const [statement, brokenAt] of tamperings) {
      writeFileSync(file(), good)
      const connection = openDatabase({ folder: home.folder, file: file(), dataKey })
      connection.run(statement)
      connection.close()
      const opened = await host.open(byDevice())
      expect(await opened.store.audit.verify()).toMatchObject({ whole: false, brokenAt, entries: brokenAt - 1 })
      await opened.close()
    }
  })

  function readAll(dataKey: Secret): void {
    const connection = openDatabase({ folder: home.folder, file: file(), dataKey })
    try {
      if (connection.pragma('integrity_check') !== 'ok')
        throw Object.assign(new Error('damaged'), { code: 'SQLITE_CORRUPT' })
    } catch (error) {
      expect((error as { code: string }).code).toMatch(/^SQLITE_(CORRUPT|NOTADB)/)
      throw Object.assign(new Error('damaged'), { code: 'vault-damaged' })
    } finally {
      connection.close()
    }
  }

  async function openAndReadAll(): Promise<void> {
    const vault = await host.open(byDevice())
    try {
      for (let offset = 0; ; offset += 10) {
        const { items } = await vault.store.keys.page(query({ offset, limit: 10 }), NOW)
        if (items.length === 0) break
        for (const item of items) await vault.store.keys.get(item.id)
      }
      await vault.store.audit.verify()
      await vault.store.keys.facets(NOW)
      await vault.store.keys.page(query({ text: 'a' }), NOW)
    } finally {
      await vault.close()
    }
  }
})
