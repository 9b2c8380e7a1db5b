import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createDataKey } from '../../../src-main/crypto/wrap'
import { createVaultHostInThread } from '../../../src-main/store/in-thread'
import { migrate, schemaVersion } from '../../../src-main/store/migrate'
import { migrations, type Migration } from '../../../src-main/store/migrations'
import { openDatabase } from '../../../src-main/store/open-database'
import { sql, type Connection } from '../../../src-main/store/sql'
import { COST_FLOOR } from '../../../src-main/crypto/argon2'
import { byDevice, dataKeyOf, DEVICE_KEY } from '../../fixtures/vaults/data-key-of'
import { usageFilter } from '../../../src-preload/contract/model/usage'
import { emptyDatabase } from '../../fixtures/vaults/empty-database'
import { auditDraft, byPassword, handClock, hostInThread, newKey, NOW, query, temporaryFolder, utf8 } from '../../fixtures/vaults/temporary-vault'

const fixtures = join(import.meta.dirname, '../../fixtures/vaults')
const golden = readdirSync(fixtures).filter((name) => name.startsWith('schema-'))
const passwordOf = (name: string): string => `golden vault, schema ${name.replace('schema-', '')}`

function temporary(): string {
  const home = temporaryFolder()
  onTestFinished(() => { home.remove() })
  return home.folder
}

const schemaOf = (connection: Connection): unknown => connection.all(sql`SELECT type, name, sql FROM sqlite_master ORDER BY name`)

// Colours every key; stands for the next release's step.
const nextStep: Migration = {
  version: (migrations.at(-1)?.version ?? 0) + 10,
  migrate(run) {
    run(sql`ALTER TABLE key ADD COLUMN colour TEXT`)
    run(sql`UPDATE key SET colour = 'grey'`)
  }
}

describe('golden vaults', () => {
  it('check 51: there is one of each released schema', () => {
    expect(golden.sort()).toEqual(migrations.map((step) => `schema-${String(step.version)}`).sort())
  })

  it.each(golden)('check 51: %s opens, migrates, and holds what it held', async (name) => {
    const folder = temporary()
    cpSync(join(fixtures, name), folder, { recursive: true })
    const vault = await hostInThread(folder).open(byPassword(passwordOf(name)))
    const { total, items } = await vault.store.keys.page(query(), NOW)
    expect(total).toBe(3)
    expect(items.map((item) => item.name)).toEqual(['Golden', 'Never kept', 'Rotated'])
    const [golden] = await vault.store.keys.find('Golden')
    if (golden === undefined) throw new Error('not found')
    expect(await vault.store.keys.get(golden)).toMatchObject({
      provider: 'stripe', project: 'Shop', environment: 'production', scopes: ['read', 'write'], roles: ['admin'], ipRanges: ['10.0.0.0/8'],
      envName: 'STRIPE_KEY', tags: ['pay', 'live'], notes: 'first line\nsecond line', favourite: true, keep: 'vault', expiresAt: '2027-03-01T00:00:00.000Z'
    })
    const { secret } = await vault.store.keys.secret(golden, null, auditDraft('key.revealed', golden))
    expect(new TextDecoder().decode(secret)).toBe('sk_live_golden')
    const [rotated] = await vault.store.keys.find('Rotated')
    if (rotated === undefined) throw new Error('not found')
    const old = await vault.store.keys.secret(rotated, 1, auditDraft('key.revealed', rotated))
    expect(new TextDecoder().decode(old.secret)).toBe('first value')
    expect((await vault.store.keys.page(query({ view: 'bin' }), NOW)).total).toBe(1)
    expect((await vault.store.keys.page(query({ text: 'gold pay' }), NOW)).total).toBe(1)
    expect(await vault.store.audit.verify()).toMatchObject({ whole: true })
    await vault.close()
  })

  it('check 51: what was told of usage, and saved views, are there from schema 30 on', async () => {
    const folder = temporary()
    cpSync(join(fixtures, 'schema-30'), folder, { recursive: true })
    const { store, close } = await hostInThread(folder).open(byPassword(passwordOf('schema-30')))
    const filter = usageFilter.parse({})
    expect(await store.usage.summary(filter)).toMatchObject({ requests: 3, errors: 1, addresses: 1, lastAt: '2026-11-13T08:00:00.000Z' })
    const { items } = await store.usage.records({ filter, order: 'newest', start: { at: 'offset', offset: 0 }, limit: 10 })
    expect(items.map(({ path }) => path)).toEqual(['/v1/sites/3?token', '/v1/sites/2?token', '/v1/sites/1?token'])
    expect(await store.usage.totals(null)).toMatchObject([{ metrics: [{ metric: 'bandwidth', used: 76 }] }])
    expect((await store.usage.findings({ keyId: null, connectionId: null, kinds: [], acknowledged: false, limit: 10 })).open).toBe(1)
    expect(await store.usage.localUse({ keyId: null, before: null, limit: 10 })).toMatchObject([{ kind: 'run', place: 'npm' }])
    expect(await store.views.list()).toMatchObject([{ fields: { name: 'Live', columns: ['name', 'lastUsedAt'] } }])
    await close()
  })

  it('check 51: a released step still makes the schema it made', async () => {
    const folder = temporary()
    const name = `schema-${String(migrations.at(-1)?.version)}`
    cpSync(join(fixtures, name), folder, { recursive: true })
    const dataKey = await dataKeyOf(folder, byPassword(passwordOf(name)))
    const old = openDatabase({ folder, file: join(folder, 'vault-1.db'), dataKey })
    const fresh = emptyDatabase(temporary())
    expect(schemaOf(fresh)).toEqual(schemaOf(old))
    old.close()
    fresh.close()
  })

  it('check 51: before the first pending step of an existing vault there is a verified backup', async () => {
    const folder = temporary()
    const vault = await hostInThread(folder).create({ password: utf8('x'), hint: '' })
    await vault.setDeviceKey(DEVICE_KEY())
    const key = newKey({ name: 'Before' })
    await vault.store.keys.add(key, auditDraft('key.added', key.id))
    await vault.close()
    expect(existsSync(join(folder, 'backups'))).toBe(false)

    const next = createVaultHostInThread({ folder, clock: handClock(), cost: COST_FLOOR, steps: [...migrations, nextStep] })
    await (await next.open(byDevice())).close()
    const [backup] = readdirSync(join(folder, 'backups'))
    expect(backup).toBe(`before-update-from-${String(migrations.at(-1)?.version)}.keyquay-backup`)
    expect(await hostInThread(folder).verifyBackup(join(folder, 'backups', backup ?? ''), byDevice())).toMatchObject({ keys: 1 })

    const before = readFileSync(join(folder, 'vault-1.db'))
    await expect(hostInThread(folder).open(byDevice())).rejects.toMatchObject({ code: 'vault-newer', details: { found: nextStep.version } })
    expect(readFileSync(join(folder, 'vault-1.db')).equals(before)).toBe(true)
  })

  it('a step that fails leaves the schema, the version and the rows as they were', () => {
    const connection = emptyDatabase(temporary(), createDataKey())
    const before = schemaOf(connection)
    const broken: Migration = {
      version: 500,
      migrate(run) {
        run(sql`CREATE TABLE half (made INTEGER) STRICT`)
        run(sql`INSERT INTO nowhere VALUES (1)`)
      }
    }
    expect(() => { migrate(connection, { steps: [...migrations, broken] }) }).toThrow()
    expect(schemaOf(connection)).toEqual(before)
    expect(schemaVersion(connection)).toBe(migrations.at(-1)?.version)
    connection.close()
  })

  it('numbers its steps in tens, rising', () => {
    const versions = migrations.map((step) => step.version)
    expect(versions.every((version, index) => version % 10 === 0 && version > (versions[index - 1] ?? 0))).toBe(true)
  })
})
