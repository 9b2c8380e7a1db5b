import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { AppError } from '@contract/errors'
import { COST_FLOOR } from '@main/crypto/argon2'
import { passwordBytes } from '@main/crypto/password'
import { Secret } from '@main/crypto/secret'
import type { NewKey, OpenVault, VaultHost } from '@main/ports/vault-store'
import { AuditTrail } from '@main/store/audit-trail'
import { proveBackup } from '@main/store/backup'
import { readBackupFile } from '@main/store/backup-file'
import { makeKeySlot, makePasswordSlot, openSlot } from '@main/store/header-slots'
import { createVaultHostInThread } from '@main/store/in-thread'
import { migrations, type Migration } from '@main/store/migrations'
import { openDatabase } from '@main/store/open-database'
import { swapDataKey } from '@main/store/rotate-data-key'
import { closeSession, openSession } from '@main/store/session'
import { sql } from '@main/store/sql'
import { readHeader, vaultPaths } from '@main/store/vault-folder'
import { ACCOUNT, batchOf, makeCalls, syncOf } from '../fixtures/make-calls'
import { makeKeys } from '../fixtures/make-keys'
import { byDevice, DEVICE_KEY } from '../fixtures/vaults/data-key-of'
import { auditDraft, NOW, PASSWORD } from '../fixtures/vaults/temporary-vault'

const NEW_PASSWORD = 'the password after'
const NEW_KEY = (): Uint8Array => new Uint8Array(32).fill(0x77)

/** One thing people do, made so that it can be stopped anywhere. `work` holds everything; the vault is `work/vault`. */
export interface Scenario {
  readonly name: string
  /** Makes `work` as it is before. Runs once, undisturbed. */
  prepare(work: string): Promise<void>
  /** Does it, and calls `acknowledge` each time the vault has promised that a step is kept. Throws typed errors only. */
  run(work: string, acknowledge: () => void): Promise<void>
  /** What each number of kept steps looks like; computed once, undisturbed, in copies of `work`. */
  states(copyOf: () => string): Promise<readonly string[]>
  /** What `work` looks like now. Opens it as a user would; throws when that fails. */
  state(work: string): Promise<string>
}

type Step = (vault: OpenVault) => Promise<unknown>

const source = makeKeys(200)
const made: NewKey[] = []

// Only as many as are asked for: most runs end after one or two.
function key(index: number): NewKey {
  while (made.length <= index) {
    const next = source.next()
    if (next.done === true) break
    made.push(next.value)
  }
  const found = made[index]
  if (found === undefined) throw new Error('no such key')
  return { ...found, secret: Uint8Array.from(found.secret ?? []) }
}

const add = (index: number): Step => (vault) => vault.store.keys.add(key(index), auditDraft('key.added', key(index).id))
const rename = (index: number): Step => (vault) =>
  vault.store.keys.edit(key(index).id, { name: `renamed ${String(index)}`, tags: ['renamed'] }, NOW, auditDraft('key.edited', key(index).id))
const replace = (index: number): Step => (vault) =>
  vault.store.keys.replaceSecret(key(index).id, new TextEncoder().encode('replaced'), '…', NOW, auditDraft('key.value-replaced', key(index).id))
const toBin = (index: number): Step => (vault) => vault.store.keys.moveToBin(key(index).id, NOW, auditDraft('key.deleted', key(index).id))
const fromBin = (index: number): Step => (vault) => vault.store.keys.restoreFromBin(key(index).id, NOW, auditDraft('key.restored', key(index).id))
const purge = (index: number): Step => (vault) => vault.store.keys.purge(key(index).id, auditDraft('key.purged', key(index).id))
const reveal = (index: number): Step => (vault) => vault.store.keys.secret(key(index).id, null, auditDraft('key.revealed', key(index).id))
const importMany = (from: number, to: number): Step => (vault) =>
  vault.store.keys.addMany(Array.from({ length: to - from }, (_, index) => key(from + index)), auditDraft('vault.imported'))

const calls = makeCalls(120)
const openAccount: Step = (vault) =>
  vault.store.remote.apply(
    [
      {
        op: 'save-connection',
        id: ACCOUNT,
        connectorId: 'cloudoora',
        fields: { name: 'work', mode: 'api', baseUrl: null, variables: {}, overrides: {}, allowPrivate: false, ca: null },
        origin: 'https://api.example.com',
        at: NOW
      }
    ],
    [auditDraft('connection.added')]
  )
/** A page of a log without ids, and where reading goes on. */
const readPage = (from: number, to: number): Step => (vault) => {
  const records = calls.slice(from, to).map((call) => ({ ...call, id: null }))
  const page = from === 0 ? null : String(from)
  return vault.store.usage.add(batchOf(records, { sync: syncOf({ position: { from: to } }), page, next: String(to) }))
}
const forgetOldCalls: Step = (vault) => vault.store.usage.prune(calls[80]?.at ?? NOW, 1_000)

/** Two hundred operations of every kind, each on a key that is there. */
function mixed(): Step[] {
  const steps: Step[] = []
  for (let round = 0; round < 25; round += 1) {
    const fresh = 20 + round * 2
    steps.push(add(fresh), rename(fresh), replace(fresh), reveal(fresh), add(fresh + 1), toBin(fresh + 1), fromBin(fresh + 1), purge(fresh + 1))
  }
  return steps
}

const testStep: Migration = {
  version: 1_000,
  migrate(run) {
    run(sql`ALTER TABLE key ADD COLUMN colour TEXT`)
    run(sql`UPDATE key SET colour = 'grey'`)
    run(sql`CREATE INDEX key_by_colour ON key (colour)`)
  }
}

export const scenarios: readonly Scenario[] = [
  stepwise('add', [add(20)]),
  stepwise('edit', [rename(1), replace(1)]),
  stepwise('delete', [toBin(2), purge(2)]),
  stepwise('import', [importMany(20, 32)]),
  stepwise('usage', [openAccount, readPage(0, 60), readPage(60, 120), forgetOldCalls]),
  // So many images that each is opened once only, by the same code but without the unlocking around it.
  { ...stepwise('mixed', mixed()), state: (work) => digestOf(work) },
  migration(),
  passwordChange(),
  dataKeyRotation(),
  backup(),
  restore(),
  creation()
]

function stepwise(name: string, steps: readonly Step[]): Scenario {
  return {
    name,
    prepare: prepareVault,
    async run(work, acknowledge) {
      await withVault(work, async (vault) => {
        for (const step of steps) {
          await step(vault)
          acknowledge()
        }
      })
    },
    async states(copyOf) {
      const work = copyOf()
      const seen = [await digestOf(work)]
      for (const step of steps) {
        await withVault(work, step)
        seen.push(await digestOf(work))
      }
      return seen
    },
    state: openAndDigest
  }
}

function migration(): Scenario {
  const steps = [...migrations, testStep]
  return {
    name: 'migration',
    prepare: prepareVault,
    async run(work, acknowledge) {
      const vault = await hostOf(work, steps).open(byDevice())
      acknowledge()
      await vault.close()
    },
    async states(copyOf) {
      const before = await digestOf(copyOf())
      return [before, before]
    },
    async state(work) {
      const vault = await hostOf(work, steps).open(byDevice())
      await vault.close()
      return digestOf(work)
    }
  }
}

function passwordChange(): Scenario {
  const opens = async (work: string): Promise<string> => {
    const data = await openAndDigest(work)
    const header = readHeader(pathsOf(work))
    if (header === null) throw new Error('no header')
    const fits = async (password: string): Promise<boolean> => {
      try {
        const dataKey = await openSlot(header, { slot: 'password', password: passwordBytes(password) })
        dataKey.dispose()
        return true
      } catch {
        return false
      }
    }
    return `${data} old ${String(await fits(PASSWORD))} new ${String(await fits(NEW_PASSWORD))}`
  }
  return {
    name: 'password change',
    prepare: prepareVault,
    run: (work, acknowledge) =>
      withVault(work, async (vault) => {
        await vault.changePassword(passwordBytes(NEW_PASSWORD), 'after')
        acknowledge()
      }),
    async states(copyOf) {
      const before = await digestOf(copyOf())
      return [`${before} old true new false`, `${before} old false new true`]
    },
    state: opens
  }
}

function dataKeyRotation(): Scenario {
  // The password slot for the new data key is made beforehand: its derivation would be nearly all of each run.
  const slotOf = (work: string): string => join(work, 'next-slot.json')
  const slots = new Map<string, Awaited<ReturnType<typeof makePasswordSlot>>>()
  const opened = async (work: string): Promise<{ data: string; device: 'old' | 'new' }> => {
    const old = await openedBy(work, DEVICE_KEY())
    const now = await openedBy(work, NEW_KEY())
    if (old === now) throw new Error('not exactly one device key opens the vault')
    return old ? { data: await digestOf(work), device: 'old' } : { data: await digestOf(work, NEW_KEY()), device: 'new' }
  }
  return {
    name: 'data-key rotation',
    prepare: prepareVault,
    async run(work, acknowledge) {
      const paths = pathsOf(work)
      const header = readHeader(paths)
      if (header === null) throw new Error('no header')
      const session = openSession(paths, header, await openSlot(header, byDevice()), { steps: undefined, beforeFirst: () => undefined })
      try {
        const dataKey = Secret.from(new Uint8Array(32).fill(0x42))
        const made = slots.get(slotOf(work)) ?? (await makePasswordSlot(header.vaultId, dataKey, passwordBytes(PASSWORD), COST_FLOOR))
        slots.set(slotOf(work), made)
        swapDataKey(session, dataKey, { password: made, recovery: null, device: makeKeySlot(header.vaultId, 'device', dataKey, NEW_KEY()) })
        acknowledge()
      } finally {
        closeSession(session)
      }
    },
    async states(copyOf) {
      const data = await digestOf(copyOf())
      return [`${data} old`, `${data} new`]
    },
    async state(work) {
      const { data, device } = await opened(work)
      return `${data} ${device}`
    }
  }
}

function backup(): Scenario {
  const fileOf = (work: string): string => join(work, 'vault', 'out.keyquay-backup')
  return {
    name: 'backup',
    prepare: prepareVault,
    run: (work, acknowledge) =>
      withVault(work, async (vault) => {
        await vault.backup({ file: fileOf(work), at: NOW })
        acknowledge()
      }),
    async states(copyOf) {
      const data = await digestOf(copyOf())
      return [`${data} absent`, `${data} good`]
    },
    async state(work) {
      const data = await openAndDigest(work, ['out.keyquay-backup', 'backups'])
      if (!existsSync(fileOf(work))) return `${data} absent`
      const found = readBackupFile(fileOf(work))
      const dataKey = await openSlot(found.header, byDevice())
      const scratch = join(work, 'scratch')
      mkdirSync(scratch, { recursive: true })
      proveBackup(found, dataKey, scratch)
      rmSync(fileOf(work))
      return `${data} good`
    }
  }
}

function restore(): Scenario {
  const fileOf = (work: string): string => join(work, 'then.keyquay-backup')
  const expected = async (work: string): Promise<string> => openAndDigest(work, [/^replaced-/, 'backups'])
  return {
    name: 'restore',
    async prepare(work) {
      await prepareVault(work)
      await withVault(work, (vault) => vault.backup({ file: fileOf(work), at: NOW }))
      await withVault(work, add(20))
    },
    async run(work, acknowledge) {
      await hostOf(work).restore({ file: fileOf(work), opener: byDevice(), at: NOW })
      acknowledge()
    },
    async states(copyOf) {
      const before = await digestOf(copyOf())
      const work = copyOf()
      await hostOf(work).restore({ file: fileOf(work), opener: byDevice(), at: NOW })
      return [before, await digestOf(work)]
    },
    state: expected
  }
}

function creation(): Scenario {
  return {
    name: 'creation',
    prepare: (work) => {
      mkdirSync(join(work, 'vault'), { recursive: true })
      return Promise.resolve()
    },
    async run(work, acknowledge) {
      const vault = await hostOf(work).create({ password: passwordBytes(PASSWORD), hint: '' })
      acknowledge()
      await vault.close()
    },
    states: () => Promise.resolve(['absent', 'present']),
    async state(work) {
      const host = hostOf(work)
      const { kind } = await host.presence()
      if (kind === 'absent') {
        // What a crash left must not be in the way of the next try.
        const vault = await host.create({ password: passwordBytes(PASSWORD), hint: '' })
        await vault.close()
        return 'absent'
      }
      const vault = await host.open({ slot: 'password', password: passwordBytes(PASSWORD) })
      await vault.close()
      return kind
    }
  }
}

async function prepareVault(work: string): Promise<void> {
  const vault = await hostOf(work).create({ password: passwordBytes(PASSWORD), hint: 'before' })
  await vault.setDeviceKey(DEVICE_KEY())
  await importMany(0, 12)(vault)
  await vault.close()
}

export function hostOf(work: string, steps?: readonly Migration[]): VaultHost {
  const clock = { monotonicMs: () => performance.now() }
  return createVaultHostInThread({ folder: join(work, 'vault'), clock, cost: COST_FLOOR, steps })
}

function pathsOf(work: string): ReturnType<typeof vaultPaths> {
  return vaultPaths(join(work, 'vault'))
}

async function withVault(work: string, use: (vault: OpenVault) => Promise<unknown>): Promise<void> {
  const vault = await hostOf(work).open(byDevice())
  try {
    await use(vault)
  } finally {
    await vault.close()
  }
}

async function openedBy(work: string, deviceKey: Uint8Array): Promise<boolean> {
  try {
    const vault = await hostOf(work).open({ slot: 'device', key: deviceKey })
    await vault.close()
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'device-unlock-failed') return false
    throw error
  }
}

/** Opens as a user would, expects a tidy folder, and digests what is there. */
async function openAndDigest(work: string, also: readonly (string | RegExp)[] = []): Promise<string> {
  const vault = await hostOf(work).open(byDevice())
  await vault.close()
  const usual = [/^vault-\d+\.db$/, 'vault.json', 'vault.lock', ...also]
  const left = readdirSync(join(work, 'vault')).filter((name) => !usual.some((one) => (typeof one === 'string' ? one === name : one.test(name))))
  if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`)
  return digestOf(work)
}

/** A digest of every row that means something, after every check a database can be given. */
async function digestOf(work: string, deviceKey = DEVICE_KEY()): Promise<string> {
  const paths = pathsOf(work)
  const header = readHeader(paths)
  if (header === null) throw new Error('no header')
  const dataKey = await openSlot(header, { slot: 'device', key: deviceKey })
  const file = paths.database(header)
  // SQLite reads every page for this check, and each page's HMAC with it.
  const connection = openDatabase({ folder: paths.folder, file, dataKey })
  if (connection.pragma('integrity_check') !== 'ok') throw new Error('the database is damaged')
  if (!new AuditTrail(connection).verify().whole) throw new Error('the audit trail is broken')
  const hash = createHash('sha256')
  const queries = [
    sql`SELECT number, id, name, sort_name, provider, env_name, state, keep, preview, fingerprint, version, deleted_at FROM key ORDER BY number`,
    sql`SELECT * FROM key_detail ORDER BY number`,
    sql`SELECT * FROM key_tag ORDER BY number, tag`,
    sql`SELECT number, version, hex(secret), replaced_at FROM key_value ORDER BY number, version`,
    sql`SELECT sequence, action, key_id, hash FROM audit ORDER BY sequence`,
    sql`SELECT at, hex(mark) AS mark, shape, path, ip, duration_ms FROM usage_call ORDER BY at, mark`,
    sql`SELECT * FROM usage_count ORDER BY span, start, shape`,
    sql`SELECT * FROM usage_stream ORDER BY stream`,
    sql`SELECT * FROM usage_sync ORDER BY connection_id`,
    sql`SELECT rowid FROM key_search WHERE key_search MATCH '"r"*' ORDER BY rowid`
  ]
  for (const query of queries) hash.update(JSON.stringify(connection.all(query)))
  connection.close()
  dataKey.dispose()
  return hash.digest('hex')
}

/** A copy of `work` at a new place. */
export function copyWork(from: string, to: string): string {
  cpSync(from, to, { recursive: true })
  return to
}
